"""Speed, measured side by side in one run. `make bench` prints each figure beside its limit."""
