"""Every mistake the program can name, with its place and the likely fix."""
