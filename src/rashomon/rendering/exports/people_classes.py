"""The classes of people that figures count, read once."""

from __future__ import annotations

from functools import cache

from rashomon.adapters.package_data import load_library
from rashomon.knowledge.population_classes import PopulationClasses


@cache
def people_classes() -> PopulationClasses:
    """The shipped classes and which lies within which."""
    return load_library().population_classes
