"""Word classes: every one in the data is read by a rule, and a damaged file says what is wrong with it."""

from __future__ import annotations

import importlib
import re
import tomllib
from collections import Counter
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest

import rashomon
from rashomon.errors import PartError
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordBook, WordClasses

PACKAGE = Path(rashomon.__file__).parent
FILES = sorted((PACKAGE / "data" / "en" / "words").glob("*.toml"))


@cache
def _sources() -> tuple[str, ...]:
    return tuple(p.read_text("utf-8") for p in PACKAGE.rglob("*.py"))


def _records() -> list[type[WordClasses]]:
    found: list[type[WordClasses]] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        named = re.findall(r"^class (\w+)\(WordClasses\):", path.read_text("utf-8"), re.MULTILINE)
        if named:
            module = importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
            found += [getattr(module, name) for name in named]
    return found


RECORDS = _records()


@pytest.mark.parametrize("kind", RECORDS, ids=lambda k: k.__name__)
def test_every_record_is_read(kind: type[WordClasses], library: Library) -> None:
    """Each record's table names the record's classes, and each class holds different words in lower case."""
    found = library.words.of(kind)
    assert all(getattr(found, f.name) for f in fields(kind))
    assert library.words.of(kind) is found


def test_every_table_has_one_record() -> None:
    """Each table of the data files is read by exactly one record."""
    tables = [f"en/words/{f.name}#{table}" for f in FILES for table in tomllib.loads(f.read_text("utf-8"))]
    assert Counter(k.source for k in RECORDS) == Counter(tables)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_every_class_is_explained(file: Path) -> None:
    """A comment stands above each class of a data file, and above all of them one that says what the file is."""
    lines = file.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    bare = [line for above, line in pairwise(lines) if re.match(r"\w+ = ", line) and above[:2] != "# "]
    assert bare == []


@pytest.mark.parametrize("kind", RECORDS, ids=lambda k: k.__name__)
def test_every_class_is_used(kind: type[WordClasses]) -> None:
    """Each class is asked for in a module that knows its record."""
    near = "\n".join(s for s in _sources() if kind.__name__ in s and re.search(rf"\b{kind.__name__}\b", s))
    dead = [f.name for f in fields(kind) if not re.search(rf"\.{f.name}\b", near)]
    assert dead == []


@dataclass(frozen=True, slots=True)
class Fruit(WordClasses):
    """A record for these tests."""

    source: ClassVar[str] = "fruit.toml#fruit"

    sweet: frozenset[str]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[fruit]\nsweet = ['fig', 'fig']", "no list of different words"),
        (b"[fruit]\nsweet = ['Fig']", "lower case"),
        (b"[fruit]\nsweet = []", "no list"),
        (b"[fruit]\nsweet = 'fig'", "no list"),
        (b"[fruit]\nsour = ['lemon']", "sour, sweet"),
        (b"[other]\nsweet = ['fig']", "sweet"),
        (b"[fruit", "no TOML"),
        (b"\xff", "no TOML"),
    ],
)
def test_damaged_data_is_named(data: bytes, said: str) -> None:
    """A file that is damaged, or differs from its record, stops the run and says where."""
    with pytest.raises(PartError, match=said):
        WordBook(lambda _name: data).of(Fruit)


def test_words_become_a_class() -> None:
    """A table's lists are the record's sets."""
    assert WordBook(lambda _name: b"[fruit]\nsweet = ['fig', 'date']").of(Fruit).sweet == {"fig", "date"}
