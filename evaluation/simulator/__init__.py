"""Worlds that nobody has seen: crises with a true toll, roots that learn it late, and outlets that print it, by seed.

Nothing here reads the program's lexicons, so that what it finds in these worlds is not what it was given.
"""

from evaluation.simulator.worlds import World, invent

__all__ = ["World", "invent"]
