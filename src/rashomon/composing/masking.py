"""Masks names letter by letter, so that every offset holds, in texts and in the fields of records that hold words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from rashomon.composing.name_matching import NameMatcher, words_in
from rashomon.composing.naming import MASK
from rashomon.model.record import Record
from rashomon.model.remembered import remembered
from rashomon.model.report import Report

R = TypeVar("R", bound=Record)


#: Fields of records that hold words of a report or names; all other strings are ids, codes and addresses.
_WORD_FIELDS = frozenset(
    "text title name speaker speaker_role organisation origin agency family group side status_by accused by act_text "
    "from_actor to_actor where holder means town root roots works_under draws_on byline message "
    "what notes settle suggestion machine corrected why note".split()
)
#: Fields of our own sentences, without offsets: there a masked name is said as a role.
_TOLD_FIELDS = frozenset(("calculation", "reason"))
#: So many records are known again at a story's next instant.
_KEPT = 4_000


_LETTER = re.compile(r"\w")
_HIDDEN = re.compile(rf"(?P<role>\b[a-z]+ )?(?:(?:Abu|Umm|Abd|Al) )?{MASK}+(?:[\s.'’-]+{MASK}+)*")
#: Words before a name in our own sentences that are no role of who bears it.
_NO_ROLE = frozenset("by and of from in behind to that is as or for with than".split())


@dataclass(frozen=True, slots=True)
class Protector:
    """Knows the private persons of one story; `mask` hides their names wherever they stand."""

    names: tuple[str, ...]
    matcher: NameMatcher
    spared: dict[str, tuple[tuple[int, int], ...]]
    public: tuple[str, ...] = ()

    def mask(self, text: str) -> str:
        """The text with the private names masked, length kept."""
        return _mask_but(self.matcher, text, ())

    def private_in(self, text: str) -> str | None:
        """The first private name in the text, or null."""
        return next((text[a:b] for a, b in self.matcher.find(text)), None)

    def mask_report(self, report: Report) -> Report:
        """The report with its words masked, names of places and organisations spared."""
        if not self.matcher:
            return report
        spared = self.spared.get(report.id, ())
        hidden = _mask_but(self.matcher, report.text, spared)
        title = self.mask(report.title) if report.title else report.title
        return _with_words(report, hidden, title, self.mask(report.byline or "") or None)

    def mask_record(self, record: R) -> R:
        """The record with every field that holds words masked, however deep."""
        return _masked(record, self) if self.matcher else record

    def mask_told(self, record: R) -> R:
        """As `mask_record`, of a record made of one report, which is asked for again at other instants."""
        return _masked(record, self) if self.matcher.may_stand_in(_words_within(record)) else record


@lru_cache(maxsize=_KEPT)
def _with_words(report: Report, text: str, title: str | None, byline: str | None) -> Report:
    """The report with these words; the same one again where it was made before: so is what comes of it."""
    if (text, title, byline) == (report.text, report.title, report.byline):
        return report
    return msgspec.structs.replace(report, text=text, title=title, byline=byline)


@remembered(_KEPT)
def _words_within(record: Record) -> frozenset[str]:
    """Every word of a record's fields that hold words, as names are matched with."""
    return frozenset(word for text in _texts_within(record) for word in words_in(text))


def _texts_within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_within(one)
    elif isinstance(value, Record):
        for name in value.__struct_fields__:
            told = getattr(value, name)
            if name in _WORD_FIELDS or name in _TOLD_FIELDS or not isinstance(told, str):
                yield from _texts_within(told)


def _mask_but(matcher: NameMatcher, text: str, spared: tuple[tuple[int, int], ...]) -> str:
    """The text masked outside the spared spans (sorted), in one pass."""
    parts: list[str] = []
    at = low = 0
    for start, end in matcher.find(text):
        while low < len(spared) and spared[low][1] <= start:
            low += 1
        if low < len(spared) and spared[low][0] <= start and end <= spared[low][1]:
            continue
        parts += [text[at:start], _LETTER.sub(MASK, text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _masked(value: Any, protector: Protector) -> Any:
    if isinstance(value, Record):
        changed: dict[str, Any] = {}
        for name in value.__struct_fields__:
            old = getattr(value, name)
            if isinstance(old, Record) or (isinstance(old, tuple) and old and isinstance(old[0], Record)):
                new = _masked(old, protector)
            elif name in _WORD_FIELDS:
                new = _masked_words(old, protector)
            elif name in _TOLD_FIELDS and isinstance(old, str):
                new = _HIDDEN.sub(_told_by_role, protector.mask(old))
            else:
                continue
            if new != old:
                changed[name] = new
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        return tuple(_masked(v, protector) for v in value)
    return value


def _told_by_role(hidden: re.Match[str]) -> str:
    """What stands in a sentence of ours for a masked name: the role before it, else that a person is quoted."""
    role = hidden["role"]
    return role.rstrip() if role and role.strip() not in _NO_ROLE else f"{role or ''}a person quoted"


def _masked_words(value: Any, protector: Protector) -> Any:
    if isinstance(value, str):
        return protector.mask(value)
    if isinstance(value, tuple) and all(isinstance(v, str) for v in value):
        return tuple(protector.mask(v) for v in value)
    return value
