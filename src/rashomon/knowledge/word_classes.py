"""Word classes: the named sets of words that rules ask for, read from `data/*/words/*.toml`.

A rule states the classes it asks for as a record beside itself, and the record says which table of which file holds
them:

    @dataclass(frozen=True, slots=True)
    class TollWords(WordClasses):
        source: ClassVar[str] = "en/words/figures.toml#tolls"
        tolls: frozenset[str]

The file says in a comment what each class means. `tests/knowledge/test_word_classes.py` holds that every class is read
and used.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar

from rashomon.errors import PartError
from rashomon.knowledge.either import either as either  # its users ask it of their word classes


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The classes that one rule asks for; every field is a class, named as in its table.

    `source` is the file below `data` and the table in it, with # between.
    """

    source: ClassVar[str] = ""


W = TypeVar("W", bound=WordClasses)


@cache
def any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Finds each word or phrase of a class, as whole words, in a text in lower case."""
    return re.compile(rf"\b{either(words)}\b")


class _Of(Protocol):
    """From a kind of record to the record."""

    def __call__(self, kind: type[W], /) -> W: ...


class _Records(dict[type[WordClasses], Any]):
    """Records by their kind, made when first asked for; asked thousands of times a report, by no code of ours."""

    def __init__(self, make: Callable[[type[WordClasses]], WordClasses]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, kind: type[WordClasses]) -> WordClasses:
        found = self[kind] = self._make(kind)
        return found


class WordBook:
    """The word classes of all rules; a file is read when a rule first asks for one of its tables."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._files: dict[str, Mapping[str, Any]] = {}
        #: The classes of a record's table, always the same object.
        #:
        #: Raises PartError where the file is damaged, the table and the record differ in their names, or a class is no
        #: list of different words in lower case.
        self.of: _Of = _Records(self._made).__getitem__

    def _made(self, kind: type[WordClasses]) -> WordClasses:
        file, _, table = kind.source.partition("#")
        return _record(kind, self._file(file).get(table, {}))

    def _file(self, name: str) -> Mapping[str, Any]:
        if name not in self._files:
            try:
                self._files[name] = tomllib.loads(self._read(name).decode("utf-8"))
            except ValueError as error:
                raise PartError(f"The data file {name} is no TOML: {error}.") from error
        return self._files[name]


def _record(kind: type[W], table: Mapping[str, Any]) -> W:
    names = {f.name for f in fields(kind)}
    if names != set(table):
        differ = ", ".join(sorted(names ^ set(table)))
        raise PartError(f"{kind.source} and {kind.__name__} do not name the same word classes: {differ}.")
    for name, words in table.items():
        if not _is_class(words):
            raise PartError(f"{kind.source}: {name} is no list of different words in lower case.")
    return kind(**{name: frozenset(words) for name, words in table.items()})


def _is_class(words: object) -> bool:
    return (
        isinstance(words, list)
        and bool(words)
        and all(isinstance(w, str) and w and w == w.lower() for w in words)
        and len(set(words)) == len(words)
    )
