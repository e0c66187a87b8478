"""Acts of today's kinds, none of them an akimat's decree, written as a pack from the docs alone: that the model holds them."""
