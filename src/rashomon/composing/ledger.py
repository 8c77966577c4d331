"""The ledger: what a story's record holds, found by id. Composing and verification both look things up here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from rashomon.model.claim import AnyClaim, Figure
from rashomon.model.happening import Event
from rashomon.model.material import Material
from rashomon.model.report import Report

#: Roots of these kinds speak for a party where they have a side.
PARTY_KINDS = frozenset({"government", "army", "party", "ministry", "police", "official", "media"})

#: What it begins with is told first: there alone the words before are looked at.
_INNER = re.compile(r"[A-Z](?<=[a-z,] [A-Z])[\w-]+")
_OWNS = re.compile(r"['’]s?$")
_LOWER = re.compile(r"(?<![\w'’.-])[a-z][\w-]*")
#: The words of so many texts are kept: a ledger is made several times a dossier, and again at a story's next instant.
_KEPT = 4_000


class Ledger:
    """Look-ups over one story's reports, claims and events."""

    def __init__(self, material: Material, events: Iterable[Event] = ()) -> None:
        self.reports: dict[str, Report] = {r.id: r for r in material.reports}
        self.position = {r.id: n for n, r in enumerate(material.reports)}
        self._places = [p for some in material.claims for p in some.places]
        self.claims: dict[str, AnyClaim] = {}
        for some in material.claims:
            for group in (
                some.figures,
                some.events,
                some.statements,
                some.responsibilities,
                some.relations,
                some.control,
            ):
                self.claims.update({c.id: c for c in group})
        self.events = {e.id: e for e in events}
        self.event_of = {c: e.id for e in self.events.values() for c in e.claims}
        self.copy_group = {r: g.id for g in material.copies for r in g.reports}

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Every word that the story's reports write with a small first letter."""
        return frozenset().union(*(_words_of(r.title or "", r.text)[0] for r in self.reports.values()))

    @cached_property
    def names_seen(self) -> frozenset[str]:
        """Every word that stands with a capital inside a sentence, in lower case: names and adjectives of peoples."""
        return frozenset().union(*(_words_of(r.title or "", r.text)[1] for r in self.reports.values()))

    def opens_only(self, word: str) -> bool:
        """Whether a capitalised word owes its capital to the beginning of a sentence, as far as the reports show."""
        word = _OWNS.sub("", word)
        folded = word.casefold()
        return folded in self.lower_words or (word[1:].islower() and folded not in self.names_seen)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Every name and wording of a place in the record."""
        places = (getattr(c, "place", None) for c in self.claims.values())
        return frozenset(n for p in places if p is not None for n in (p.name, p.text, p.town) if n)

    @cached_property
    def place_words(self) -> dict[str, str]:
        """Towns and regions of one word by their small letters."""
        names = [p.name for p in self._places if p.geonames_id is not None and p.name.isalpha()]
        return {n.casefold(): n for n in sorted(names) if n[0].isupper() and len(n) > 3 and n.casefold() != n}

    def figures(self, ids: Iterable[str]) -> list[Figure]:
        """The figures among the claims of these ids, in the order given."""
        return [c for c in (self.claims.get(i) for i in ids) if isinstance(c, Figure)]

    def passage(self, claim: AnyClaim) -> str:
        """The words of the claim's passage."""
        return self.words(claim, claim.start, claim.end)

    def words(self, claim: AnyClaim, start: int, end: int) -> str:
        """Words of the claim's field between two offsets."""
        return claim_words(claim, self.reports.get(claim.report), start, end)

    def in_headline(self, claim: AnyClaim) -> bool:
        """Whether the claim stands in a title or headline, which may say more than the text below it."""
        if claim.field == "title":
            return True
        report = self.reports.get(claim.report)
        if report is None:
            return False
        if (
            report.title_span is not None
            and claim.start < report.title_span.end
            and report.title_span.start < claim.end
        ):
            return True
        heads = (b for b in report.blocks if b.kind == "headline")
        return any(b.start <= claim.start and claim.end <= b.end for b in heads)

    def independent(self, ids: Iterable[str]) -> list[str]:
        """One report for each copy group that these claims come from, earliest first: copies count once."""
        first: dict[str, str] = {}
        cited = {self.claims[i].report for i in ids if i in self.claims}
        for report in sorted(cited, key=lambda r: (self.position.get(r, 0), r)):
            first.setdefault(self.copy_group.get(report, report), report)
        return list(first.values())

    def is_partisan(self, figure: Figure) -> bool:
        """Whether the figure's root speaks for a side, or one of its kind would."""
        source = figure.attribution
        return source is not None and source.side is not None and source.kind in PARTY_KINDS


def claim_words(claim: AnyClaim, report: Report | None, start: int, end: int) -> str:
    """Words of the claim's field between two offsets; none where its report is not there."""
    return report.field_text(claim.field)[start:end] if report else ""


@lru_cache(maxsize=_KEPT)
def _words_of(title: str, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words with a small first letter, and those with a capital inside a sentence in small letters."""
    told = f"{title} {text}"
    return frozenset(_LOWER.findall(told)), frozenset(w.casefold() for w in _INNER.findall(told))
