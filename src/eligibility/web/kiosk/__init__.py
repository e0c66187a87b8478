"""The pages for people who never open a terminal: in a hall, at home, in another site's frame."""
