"""What stands before the first sentence of the running text: a date, the headline again, a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.outlets import Agency
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.english.time_calendar import read_clock, read_date
from rashomon.language.english.time_tokens import Marks
from rashomon.language.time_meaning import CalendarDate

#: A dateline is short (characters); the words of a longer opening belong to the sentence.
_LONGEST = 140
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class DatelineWords(WordClasses):
    """Words of a dateline."""

    source: ClassVar[str] = "en/words/texts.toml#datelines"

    joints: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline ends (its dash included), its date and the agency in its brackets with its offsets."""

    end: int
    date: CalendarDate | None
    agency: Agency | None
    agency_start: int = 0
    agency_end: int = 0


def opening_date(text: str, start: int, end: int, library: Library) -> tuple[CalendarDate, int] | None:
    """A full date that a paragraph opens with and no sentence goes on from, and where it ends."""
    marks = Marks(text[start : min(end, start + 120)], library.times)
    bracket = marks.lower(0) in {"[", "("}
    found = read_date(marks, 1 if bracket else 0)
    if found is None or found[0].year is None or found[0].day is None or found[0].last_day is not None:
        return None
    date, after = found
    while marks.lower(after) in {"at", "]", ")", ",", "-", "–", "—", "|", ":", "."}:
        after += 1
    clock = read_clock(marks, after, bare=marks.lower(after - 1) == "at")
    if clock is not None:
        after = clock[1]
    following = marks[after].text
    if following[:1].islower() or not following:
        return None
    return date, start + marks[after].start if marks[after].start else end


def leading_title(text: str, start: int, end: int, title: str) -> int | None:
    """Where the title ends that a paragraph opens with (same words in the same order), or null."""
    wanted = [w.casefold() for w in _WORD.findall(title)]
    if len(wanted) < 3:
        return None
    at = start
    for word in wanted:
        match = _WORD.search(text, at, min(end, at + 60))
        if match is None or match.group().casefold() != word:
            return None
        at = match.end()
    while at < end and text[at] in "?!\"”’')":
        at += 1
    return at


def _names_unknown_agency(words: str, library: Library) -> bool:
    """Whether a dateline's brackets hold a name that is no land: the agency, though no list knows it."""
    parts = words.split()
    named = 0 < len(parts) <= 3 and all(p[0].isupper() and p.isalpha() for p in parts)
    return named and words == " ".join(parts) and words.casefold() not in library.place_words.countries


def read_dateline(text: str, start: int, end: int, library: Library) -> Dateline | None:
    """The dateline that a paragraph opens with: "ALEPPO, Syria, Nov 29 (Reuters) -", "BEIRUT (AP) —", "(CNN)"."""
    words = library.words.of(DatelineWords)
    marks = Marks(text[start : min(end, start + _LONGEST)], library.times)
    date: CalendarDate | None = None
    agency: Agency | None = None
    span = (0, 0)
    bracket = False
    i = 0
    while i < min(len(marks), 30):
        mark = marks[i]
        if (mark.text in {"(", "["} or (mark.text == "/" and not mark.joined)) and not bracket:
            inside = _brackets(marks, i, library)
            if inside is None:
                return None
            if inside.agency is not None:
                agency, span = inside.agency, (start + inside.start, start + inside.end)
            bracket, closing = True, inside.closing
            i = closing + 1
            if marks[i].text not in {"-", "–", "—", ":", ",", "_"} and not (marks[i].text.isdigit() or marks.month(i)):
                # "(CNN)Rescue crews": the brackets close the dateline.
                last = i if mark.text == "/" and marks[i].text == "." else closing
                return Dateline(start + marks[last].end, date, agency, *span) if inside.credited or i < 6 else None
            continue
        found = read_date(marks, i)
        if found is not None and date is None and i < 14:
            date, i = found
            continue
        if i and mark.text in {"-", "–", "—", ":", "_"} and not (mark.joined and marks[i + 1].joined):
            after = i + 1
            while marks[after].text in {"-", "–", "—", "_"}:
                after += 1
            certain = bracket or date is not None or _capitals(marks)
            if agency is None and (credit := library.outlets.credit.search(marks.text, 0, mark.start)):
                certain = True
                agency, span = library.outlets.agency(credit.group()), (start + credit.start(), start + credit.end())
            certain = certain or (mark.text in {"–", "—"} and i <= 5 and "," in marks.text[: mark.start])
            label = library.page_words.labels.opens(marks.text[: mark.start]) is not None
            if not certain or label or (mark.text == ":" and not bracket and i > 4):
                return None
            return Dateline(start + marks[after - 1].end, date, agency, *span)
        if mark.text[:1].islower() and mark.lower not in words.joints:
            return None
        if date is not None and not bracket and mark.text[:1].isupper() and i >= 2 and _capitals(marks):
            # "BEIRUT Nov 5 At least 20": an old wire form without a dash.
            return Dateline(start + marks[i - 1].end, date, agency, *span)
        if not (mark.text[:1].isalpha() or mark.text in {",", ".", "/", "'", "’", "-", "&", ";"}):
            return None
        i += 1
    return None


@dataclass(frozen=True, slots=True)
class _Brackets:
    """The closing mark of a dateline's brackets, the agency in them with its offsets, and whether a list knows it."""

    closing: int
    agency: Agency | None
    start: int
    end: int
    credited: bool


def _brackets(marks: Marks, opening: int, library: Library) -> _Brackets | None:
    """What the brackets of a dateline hold; null where they do not close or hold no name."""
    mark = marks[opening]
    ends = {")", "]"} if mark.text != "/" else {"/"}
    closing = next((k for k in range(opening + 1, min(opening + 14, len(marks))) if marks[k].text in ends), None)
    if closing is None:
        return None
    low, high = mark.end, marks[closing].start
    credit = library.outlets.credit.search(marks.text, low, high)
    if credit:
        return _Brackets(closing, library.outlets.agency(credit.group()), credit.start(), credit.end(), True)
    inside = marks.text[low:high]
    if not (inside.isupper() or (opening > 0 and inside[:1].isupper() and len(inside) < 40)):
        return None
    unknown = _names_unknown_agency(inside, library)
    return _Brackets(closing, Agency(inside, (), ()) if unknown else None, low, high, False)


def _capitals(marks: Marks) -> bool:
    """Whether the first word is a place in capitals."""
    first = marks[0].text
    return len(first) > 2 and first.isalpha() and first.isupper()
