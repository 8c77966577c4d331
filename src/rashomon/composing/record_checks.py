"""Checks sentences about the record itself by counting again, from the sentence's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.composing.ledger import Ledger
from rashomon.composing.source_names import plain_name, roots_of
from rashomon.knowledge.number_words import NumberWords
from rashomon.knowledge.terms import LoadedTerms
from rashomon.knowledge.wording import Wording
from rashomon.language.english.numbers import find_numbers
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure, Responsibility
from rashomon.model.material import Material

_NO_NUMBER = re.compile(r"^The reports? gave no number of people killed\.$")
_NO_SOURCE = re.compile(r"^No source was named for the number of .+\.$")
_PARTIES = re.compile(r"^Only parties to the conflict gave a number of people killed\.$")
_BEHIND = re.compile(r"^The reports? did not say who was behind the [\w ]+\.$")
_ONLY = re.compile(r"^Only (?P<source>.+) gave a number of people killed\.$")
_NO_DAY = re.compile(r"^The reports? gave no date for the [\w ]+\.$")
_UNREAD = re.compile(r"^(?:(?P<n>\S+) of the (?P<all>\S+) reports|The report) could not be read\.$")
_UNDATED = re.compile(r"^(?P<n>\S+) of the (?P<all>\S+) reports bore no date\.$")
_SAME_TEXT = re.compile(r"^The (?P<all>\S+) reports carried the same text\.$")
_RESTS = re.compile(r"^This account rests on one report(?:, from (?P<outlet>.+))?\.$")
_BARE = re.compile(r"^(?:One report|Reports) with no happening that could be established$")


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """Knows what sentences about the record may say, and counts again."""

    ledger: Ledger
    material: Material
    wording: Wording
    terms: LoadedTerms
    numbers: NumberWords

    def speaks_of_record(self, sentence: Sentence) -> bool:
        """Whether the sentence speaks of the record itself rather than of what happened."""
        known: tuple[re.Pattern[str], ...] = (
            _NO_NUMBER,
            _NO_SOURCE,
            _PARTIES,
            _BEHIND,
            _UNREAD,
            _UNDATED,
            _SAME_TEXT,
            _RESTS,
            _BARE,
            _ONLY,
        )
        known = (*known, _NO_DAY)
        return any(p.match(sentence.text) for p in known)

    def fault(self, sentence: Sentence) -> str | None:
        """Why a sentence about the record is not so, or null."""
        text = sentence.text
        if _NO_NUMBER.match(text) and self._toll_told():
            return "a number of dead is in the record"
        if _BEHIND.match(text) and self._somebody_accused(sentence):
            return "somebody is named or accused in the record"
        if _NO_SOURCE.match(text) and any(f.attribution is not None for f in self.ledger.figures(sentence.claims)):
            return "a cited figure has a source"
        if _PARTIES.match(text) and not all(
            f.attribution and f.attribution.side for f in self.ledger.figures(sentence.claims)
        ):
            return "a cited figure is not a party's"
        if _NO_DAY.match(text) and any(self._is_dated(c) for c in sentence.claims):
            return "a cited happening has a date"
        if (only := _ONLY.match(text)) and not self._only_root(only["source"], sentence):
            return "another root, or none, counts the dead"
        return self._counts(text)

    def _is_dated(self, claim: str) -> bool:
        event = self.ledger.events.get(self.ledger.event_of.get(claim, ""))
        return event is None or event.start_date is not None

    def _only_root(self, source: str, sentence: Sentence) -> bool:
        """Whether every count of dead in the record has one root, and the sentence names it."""
        dead = [c for c in self.ledger.claims.values() if isinstance(c, Figure) and c.measure == "killed"]
        counted = [f for f in dead if f.realis in ("happened", "claimed") and not f.derived]
        cited = {f.id for f in self.ledger.figures(sentence.claims)}
        roots = [roots_of(f, self.terms, self.wording.bodies) for f in counted]
        named = plain_name(source, self.terms)
        parties_differ = len({f.attribution.origin for f in counted if f.attribution}) > 1
        return (
            bool(counted) and {f.id for f in counted} == cited and not parties_differ and all(named in r for r in roots)
        )

    def _toll_told(self) -> bool:
        claims = self.ledger.claims.values()
        dead = [c for c in claims if isinstance(c, Figure) and c.measure == "killed"]
        return any(f.realis in ("happened", "claimed") for f in dead)

    def _somebody_accused(self, sentence: Sentence) -> bool:
        if any(isinstance(c, Responsibility) for c in self.ledger.claims.values()):
            return True
        events = [self.ledger.events.get(self.ledger.event_of.get(c, "")) for c in sentence.claims]
        return any(e is not None and (e.actors or e.accused) for e in events)

    def _counts(self, text: str) -> str | None:
        reports = self.material.reports
        unread, undated = sum(not r.read for r in reports), sum(r.published is None for r in reports)
        for pattern, part in ((_UNREAD, unread), (_UNDATED, undated), (_SAME_TEXT, None), (_RESTS, None)):
            match = pattern.match(text)
            if match is None:
                continue
            told = match.groupdict()
            if told.get("all") and self._value(told["all"]) != len(reports):
                return "the number of reports is not that of the record"
            if told.get("n") and self._value(told["n"]) != part:
                return "the number of reports of this kind is not that of the record"
            if pattern is _RESTS and len(reports) != 1:
                return "the record holds more than one report"
            if pattern is _SAME_TEXT and len({self.ledger.copy_group.get(r.id, r.id) for r in reports}) != 1:
                return "the reports do not carry one text"
        return None

    def _value(self, word: str) -> float | None:
        numbers = find_numbers(word, self.numbers)
        return numbers[0].value if numbers else (0.0 if word.casefold() == "no" else None)
