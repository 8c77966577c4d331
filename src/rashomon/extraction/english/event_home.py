"""Where and when the happening was that a report is about: what drafts without a place or time of their own have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_drafts import Draft
from rashomon.extraction.english.event_telling import ClockWords, Setting, told_setting
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordBook, WordClasses, either
from rashomon.model.moment import When
from rashomon.model.place import Place

#: Mentions of a report among which its home is sought.
_FIRST_PLACES = 40


@dataclass(frozen=True)
class HomeWords(WordClasses):
    """Words that make a town's name that of the service which comes to its emergencies."""

    source: ClassVar[str] = "en/words/events.toml#home"

    levels: frozenset[str]
    services: frozenset[str]

    @cached_property
    def service(self) -> re.Pattern[str]:
        """What follows the name of a town in that of its service."""
        return re.compile(rf"(?i)\s(?:{either(self.levels)} )?{either(self.services)}")


def report_place(
    drafts: Sequence[Draft], analysis: Analysis, told_place: Place | None, words: WordBook
) -> Place | None:
    """The place of the happening that a report is about: told most for its violent or disastrous news, first by lead.

    A report whose happenings name no place has that of the sentence that says where it happened, else of its
    dateline, else the town whose police or fire service it names.
    """
    told = [d.claim for d in drafts if d.claim.type is not None and d.claim.realis not in {"background", "planned"}]
    placed = [c.place for c in told if c.place is not None and c.place.kind not in {"country", "region"}]
    counts = Counter(p.name for p in placed)
    if placed:
        ranked = sorted(enumerate(placed), key=lambda n: (-counts[n[1].name], n[0]))
        return ranked[0][1]
    if told_place is not None:
        return told_place
    dateline = [
        p for s in analysis.sentences if s.block == "dateline" for p in analysis.places_in(s.field, s.start, s.end)
    ]
    return msgspec.structs.replace(dateline[0], how="dateline") if dateline else _service_town(analysis, words)


def _service_town(analysis: Analysis, words: WordBook) -> Place | None:
    """The town whose police, sheriff or fire service a report names first: where a local report's news is."""
    service = words.of(HomeWords).service
    for place in analysis.places[:_FIRST_PLACES]:
        text = analysis.report.field_text(place.field)
        if place.adjectival and place.kind == "town" and service.match(text, place.end):
            return msgspec.structs.replace(place, adjectival=False, how="event")
    return None


def set_drafts(drafts: Sequence[Draft], analysis: Analysis, lexicon: EventLexicon) -> list[Draft]:
    """The drafts; a happening without a place or a time of its own has that of the report's happening."""
    told = told_setting(analysis, lexicon) if any(_belongs(d) for d in drafts) else Setting(None, None)
    place = report_place(drafts, analysis, told.place, lexicon.classes)
    if place is not None and place.how != "dateline":
        place = msgspec.structs.replace(place, how="event")
    clock = lexicon.classes.of(ClockWords)
    here = {
        d.group for d in drafts if place is not None and d.claim.place is not None and d.claim.place.name == place.name
    }
    return [_set(d, place, told.when, clock) if _belongs(d) and _is_news(d, here) else d for d in drafts]


def _set(draft: Draft, place: Place | None, when: When | None, clock: ClockWords) -> Draft:
    claim = draft.claim
    own = claim.when
    if own is None or (when is not None and clock.is_clock(own) and not clock.is_clock(when)):
        own = when or own
    return msgspec.structs.replace(draft, claim=msgspec.structs.replace(claim, place=claim.place or place, when=own))


def _is_news(draft: Draft, here: Collection[str]) -> bool:
    """Whether a draft may be told of the report's place: no offensive is, beside the bombing that is its news."""
    return draft.group != "battle" or draft.definite or draft.claim.place is not None or not here or "battle" in here


def _belongs(draft: Draft) -> bool:
    """Whether a draft is the report's news, or a happening that an accusation tells."""
    return draft.claim.type is not None and draft.claim.realis in {"happened", "claimed", "denied"}
