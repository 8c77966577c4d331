"""Checks of a sentence that are not about its figures: quotations, dates, sources, names, actors, words, the record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.composing.date_checks import Bounds, fits, intervals_of
from rashomon.composing.ledger import Ledger, claim_words
from rashomon.composing.masking import Protector
from rashomon.composing.naming import MASK
from rashomon.composing.sentence_reading import SentenceRead
from rashomon.composing.source_names import (
    counted_reports,
    is_role,
    names_of,
    parts_of_source,
    plain_name,
    without_apostrophes,
)
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.library import Library
from rashomon.model.brief import Sentence
from rashomon.model.claim import AnyClaim, Control, EventClaim, Statement
from rashomon.model.remembered import remembered
from rashomon.model.report import Report

_NAME = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_PARTS = re.compile(r"[-.'’]")
_TOOK = re.compile(r"\b(?:took|seized|captured|entered|held|lost|besieged|withdrew from|fought for|tried to take)\b")
_STATUS = {
    "took": {"seized"},
    "seized": {"seized"},
    "entered": {"entered"},
    "held": {"holds"},
    "lost": {"lost"},
    "besieged": {"besieged"},
    "withdrew from": {"withdrew"},
    "fought for": {"contested"},
    "tried to take": {"attempted"},
}
_SPOKE = {
    "condemned": {"condemned"},
    "denied": {"denied"},
    "warned": {"warned"},
    "expressed concern": {"concerned"},
    "called for": {"called_for"},
    "called on": {"called_for"},
    "praised": {"praised"},
    "promised": {"promised"},
    "announced": {"announced"},
    "confirmed": {"confirmed"},
}
#: Words of our own that may open a clause with a capital.
_NO_NAMES = frozenset("the a an no at in on more about".split())


@dataclass(frozen=True, slots=True)
class WordCheck:
    """Checks quotations, dates, sources, names, actors and words of one sentence after another."""

    ledger: Ledger
    library: Library
    protector: Protector
    _near: dict[str, frozenset[str]] = field(default_factory=dict)
    _near_event: dict[str, frozenset[str]] = field(default_factory=dict)

    def fault(self, sentence: Sentence, read: SentenceRead) -> str | None:
        """The first thing that does not hold, or null."""
        claims = [c for i in sentence.claims if (c := self.ledger.claims.get(i)) is not None]
        return (
            self._cites(sentence, claims)
            or self._persons(sentence)
            or self._loaded(sentence)
            or self._quotes(read, claims)
            or self._dates(sentence, read, claims)
            or self._source(sentence, read, claims)
            or self._verbs(read, claims)
            or self._names(read, claims)
        )

    def _cites(self, sentence: Sentence, claims: list[AnyClaim]) -> str | None:
        if len(claims) != len(sentence.claims):
            return "it cites a claim that is not in the record"
        if any(r not in self.ledger.reports for r in sentence.reports):
            return "it cites a report that is not in the record"
        return None if claims or sentence.issues or sentence.reports else "it cites nothing"

    def _persons(self, sentence: Sentence) -> str | None:
        name = self.protector.private_in(sentence.text)
        if name is not None:
            return "it names a private person"
        return "it prints a masked name" if MASK in re.sub(r"“[^”]*”", "", sentence.text) else None

    def _loaded(self, sentence: Sentence) -> str | None:
        found = self.library.terms.find(sentence.text)
        return f"the loaded word {found[0].term.word!r} stands in our own voice" if found else None

    def _quotes(self, read: SentenceRead, claims: list[AnyClaim]) -> str | None:
        passages = [_squeezed(text) for c in claims for text in self._spoken(c)]
        for quote in read.quotes:
            said = _squeezed(quote).strip(" .…,;:!?")
            if said and not any(said in p or said in self.protector.mask(p) for p in passages):
                return "a quotation is not in a cited passage"
        return None

    def _spoken(self, claim: AnyClaim) -> list[str]:
        spoken = [self.ledger.passage(claim)]
        if isinstance(claim, Statement):
            spoken.append(self.ledger.words(claim, claim.content_start, claim.content_end))
        spoken += [self.ledger.words(claim, c.start, c.end) for c in getattr(claim, "caveats", ())]
        group = getattr(getattr(claim, "population", None), "group", None)
        return [*spoken, group or ""]

    def _dates(self, sentence: Sentence, read: SentenceRead, claims: list[AnyClaim]) -> str | None:
        known: list[Bounds] = [i for c in claims for i in intervals_of(c)]
        if " launched " in sentence.text:
            # What has gone on since a day was launched on that day.
            known += [(start, start) for c in claims if isinstance(c, EventClaim) for start, _ in intervals_of(c)]
        for claim in claims:
            event = self.ledger.events.get(self.ledger.event_of.get(claim.id, ""))
            if event is not None:
                known.append((event.start_date, event.end_date or event.start_date))
        for report in sentence.reports:
            published = self.ledger.reports[report].published
            if published is not None:
                known.append((published.earliest.date(), published.latest.date()))
        wrong = next((d for d in read.dates if not fits(d, known)), None)
        return (
            None if wrong is None else f"the date {read.text[wrong.start : wrong.end]!r} is not that of a cited claim"
        )

    def _source(self, sentence: Sentence, read: SentenceRead, claims: list[AnyClaim]) -> str | None:
        terms = self.library.terms
        known = {n for c in claims for n in names_of(c, self.ledger.reports.get(c.report), terms)}
        words = {w for n in known for w in re.findall(r"[\w'’-]+", n)}
        for source in read.sources:
            count = counted_reports(source.name, self.library.number_words)
            if count is not None:
                cited = len(self.ledger.independent(sentence.claims))
                if count > cited or (count != cited and len(read.sources) == 1):
                    return "the number of reports is not that of the cited claims"
                continue
            for part in parts_of_source(source.name, known, terms):
                plain = plain_name(part, terms)
                if plain in known or plain == "others" or is_role(part, self.library.persons):
                    continue
                said = {w if w in words else without_apostrophes(w) for w in re.findall(r"[\w'’-]+", plain)}
                if not said <= words | {"the", "a", "an", "of", "in", "for"} | _loose(words):
                    return f"the source {part!r} is not that of a cited claim"
        return None

    def _verbs(self, read: SentenceRead, claims: list[AnyClaim]) -> str | None:
        statements = [c for c in claims if isinstance(c, Statement)]
        if statements and len(statements) == len(claims):
            for verb, classes in _SPOKE.items():
                at = re.search(rf"\b{verb}\b", read.plain)
                if (
                    at
                    and not any(s.verb_class in classes for s in statements)
                    and not _in_passages(verb, self.ledger, claims)
                ):
                    return f"the verb {verb!r} is not that of a cited statement"
        controls = [c for c in claims if isinstance(c, Control)]
        if controls and len(controls) == len(claims):
            for match in _TOOK.finditer(read.plain):
                wanted = _STATUS.get(match.group(), set())
                if wanted and not any(c.status in wanted for c in controls):
                    return f"the verb {match.group()!r} is not what a cited claim says of the place"
            if not read.sources:
                return "a place is said to have changed hands without its source"
        return None

    def _names(self, read: SentenceRead, claims: list[AnyClaim]) -> str | None:
        if not claims:
            return None
        known = frozenset().union(*(words for c in claims for words in self._words_near(c)))
        first, no_names = True, _NO_NAMES | self.library.words.of(CalendarWords).named
        for match in _NAME.finditer(read.plain):
            word = re.sub(r"['’]s$", "", match.group())
            initial, first = first, False
            if initial or word[0].islower() or word.casefold() in no_names:
                continue
            if {word.casefold(), without_apostrophes(match.group()).casefold()} & known:
                continue
            if not all(p.casefold() in known for p in re.split(r"[-.]", word) if p):
                return f"the name {word!r} is in no cited claim"
        return None

    def _words_near(self, claim: AnyClaim) -> tuple[frozenset[str], ...]:
        """Words of the claim's passage, canonical names and outlet, and those of its event; read once each."""
        if claim.id not in self._near:
            self._near[claim.id] = _words_with(claim, self.ledger.reports.get(claim.report))
        event = self.ledger.events.get(self.ledger.event_of.get(claim.id, ""))
        if event is None:
            return (self._near[claim.id],)
        if event.id not in self._near_event:
            self._near_event[event.id] = _words_of(_strings(event))
        return self._near[claim.id], self._near_event[event.id]


