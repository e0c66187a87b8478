"""Tables of people: read, typed, told apart."""
