"""Which happening a figure belongs to: that of its clause, else the only one of its sentence, else the report's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_drafts import VIOLENT_TYPES, ReadEvents
from rashomon.knowledge.word_classes import WordBook, WordClasses, either
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.claim import EventClaim, Figure
from rashomon.model.passage import Field

#: Measures of what a deed or a disaster does.
_HARM = frozenset(
    (
        "killed",
        "injured",
        "missing",
        "trapped",
        "rescued",
        "abducted",
        "buildings_destroyed",
        "buildings_damaged",
        "other:casualties",
        "other:vehicles",
    )
)
#: Deeds of one place and day. A battle goes on: its toll is a theatre's, and no one clash's.
_DEED_TYPES = VIOLENT_TYPES - {"Battles"} | {"Protests"}
#: Steps along the parse from a figure's number to the word that tells its happening.
_FARTHEST = 6
#: The text's first sentences: what stands there without a happening of its own is the report's own.
_LEAD = 3
#: Tells a clause that goes back to something else.
_LEAVING = frozenset(("relcl", "ccomp", "advcl", "parataxis"))


@dataclass(frozen=True)
class SpanWords(WordClasses):
    """Words of a time that spans more than one happening."""

    source: ClassVar[str] = "en/words/events.toml#spans"

    spans: frozenset[str]

    @cached_property
    def told(self) -> re.Pattern[str]:
        """Such a word in the words of a time."""
        return re.compile(rf"(?i)\b{either(self.spans)}\b")


def with_events(figures: Sequence[Figure], told: ReadEvents, analysis: Analysis, words: WordBook) -> tuple[Figure, ...]:
    """The figures, each with the claim id of its event; null where neither words nor place tie it to one."""
    sentences = {(s.field, s.start): s for s in analysis.sentences}
    lead = [s.start for s in analysis.sentences if s.field == "text"][:_LEAD]
    main = _main_event(told, lead[-1] if lead else 0)
    spans = words.of(SpanWords)
    found: list[Figure] = []
    for figure in figures:
        sentence = sentences.get((figure.field, figure.start))
        event = _in_sentence(figure, told, sentence, spans) if sentence is not None else None
        if event is None and main is not None and (figure.field == "title" or figure.start in lead):
            event = main if _is_of(figure, main, spans) and figure.measure in _HARM and figure.when is None else None
        found.append(msgspec.structs.replace(figure, event=event.id) if event is not None else figure)
    return tuple(found)


def _in_sentence(figure: Figure, told: ReadEvents, sentence: Sentence, spans: SpanWords) -> EventClaim | None:
    mentions = [
        (start, event)
        for start, _, event in told.mentions_between(sentence.field, sentence.start, sentence.end)
        if _is_of(figure, event, spans)
    ]
    if not mentions or sentence.parse is None:
        return None
    number = sentence.parse.at(figure.number_end - 1 - sentence.start)
    steps = [
        (_steps(sentence.parse, number, sentence.parse.at(start - sentence.start)), k)
        for k, (start, _) in enumerate(mentions)
    ]
    nearest, k = min(steps)
    if nearest <= _FARTHEST:
        return mentions[k][1]
    only = {event.id for _, event in mentions}
    return mentions[0][1] if len(only) == 1 and figure.measure in _HARM else None


def _steps(parse: Parse, one: Token | None, other: Token | None) -> int:
    """How far two words stand apart in the parse, a clause that leaves the first counting three steps."""
    if one is None or other is None:
        return _FARTHEST + 1
    up = {one.i: 0}
    far = 0
    for token, above in zip([one, *parse.ancestors(one)], parse.ancestors(one), strict=False):
        far += 3 if token.dep in _LEAVING else 1
        up[above.i] = far
    far = 0
    for token in [other, *parse.ancestors(other)]:
        if token.i in up:
            return far + up[token.i]
        far += 3 if token.dep in _LEAVING else 1
    return _FARTHEST + 1


def _is_of(figure: Figure, event: EventClaim, spans: SpanWords) -> bool:
    """Whether measure, realis and place let a figure be of an event; background is only ever of background."""
    if (figure.realis == "background") != (event.realis == "background"):
        return False
    if event.realis in ("planned", "feared") and figure.realis not in ("planned", "feared"):
        return False
    if figure.measure in _HARM and figure.when is not None and spans.told.search(figure.when.text):
        return False
    if event.type is None or (figure.measure in _HARM and not _is_deed(event)):
        return False
    mine, theirs = figure.place, event.place
    if mine is None or theirs is None or mine.how != "clause" or theirs.how != "clause":
        return True
    a, b = mine.name.casefold(), theirs.name.casefold()
    wide = {"country", "region", "admin1", "facility", "other"}
    return a in b or b in a or bool({mine.kind, theirs.kind} & wide)


def _is_deed(event: EventClaim) -> bool:
    return event.type is not None and (event.type in _DEED_TYPES or event.type.startswith("disaster"))


def _main_event(told: ReadEvents, lead_end: int) -> EventClaim | None:
    """The deed or disaster that title and lead tell; null where they tell two as often, or the report tells battles."""
    if any(e.type == "Battles" and e.realis in ("happened", "claimed") for e in told.events):
        return None
    counts: Counter[str] = Counter()
    events: dict[str, EventClaim] = {}
    fields: tuple[tuple[Field, int], ...] = (("title", 1 << 30), ("text", lead_end + 1))
    for field, end in fields:
        for event in told.deeds_between(field, 0, end) + _disasters(told, field, end):
            counts[event.id] += 1
            events.setdefault(event.id, event)
    every = Counter(event.id for some in told.mentions.values() for _, _, event in some)
    known = sorted(
        (e for e in events.values() if e.realis in ("happened", "claimed") and _is_deed(e)),
        key=lambda e: (-counts[e.id], -every[e.id], e.field != "title", e.anchor_start),
    )
    if not known:
        return None
    tied = len(known) > 1 and (counts[known[1].id], every[known[1].id]) == (counts[known[0].id], every[known[0].id])
    return None if tied else known[0]


def _disasters(told: ReadEvents, field: Field, end: int) -> list[EventClaim]:
    found = {e.id: e for _, _, e in told.mentions_between(field, 0, end) if (e.type or "").startswith("disaster")}
    return list(found.values())
