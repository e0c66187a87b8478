"""A letter as HTML, plain text and PDF."""
