"""What a Spark decides. It is large, so these tests run by `make test-spark` alone."""
