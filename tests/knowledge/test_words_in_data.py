"""Word sets of a language stand in data files: no stage holds one in its code."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import tomllib
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon import model
from rashomon.extraction.english import event_spotting
from rashomon.knowledge import measures
from rashomon.language import time_meaning

PACKAGE = Path(rashomon.__file__).parent
STAGES = ("reading", "extraction", "resolution", "grouping", "reconciliation", "deciding", "composing")
#: So many words of a language in one place are a set of them.
FEWEST = 3
#: Modules that hold words all the same, and why.
NAMES_OF_FORMATS = {
    f"reading/{name}.py"
    for name in "address decoding feeds formats fragments html mail markdown markup read_reports".split()
}
#: What the program writes is English, and so is what reads it back to verify it.
OWN_SENTENCES = {
    f"composing/{name}.py"
    for name in (
        "editing figure_checks masking phrases record_checks sentence_checks sentence_reading source_names"
    ).split()
} | {"reconciliation/wording.py"}
#: Tables (none: the file itself) whose keys are names that the program gives: measures, classes of people and facilities.
NAMED_TABLES = {
    "measures.toml": (),
    "population_classes.toml": (),
    "populations.toml": ("classes",),
    "places.toml": ("facility", "class_words"),
}
#: Labels of the parser, as lower-case words.
LABELS = frozenset(
    "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep "
    "det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl root xcomp flat".split()
)
#: Small words of English grammar: rules below `english` may ask for them by name, other stages may not.
GRAMMAR = frozenset(
    "the a an this that these those and or but nor so as at by for from in into of off on onto out over to up down "
    "with within without about above across after against along amid among around before behind below beneath beside "
    "between beyond during inside near outside since through throughout till until toward towards under upon via than "
    "while when where who whom whose which what why how if whether because although though unless is are was were be "
    "been being am has have had having do does did will would shall should can could may might must he she it they we "
    "you i him her them us me my your his its our their theirs hers not no never neither either both all any some each "
    "every another other such same own one none there here then also too very just only more most less least few many "
    "much several s d ed ing es ly st nd rd th per last next previous earlier similar separate".split()
)


def _modules() -> list[Path]:
    return [p for stage in STAGES for p in sorted((PACKAGE / stage).rglob("*.py"))]


def _literals(kind: object) -> Iterator[str]:
    for part in typing.get_args(kind):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)


def _ids(table: Mapping[str, Any]) -> Iterator[str]:
    """The names that the rows of a data file give themselves, their groups and what proves them."""
    for value in table.values():
        for row in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            if isinstance(row, dict):
                yield from (row[name] for name in ("id", "group", "proof") if name in row)


def _rules() -> Iterator[str]:
    """The names of rules, which the readings that they make carry."""
    for path in (PACKAGE / "extraction").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reading":
                yield from _texts(node.args[1:2])


@cache
def _vocabulary() -> frozenset[str]:
    """Names that are the program's own: values and fields of records, of data files' rows, labels, rules."""
    found = {*LABELS, *_rules()}
    modules = [importlib.import_module(f"rashomon.model.{info.name}") for info in pkgutil.iter_modules(model.__path__)]
    for value in [v for m in (*modules, measures, time_meaning, event_spotting) for v in vars(m).values()]:
        found.update(_literals(value))
        hints = typing.get_type_hints(value) if isinstance(value, type) else {}
        found.update(hints)
        for hint in hints.values():
            found.update(_literals(hint))
    for file in (PACKAGE / "data").rglob("*.toml"):
        found.update(_ids(tomllib.loads(file.read_text("utf-8"))))
    for file, tables in NAMED_TABLES.items():
        table = tomllib.loads((PACKAGE / "data" / "en" / file).read_text("utf-8"))
        found.update(
            w for name in [table[t] for t in tables] or [table] for key in name for w in (key, *key.split(":"))
        )
    return frozenset(found)


def _no_values(tree: ast.AST) -> set[int]:
    """The nodes of annotations, docstrings and lists of names, which are no words of a rule."""
    skipped: list[ast.AST] = []
    for node in ast.walk(tree):
        skipped += [part for name in ("annotation", "returns") if (part := getattr(node, name, None)) is not None]
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.append(node)
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            skipped.append(node)
    return {id(inner) for node in skipped for inner in ast.walk(node)}


def _texts(nodes: list[ast.expr]) -> list[str]:
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def _alternatives(pattern: str) -> list[str]:
    """The words between which a pattern chooses."""
    bare = re.sub(r"\\[A-Za-z]|\[[^\]]*\]|\(\?P<\w+>|\(\?[a-z-]+:|\(\?<?[:=!]", " ", pattern)
    return [w for chosen in bare.split("|") for w in re.findall(r"[A-Za-z]{2,}", chosen)] if "|" in bare else []


def _sets(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Every collection and every choice of words in a module, with its line."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = _no_values(tree)
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield node.lineno, _texts(node.elts)
        elif isinstance(node, ast.Dict):
            yield node.lineno, _texts([k for k in node.keys if k is not None])
        elif isinstance(node, ast.JoinedStr):
            yield node.lineno, [w for text in _texts(node.values) for w in _alternatives(text)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, _alternatives(node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            yield node.lineno, [w for text in _texts([node.func.value]) for w in text.split()]


def _english(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The sets of a module that hold words of a language."""
    grammar = GRAMMAR if "english" in path.parts else frozenset[str]()
    for line, texts in _sets(path):
        words = [t for t in texts if re.fullmatch(r"[a-z][a-z '’-]*[a-z]", t) and t not in _vocabulary()]
        words = [w for w in words if not grammar.issuperset(w.split())]
        if len(words) >= FEWEST:
            yield line, words


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_stage_holds_no_words(path: Path) -> None:
    """No stage's module holds a set of words of a language, but for names of formats and the program's own sentences."""
    name = str(path.relative_to(PACKAGE))
    if name in NAMES_OF_FORMATS | OWN_SENTENCES:
        return
    assert [f"{line}: {' '.join(words)}" for line, words in _english(path)] == []


@pytest.mark.parametrize("name", sorted(NAMES_OF_FORMATS | OWN_SENTENCES))
def test_each_exception_is_one(name: str) -> None:
    """Each module on the list of exceptions does hold words."""
    assert list(_english(PACKAGE / name))


def test_a_set_of_words_is_seen(tmp_path: Path) -> None:
    """Words in a tuple, in a pattern and in a split string are seen, names of the program's own are not."""
    module = tmp_path / "module.py"
    module.write_text(
        'A = ("apple", "pear", "plum")\nB = re.compile(r"\\b(?:apple|pear|plum)s?\\b")\n'
        'C = "apple pear plum".split()\nD = ("figure", "killed", "injured")\nE: tuple[str] = ("a",)\n'
    )
    assert sorted(line for line, _ in _english(module)) == [1, 2, 3]
