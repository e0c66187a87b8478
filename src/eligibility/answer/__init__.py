"""The whole answer for a case: the contract, sentences and pictures made of a decision."""
