"""The ledger: what a story's record holds, found by id. Composing and verification both look things up here."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.claim import AnyClaim, Figure
from rashomon.model.happening import Event
from rashomon.model.material import Material
from rashomon.model.report import Report

#: Roots of these kinds speak for a party where they have a side.
PARTY_KINDS = frozenset({"government", "army", "party", "ministry", "police", "official", "media"})


class Ledger:
    """Look-ups over one story's reports, claims and events."""

    def __init__(self, material: Material, events: Iterable[Event] = ()) -> None:
        self.reports: dict[str, Report] = {r.id: r for r in material.reports}
        self.position = {r.id: n for n, r in enumerate(material.reports)}
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

    def figures(self, ids: Iterable[str]) -> list[Figure]:
        """The figures among the claims of these ids, in the order given."""
        return [c for c in (self.claims.get(i) for i in ids) if isinstance(c, Figure)]

    def passage(self, claim: AnyClaim) -> str:
        """The words of the claim's passage."""
        report = self.reports.get(claim.report)
        return report.field_text(claim.field)[claim.start : claim.end] if report else ""

    def words(self, claim: AnyClaim, start: int, end: int) -> str:
        """Words of the claim's field between two offsets."""
        report = self.reports.get(claim.report)
        return report.field_text(claim.field)[start:end] if report else ""

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