@remembered(20_000)
def _words_with(claim: AnyClaim, report: Report | None) -> frozenset[str]:
    """Words of the claim's passage, of its canonical names and of its outlet."""
    texts = [claim_words(claim, report, claim.start, claim.end), (report.outlet or "") if report else ""]
    if isinstance(claim, Statement):
        texts += [claim_words(claim, report, claim.content_start, claim.content_end), claim.speaker_role or ""]
    return _words_of([*texts, *_strings(claim)])


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts in lower case, without possessive endings, and the parts of compound ones."""
    split = {_POSSESSIVE.sub("", w).casefold() for t in texts for w in _NAME.findall(t)}
    return frozenset(split).union(p for w in split for p in _PARTS.split(w) if p)


def _strings(record: object) -> list[str]:
    """Every string of a record, however deep."""
    if isinstance(record, str):
        return [record]
    if isinstance(record, tuple | list):
        return [s for r in record for s in _strings(r)]
    names = getattr(record, "__struct_fields__", ())
    return [s for n in names for s in _strings(getattr(record, n))]


def _squeezed(text: str) -> str:
    return (
        " ".join(text.split()).replace("“", "‘").replace("”", "’").replace('"', "'").replace("‘", "'").replace("’", "'")
    )


def _loose(words: set[str]) -> set[str]:
    """The words without possessive endings."""
    return {re.sub(r"['’]s$", "", w) for w in words}


def _in_passages(verb: str, ledger: Ledger, claims: list[AnyClaim]) -> bool:
    return any(verb in " ".join(ledger.passage(c).casefold().split()) for c in claims)
