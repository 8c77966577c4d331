"""Sources in brackets behind what they tell, as situation reports give them: "1,941 deaths (GoH, August 2021)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution

_BRACKET = re.compile(r"\((?P<inner>[^()\n]{2,90})\)")
_PARTS = re.compile(r"\s*[,;|/]\s*|\s+[-–—]\s+")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
#: Letters of which some but the first are capitals: a body's short name.
_SHORT = re.compile(r"[A-Z][A-Za-z&-]*[A-Z][A-Za-z&-]*")
#: A name in brackets is no longer (words).
_LONGEST = 7


@dataclass(frozen=True)
class BracketWords(WordClasses):
    """Words inside the brackets that name a source."""

    source: ClassVar[str] = "en/words/sources.toml#brackets"

    labels: frozenset[str]
    stages: frozenset[str]

    @cached_property
    def label(self) -> re.Pattern[str]:
        """What says that a source follows: "source:", "as per"."""
        return re.compile(rf"{either(self.labels)}:?\s+", re.IGNORECASE)


def read_brackets(sentence: Sentence, library: Library) -> Iterator[tuple[Attribution, int, int]]:
    """The sources that stand in brackets in a sentence, each with the stretch before it that tells a number.

    A bracket names a source where it says so ("source: X"), dates it ("X, 12 May"), or holds no more than a body behind
    words that it does not abbreviate. A short name behind the name that it stands for tells nothing.
    """
    text, start = sentence.text, 0
    for bracket in _BRACKET.finditer(text):
        found = _named(text, bracket, library)
        if found is None:
            continue
        if _DIGIT.search(text, start, bracket.start()):
            low, high = found
            name = text[low:high]
            named = Attribution(
                field=sentence.field,
                start=sentence.start + low,
                end=sentence.start + high,
                text=name,
                origin=name,
            )
            yield named, start, bracket.start()
        start = bracket.end()


def _named(text: str, bracket: re.Match[str], library: Library) -> tuple[int, int] | None:
    """The span of the source's name inside a bracket, or null."""
    low, high = bracket.span("inner")
    label = library.words.of(BracketWords).label.match(text, low, high)
    low = label.end() if label is not None else low
    name, *rest = _PARTS.split(text[low:high].strip())
    last = name  # of several bodies: "(HWA, UN – 12 May)"
    while rest and not _is_date(rest[0], library) and _names_a_body(last, library) and _names_a_body(rest[0], library):
        last = rest.pop(0)
    dated = bool(rest) and all(_is_date(part, library) for part in rest)
    if not 0 < len(name.split()) <= _LONGEST or _DIGIT.search(name) or (rest and not dated):
        return None
    known = library.organisations.find(name)
    if known is not None and known.wire:
        return None
    low = text.index(name, low)
    if label is not None or (dated and _names_a_body(name, library)):
        return low, text.index(last, low) + len(last)
    if last != name:
        return None
    if _is_name_before(text, bracket.start()):
        return None
    return (low, low + len(name)) if known is not None or _closes(text, bracket, name, library) else None


def _names_a_body(name: str, library: Library) -> bool:
    """Whether a part of a bracket is a body's name: a known one, a short one or one that begins with it ("KTM Emergency
    Tracking"), or one with a noun for a body."""
    known = library.organisations.find(name) is not None
    words = name.split()
    short = bool(words) and _SHORT.fullmatch(words[0]) is not None and all(w[0].isupper() for w in words)
    return known or short or _is_body(name, library)


def _closes(text: str, bracket: re.Match[str], name: str, library: Library) -> bool:
    """Whether a short name in brackets ends its sentence, behind no body that it would stand for: "... full (DRM)."."""
    before = text[: bracket.start()].rstrip().rpartition(" ")[2].lower()
    body = library.speech.body_of(before) is not None or before in library.actors.organisation_heads
    last = not text[bracket.end() :].strip(" .;")
    return (
        last
        and not body
        and library.actors.kind_of(before.removesuffix("s")) is None
        and _SHORT.fullmatch(name) is not None
    )


def _is_date(part: str, library: Library) -> bool:
    """Whether words only say when: a day, month or year, with what says how final a number is."""
    calendar, stages = library.words.of(CalendarWords).named, library.words.of(BracketWords).stages
    words = [w.lower() for w in _WORD.findall(part)]
    return (bool(words) or bool(_DIGIT.search(part))) and all(w in calendar or w in stages for w in words)


def _is_body(name: str, library: Library) -> bool:
    """Whether a name in capitals holds a noun for a body or a known body's name: "Ministry of Health"."""
    body = any(library.speech.body_of(w.lower()) for w in name.split())
    return name[:1].isupper() and (body or library.organisations.find_in(name) is not None)


def _is_name_before(text: str, at: int) -> bool:
    """Whether a word with a capital stands right before a bracket, which may hold its short form ("al-Sham (HTS)")."""
    word = text[:at].rstrip().rpartition(" ")[2]
    return any(c.isupper() for c in word)
