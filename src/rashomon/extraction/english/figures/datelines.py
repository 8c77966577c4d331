"""Where a report was filed, which is not where its figures were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.place import Place
from rashomon.model.report import Report

#: What stands behind a dateline, an agency's name in brackets between.
_DASHES = ("-", "–", "—", ":", "(")
#: A dateline's comma and country stand before its dash within so many characters.
_REACH = 40
#: The lead begins within so many characters: a headline and a credit may stand before it.
_LEAD = 250
_TOWN = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2},")
#: What ends a dateline in small letters, and the long line behind it.
_CLOSED = re.compile(
    r"(?:,\s[^\W\d][^\n:(]{1,40}?)?(?:\s\([^()\n]{2,40}\))?\s?(?::|\s[-–—])\s(?=[“\"]?[A-Z])(?=[^\n]{80})"
)
#: What stands behind a town at the very head of a text: a colon and a sentence that begins with a number. It is no row:
#: it is long, and its line ends as sentences do.
_COUNTED = re.compile(r":\s\d[^\n]{100,}[.”\"](?:\n|$)")
#: A dateline with a day: behind it an agency in brackets ("Kotri, Mar 12 (Wire) The army"), else a dash or colon
#: ("Kotri, April 20, 2018–The army").
_DATED = re.compile(
    r"(?i),\s(?:[a-z]{3,9}\.?\s\d{1,2}|\d{1,2}\s[a-z]{3,9})(?:,?\s\d{4})?"
    r"(?:\s\([^()\n]{2,40}\)\s?[-–—:]?|\s?[-–—:])\s?(?=[“\"]?\w)(?=[^\n]{80})"
)
#: A dateline in brackets: "(Kotri) - The army", "(Kotri, May 3) The army".
_BRACKETED = re.compile(r"(?:,\s[^\n()]{1,40})?\)\s?[-–—:]?\s(?=[“\"]?[A-Z])(?=[^\n]{80})")
#: Towns that a report was filed from together: "Kotri/Jaral".
_WITH = re.compile(r"(?:[A-Z][\w'’ -]{1,30}/)+")
_BESIDE = re.compile(r"^(?:/[A-Z][A-Z'’ -]{1,30})+")
#: What puts a headline's happening into the place behind it.
_IN = re.compile(r"(?i)\b(?:in|at|near|across)\s(?:the\s)?$")
#: Shorter words in capitals are no dateline (characters).
_SHORTEST = 4


def is_filing(report: Report, place: Place) -> bool:
    """Whether a place is part of a dateline: its town, or what the town lies in."""
    return is_dateline(report, place) or ends_dateline(report, place)


def is_dateline(report: Report, place: Place) -> bool:
    """Whether a place opens a line in capitals, or the lead in small letters, with a dash, colon or bracket behind."""
    before = _before(report, place) if place.field == "text" else "title"
    if before == "(" and place.start < _LEAD and _BRACKETED.match(report.text, place.end):
        return True
    if len(place.text) < _SHORTEST or (before and _WITH.fullmatch(before) is None):
        return False
    if place.start < _LEAD and _DATED.match(report.text, _past_other(report, place)):
        return True
    if not place.text.isupper():
        return _opens_lead(report, place)
    return _closes(report, place) or _is_line(report, place)


def without_topic(report: Report, places: Sequence[Place]) -> list[Place]:
    """The places but the one that a headline opens with before a colon, where it goes on to say where: "Kotria: Three
    die in Jaral"."""
    title = report.title or ""
    inside = any(p.field == "title" and _IN.search(title[: p.start]) for p in places)
    return [
        p for p in places if not (inside and p.field == "title" and p.start == 0 and title[p.end : p.end + 1] == ":")
    ]


def ends_dateline(report: Report, place: Place) -> bool:
    """Whether a place only says where a dateline's town lies: the country in "KOTRI, Ruritania -"."""
    before = _before(report, place) if place.field == "text" else ""
    if len(before) <= _SHORTEST or not before.endswith(","):
        return False
    if before.isupper():
        return _closes(report, place)
    return _TOWN.fullmatch(before) is not None and _opens_lead(report, place)


def _past_other(report: Report, place: Place) -> int:
    """The end of a place, or of the town behind a slash that the report was filed from too."""
    end = place.end
    if report.text[end : end + 1] == "/":
        while end < place.end + _REACH and report.text[end : end + 1] not in (",", "\n", ""):
            end += 1
    return end


def _is_line(report: Report, place: Place) -> bool:
    """A town in capitals alone on a line before the lead."""
    behind = report.text[place.end : place.end + _REACH * 2]
    return place.start < _LEAD and behind[:1] == "\n" and "\n" not in behind.lstrip("\n ")


def _opens_lead(report: Report, place: Place) -> bool:
    """ "Aleppo: The army ...", "Aleppo (Wire) - The army ...": a sentence, not the number of a row, stands behind."""
    if place.start < _LEAD and _CLOSED.match(report.text, place.end) is not None:
        return True
    return (
        not report.text[: place.start].replace(report.title or "\n", "").strip()
        and _COUNTED.match(report.text, place.end) is not None
    )


def _before(report: Report, place: Place) -> str:
    """What stands before a place in its line."""
    return report.text[report.text.rfind("\n", max(0, place.start - _REACH), place.start) + 1 : place.start].strip()


def _closes(report: Report, place: Place) -> bool:
    """Whether what ends a dateline stands behind a place, with the rest of its comma's name between."""
    behind = _BESIDE.sub("", report.text[place.end : place.end + 2 * _REACH], count=1).lstrip()
    if behind.startswith(","):
        behind = behind[1:].lstrip(" .abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return behind.startswith(_DASHES)
