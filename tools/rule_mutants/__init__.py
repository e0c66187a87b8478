"""Mutants of the rules: an edition says something else than the decree does, to see whether anything notices."""
