"""Where a report was filed, which is not where its figures were."""

from __future__ import annotations

from rashomon.model.place import Place
from rashomon.model.report import Report

#: What stands behind a dateline, an agency's name in brackets between.
_DASHES = ("-", "–", "—", ":", "(")
#: A dateline's comma and country stand before its dash within so many characters.
_REACH = 40
#: Shorter words in capitals are no dateline (characters).
_SHORTEST = 4


def is_dateline(report: Report, place: Place) -> bool:
    """Whether a place in capitals opens the text or a line of it, with a dash, a colon or a bracket behind it."""
    if place.field != "text" or not place.text.isupper() or len(place.text) < _SHORTEST:
        return False
    return not _before(report, place) and _closes(report, place)


def ends_dateline(report: Report, place: Place) -> bool:
    """Whether a place only says where a dateline's town lies: the country in "KOTRI, Ruritania -"."""
    before = _before(report, place) if place.field == "text" else ""
    return len(before) > _SHORTEST and before.isupper() and before.endswith(",") and _closes(report, place)


def _before(report: Report, place: Place) -> str:
    """What stands before a place in its line."""
    return report.text[report.text.rfind("\n", max(0, place.start - _REACH), place.start) + 1 : place.start].strip()


def _closes(report: Report, place: Place) -> bool:
    """Whether what ends a dateline stands behind a place, with the rest of its comma's name between."""
    behind = report.text[place.end : place.end + _REACH].lstrip()
    if behind.startswith(","):
        behind = behind[1:].lstrip(" .abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return behind.startswith(_DASHES)
