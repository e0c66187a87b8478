"""Mutation testing: small mistakes put into the code one by one, to see whether a test notices."""
