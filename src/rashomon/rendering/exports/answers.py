"""A question's answer as tables and maps tell it: what is counted and where, who gives which number as of when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import msgspec

from rashomon.model.assessment import Assessment, SeriesPoint
from rashomon.model.claim import Figure
from rashomon.model.exported import Loss
from rashomon.model.moment import AsOf
from rashomon.rendering import wording
from rashomon.rendering.country_codes import CountryCodes, country_codes
from rashomon.rendering.exports.counts import is_interested
from rashomon.rendering.lookup import INHERITED, MASK, Lookup
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import Spot, spot_of


@dataclass(frozen=True)
class Answer:
    """One assessment with what its figures say of it."""

    assessment: Assessment
    lookup: Lookup

    @cached_property
    def figures(self) -> list[Figure]:
        """Its figure claims, in their order."""
        return [f for c in self.assessment.claims if (f := self.lookup.figure(c)) is not None]

    @cached_property
    def best(self) -> Figure | None:
        """The figure whose number is the best one; the only one where no number of ours stands."""
        found = self.lookup.figure(self.assessment.best_claim or "")
        return found or (self.figures[0] if len(self.figures) == 1 else None)

    @cached_property
    def stated_spot(self) -> Spot | None:
        """The place of the question as it may be shown, only where a figure's own sentence gives it."""
        place = self.assessment.question.place
        for figure in self.figures:
            if place and figure.place and figure.place.name == place.name and figure.place.how not in INHERITED:
                return spot_of(figure.place, self.lookup.dossier)
        return None

    @cached_property
    def country(self) -> CountryCodes | None:
        """The country that all places of its figures lie in; null where they lie in several or none is known."""
        return country_codes().get(self.country_code or "")

    @cached_property
    def country_code(self) -> str | None:
        """The two letters of that country."""
        codes = {f.place.country_code for f in self.figures if f.place and f.place.country_code}
        return codes.pop() if len(codes) == 1 else None

    @cached_property
    def label(self) -> str:
        """What is counted, in words; a sensitive facility appears as its town."""
        question = self.assessment.question
        if question.place is None or self.shown_place(question.place.name) == question.place.name:
            return clean(self.lookup.counted(self.assessment))
        place = msgspec.structs.replace(question.place, name=self.shown_place(question.place.name))
        return clean(wording.counted(msgspec.structs.replace(question, place=place)))

    def shown_place(self, name: str) -> str:
        """A place's name as it may be shown: a sensitive facility of the figures is its town."""
        for figure in self.figures:
            if figure.place and figure.place.name == name and figure.place.is_sensitive:
                return clean(spot_of(figure.place, self.lookup.dossier).name)
        return clean(name)

    @cached_property
    def as_of(self) -> AsOf | None:
        """The as-of of the best figure."""
        return self.best.as_of if self.best else None

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The roots that give its figures; none by the name of a private person."""
        return tuple(dict.fromkeys(shown_root(r) for r in self.assessment.roots))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry its figures, each once."""
        return tuple(dict.fromkeys(self.lookup.outlet(f.report) for f in self.figures))

    def voices(self) -> Iterator[str]:
        """Each root's standing number in a phrase: "United Nations: at least 27, as of 29 November 2024"."""
        told: set[str] = set()
        for series_id in self.assessment.series:
            series = self.lookup.series.get(series_id)
            points = [p for p in series.points if p.superseded_by is None] if series else []
            for point in points:
                told.update((point.claim, *point.claims))
                yield self._voice((series.root or "") if series else "", point)
        for figure in self.figures:
            if figure.id not in told and not self.assessment.series:
                yield self._voice_of(self.lookup.root_of(figure) or "", figure, figure.as_of)

    def _voice(self, root: str, point: SeriesPoint) -> str:
        figure = self.lookup.figure(point.claim)
        return (
            self._voice_of(root, figure, point.as_of)
            if figure
            else f"{shown_root(root)}: {wording.number(point.value)}"
        )

    def _voice_of(self, root: str, figure: Figure, as_of: AsOf | None) -> str:
        who = shown_root(root) or _nobody(figure, self.lookup)
        shown = f" ({clean(figure.calculation)})" if figure.derived and figure.calculation else ""
        apart = ", in its own interest" if self._is_apart(figure) else ""
        return f"{who[:1].upper()}{who[1:]}: {self.lookup.words(figure)}{shown}, as of {wording.as_of(as_of)}{apart}"

    def _is_apart(self, figure: Figure) -> bool:
        """Whether a party gives the figure in its own interest and no bound of ours rests on that party."""
        sourcing = self.lookup.dossier.sourcing
        bounds = [b for b in sourcing.bounds if b.assessment == self.assessment.id] if sourcing else []
        bearing = {root for b in bounds for root in (*b.low, *b.best, *b.high)}
        return is_interested(figure, self.lookup) and self.lookup.root_of(figure) not in bearing

    def sentence(self) -> str:
        """The answer in sentences: label and range, who gives what, support, notes."""
        one = self.assessment
        parts = [f"{self.label}: {wording.bounds(one.low, one.high)}."]
        if one.ceiling is not None:
            parts.append(f'Feared or "up to", apart from the range: {wording.number(one.ceiling)}.')
        voices = list(dict.fromkeys(self.voices()))
        if voices:
            parts.append("; ".join(voices) + ".")
        if one.support.best:
            parts.append(f"Support of the best number: {wording.support(one.support.best)}.")
        return " ".join([*parts, *map(clean, one.notes)])


def shown_root(name: str) -> str:
    """A root's name as it may be shown: a masked one is "a person quoted in the report"."""
    return "a person quoted in the report" if MASK in name else clean(name)


def _nobody(figure: Figure, lookup: Lookup) -> str:
    report = lookup.reports.get(figure.report)
    if report is None or not report.outlet:
        return "a report that names neither outlet nor origin"
    return f"{lookup.outlet(figure.report)}, which names no origin"


def answers_of(lookup: Lookup) -> list[Answer]:
    """Every question of a dossier that has an answer, in the order of the record."""
    return [Answer(a, lookup) for a in lookup.dossier.assessments]


def outside(lookup: Lookup) -> Iterator[Loss]:
    """A loss for each figure that answers no question of the record, with the reason."""
    for claim in lookup.dossier.claims:
        if isinstance(claim, Figure) and claim.id not in lookup.assessment_of:
            story = lookup.dossier.story
            yield Loss(story=story, record=claim.id, kind="figure", what="left out", reason=why_outside(claim, lookup))


def why_outside(figure: Figure, lookup: Lookup) -> str:
    """Why a figure answers no question of the record, in a sentence."""
    if figure.realis == "background":
        return "It is told as background, of another time."
    if figure.realis in ("denied", "planned"):
        return "It is not told as having happened: it is denied or planned."
    if figure.report in lookup.copy_of:
        return "Its report copies another one, whose figure stands."
    return "It answers no question of the record."
