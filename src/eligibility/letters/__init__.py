"""Papers: which letters a decision allows, their words, their pages, and their printing in bulk."""
