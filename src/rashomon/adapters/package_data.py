"""Data files shipped in the package: lexicons, families, sides, gazetteer, map lines."""

from __future__ import annotations

from importlib.resources import files

from rashomon.errors import PartError
from rashomon.knowledge.library import Library


def read_data(name: str) -> bytes:
    """The bytes of a data file below `rashomon/data`.

    Raises PartError where it is missing (the gazetteer is compiled when the package is built).
    """
    try:
        return files("rashomon").joinpath("data", *name.split("/")).read_bytes()
    except OSError as error:
        raise PartError(
            f"The data file {name} is missing from the installed package.",
            "Run `make data` in a checkout, or install Rashomon again from a wheel.",
        ) from error


def load_library() -> Library:
    """The library over the shipped data files."""
    return Library(read_data)
