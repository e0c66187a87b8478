"""Rule files made into a pack, and everything that can be wrong with them."""
