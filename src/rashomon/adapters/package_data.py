"""Data files shipped in the package: lexicons, families, sides, gazetteer, map lines."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

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


#: All that decides which reports are linked, and how linked ones make stories.
_GROUPING = ("grouping/", "knowledge/", "language/", "model/", "data/en/", "data/actors", "timeframe.py")


def program_version() -> str:
    """A hash of the package's code and data: what a kept product was made by, without a number that someone must raise.

    The gazetteer is left out: it is compiled from pinned inputs.
    """
    return _version_of("")


def grouping_version() -> str:
    """The same of the part that links reports and forms stories."""
    return _version_of(*_GROUPING)


@functools.lru_cache(maxsize=2)
def _version_of(*parts: str) -> str:
    digest = hashlib.sha256()
    for name, file in _below(files("rashomon"), ""):
        if name.startswith(parts) and name.endswith((".py", ".toml", ".tsv", ".html", ".css", ".js")):
            digest.update(f"{name}:".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        else:
            yield path + entry.name, entry
