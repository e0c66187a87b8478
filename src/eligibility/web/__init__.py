"""The room kept for screens and the interface over HTTP; nothing is in it yet."""
