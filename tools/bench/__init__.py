"""Speed, measured side by side in one run: `make bench` prints each ratio beside its limit, the absolute figures behind it."""
