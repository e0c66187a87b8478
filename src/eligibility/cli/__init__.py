"""The commands, and how they speak to a person on a terminal."""
