"""The pages in a real browser, as a person goes through them."""
