"""Cheap questions change no claim: with a gate held open, every rule is asked of every word, and finds the same."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from rashomon.adapters.package_data import load_library
from rashomon.extraction.english import source_speech
from rashomon.extraction.english.figures import background
from rashomon.knowledge.library import Library
from rashomon.knowledge.number_words import NumberWords
from rashomon.language.syntax import Parser
from rashomon.model.claim import ReportClaims
from rashomon.pipeline import understand_one
from rashomon.reading import read_lines

REPORTS = Path(__file__).resolve().parents[2] / "evaluation" / "own" / "reports.jsonl"


class Everything(frozenset[str]):
    """A set of words that holds each word."""

    def __contains__(self, word: object) -> bool:
        return True

    def isdisjoint(self, other: Iterable[object], /) -> bool:
        """Whether there is no word to hold."""
        return not any(True for _ in other)


def _relations(library: Library, _: pytest.MonkeyPatch) -> None:
    library.__dict__["relations"] = dataclasses.replace(library.relations, cues=Everything())


def _event_nouns(library: Library, _: pytest.MonkeyPatch) -> None:
    library.events.noun_cues = Everything()


def _word_pairs(library: Library, _: pytest.MonkeyPatch) -> None:
    library.events.foreign_starts = Everything()


def _speech(_: Library, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(source_speech, "is_cue", lambda _token, _words: True)


def _figure_words(library: Library, _: pytest.MonkeyPatch) -> None:
    anything = re.compile("")
    words = dataclasses.replace(library.figure_words, any_basis=anything, any_caveat=anything)
    library.__dict__["figure_words"] = words


def _numbers(_: Library, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(NumberWords, "may_stand_in", lambda _words, _text: True)


def _years(_: Library, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(background, "may_hold_year", lambda _text: True)


def _claims(parser: Parser, library: Library) -> list[ReportClaims]:
    lines = read_lines(REPORTS.name, REPORTS.read_bytes(), library)
    return [understand_one(line.report, parser, library).value for line in lines if line.report is not None]


@pytest.fixture(scope="module")
def usual(parser: Parser, library: Library) -> list[ReportClaims]:
    """The claims of the annotated reports, extracted with every gate in place."""
    return _claims(parser, library)


@pytest.mark.parametrize("hold_open", [_relations, _event_nouns, _word_pairs, _speech, _figure_words, _numbers, _years])
def test_a_gate_held_open_gives_the_same_claims(
    hold_open: Callable[[Library, pytest.MonkeyPatch], None],
    usual: list[ReportClaims],
    parser: Parser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The claims of every annotated report are the same where the rules behind a gate are asked of every word."""
    library = load_library()
    hold_open(library, monkeypatch)
    assert _claims(parser, library) == usual
