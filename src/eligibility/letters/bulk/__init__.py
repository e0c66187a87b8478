"""Letters for many cases: rows read, runs that go on where they stopped, one file for the printer."""
