"""How well the program reads: scorers, corpora of our own, and a gate of floors."""
