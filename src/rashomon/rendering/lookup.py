"""A dossier by id: what every format looks up again and again."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from msgspec.structs import replace

from rashomon.model.assessment import Assessment, FigureRelation, Question, Series, SeriesPoint
from rashomon.model.attribution import Root
from rashomon.model.claim import AnyClaim, Figure
from rashomon.model.dossier import Dossier, DossierReport, Excerpt
from rashomon.model.place import Place
from rashomon.model.remembered import remembered
from rashomon.rendering import wording
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import spot_of

#: What stands for each letter of a masked name.
MASK = "█"
#: Relations of a figure that only says again what another one says.
REPEATS = ("duplicate", "carried over", "reaffirmed")
#: Ways in which a figure has a place that its own sentence does not give: for matching only.
INHERITED = ("event", "dateline", "neighbour")


class Lookup:
    """Read-only indexes over one dossier; ids that name nothing are left out, never an error."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.claims: dict[str, AnyClaim] = {c.id: c for c in dossier.claims}
        self.reports: dict[str, DossierReport] = {r.id: r for r in dossier.reports}
        self.series: dict[str, Series] = {s.id: s for s in dossier.series}
        self.excerpts: dict[str, Excerpt] = {e.claim: e for e in dossier.excerpts}
        self._labels: dict[str, str] = {}

    @cached_property
    def assessment_of(self) -> dict[str, Assessment]:
        """The assessment that a figure claim belongs to."""
        return {claim: a for a in reversed(self.dossier.assessments) for claim in a.claims}

    @cached_property
    def event_of(self) -> dict[str, str]:
        """The event that an event claim (or the event's own id) belongs to."""
        return {i: e.id for e in reversed(self.dossier.events) for i in (*e.claims, e.id)}

    @cached_property
    def told_with(self) -> dict[str, list[Figure]]:
        """The figures that are told with each event."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for claim in self.claims.values():
            if isinstance(claim, Figure) and (event := self.event_of.get(claim.event or "")):
                found[event].append(claim)
        return found

    @cached_property
    def asked_of(self) -> dict[str, list[Figure]]:
        """The figures that are told with no event of the record, by the event of the question that they answer."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for claim in self.claims.values():
            # The event that a figure itself is told with outranks its question's: no toll is of two.
            if isinstance(claim, Figure) and claim.event not in self.event_of:
                assessment = self.assessment_of.get(claim.id)
                found[(assessment.question.event if assessment else None) or ""].append(claim)
        return found

    @cached_property
    def points_of(self) -> dict[str, list[SeriesPoint]]:
        """The states of series that a figure claim stands in."""
        found: dict[str, list[SeriesPoint]] = defaultdict(list)
        for series in self.dossier.series:
            for point in series.points:
                for claim in dict.fromkeys((point.claim, *point.claims)):
                    found[claim].append(point)
        return found

    @cached_property
    def roots(self) -> dict[str, Root]:
        """The roots by their names."""
        return {r.name: r for r in reversed(self.dossier.roots)}

    @cached_property
    def same_count(self) -> dict[str, str]:
        """For each figure that says what others say (one state of a series, a copy, a repetition): one id for all."""
        one: dict[str, str] = {}

        def find(figure: str) -> str:
            while one.get(figure, figure) != figure:
                figure = one[figure]
            return figure

        groups = [(p.claim, *p.claims) for s in self.dossier.series for p in s.points]
        groups += [(r.from_claim, r.to_claim) for r in self.dossier.relations if r.type in REPEATS]
        for group in groups:
            least = min(find(f) for f in group)
            for figure in group:
                one[find(figure)] = least
        return {f: find(f) for group in groups for f in group}

    @cached_property
    def relations_of(self) -> dict[str, list[FigureRelation]]:
        """The relations that a figure claim takes part in."""
        found: dict[str, list[FigureRelation]] = defaultdict(list)
        for relation in self.dossier.relations:
            found[relation.from_claim].append(relation)
            found[relation.to_claim].append(relation)
        return found

    @cached_property
    def copy_of(self) -> dict[str, str]:
        """For each report that was copied from another one here: that other report's id."""
        return {
            report: group.origin_report
            for group in self.dossier.copy_groups
            if group.origin_report
            for report in group.reports
            if report != group.origin_report
        }

    def figure(self, claim: str) -> Figure | None:
        """The figure claim of this id."""
        found = self.claims.get(claim)
        return found if isinstance(found, Figure) else None

    def counted(self, assessment: Assessment) -> str:
        """What an assessment counts, as a label that says where its place is only taken from around the figures."""
        known = self._labels.get(assessment.id)
        if known is None:
            known = self._labels[assessment.id] = self._label(assessment)
        return known

    def _label(self, assessment: Assessment) -> str:
        places = [f.place for c in assessment.claims if (f := self.figure(c)) is not None and f.place is not None]
        stated = not places or any(p.how not in INHERITED for p in places)
        return wording.counted(self.shareable_question(assessment), place_stated=stated)

    def shareable_question(self, assessment: Assessment) -> Question:
        """An assessment's question, a sensitive facility's place exchanged for its town: files are passed on."""
        question = assessment.question
        places = [f.place for c in assessment.claims if (f := self.figure(c)) is not None and f.place is not None]
        asked = question.place
        sensitive = next((p for p in places if asked is not None and p.name == asked.name and p.is_sensitive), None)
        if asked is None or sensitive is None:
            return question
        return replace(question, place=replace(asked, name=spot_of(sensitive, self.dossier).name))

    def stated_place(self, assessment: Assessment) -> Place | None:
        """The place that an assessment counts in, where a figure of it says so in its own sentence; else null."""
        asked = assessment.question.place
        figures = (self.figure(c) for c in (assessment.best_claim or "", *assessment.claims))
        places = [f.place for f in figures if f is not None and f.place is not None and f.place.how not in INHERITED]
        if asked is None or not places:
            return None
        known = (*places, *(p.place for p in self.dossier.places))
        by_id = (p for p in known if asked.geonames_id is not None and p.geonames_id == asked.geonames_id)
        return next(by_id, None) or next((p for p in known if p.name == asked.name), None)

    def words(self, figure: Figure) -> str:
        """The figure in the source's own words, hedge included."""
        excerpt = self.excerpts.get(figure.id)
        if excerpt and excerpt.field == figure.field:
            words = excerpt.text[
                max(0, figure.number_start - excerpt.start) : max(0, figure.number_end - excerpt.start)
            ]
            if words.strip():
                return " ".join(clean(words).split())
        return wording.stated(figure)

    def outlet(self, report_id: str) -> str:
        """The outlet of a report, or what stands for it."""
        report = self.reports.get(report_id)
        if report is None:
            return "a report that is not listed"
        return clean(report.outlet or "outlet not named")

    def root_of(self, claim: AnyClaim) -> str | None:
        """Who a claim is attributed to: the canonical root, else the relaying agency's or the report's own words."""
        attribution = getattr(claim, "attribution", None)
        if attribution is None:
            return None
        name = clean(attribution.origin or attribution.agency or attribution.text or "")
        return "a person quoted in the report" if MASK in name else name or None


@remembered(8)
def lookup_of(dossier: Dossier) -> Lookup:
    """The indexes over a dossier that is asked for again and again: those of the last few are kept."""
    return Lookup(dossier)
