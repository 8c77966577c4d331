"""The record of a story: the dossier with data frames, checks, exports, and the page in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from rashomon import app
from rashomon.adapters.files_out import write_files
from rashomon.api.claims import Claims
from rashomon.api.frames import frame_of
from rashomon.model.checked import FigureCheck
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, ExportOptions
from rashomon.model.report import Report
from rashomon.rendering import render_all, wording
from rashomon.rendering.figures_csv import COLUMNS as FIGURES
from rashomon.rendering.figures_csv import figure_rows
from rashomon.rendering.lookup import Lookup
from rashomon.settings import Fetching, NamesChoice, PolicyName, Settings, parse_as_of

if TYPE_CHECKING:
    import pandas as pd

ASSESSMENTS = (
    "counted", "measure", "place", "low", "best", "high", "support_low", "support_best", "support_high", "roots",
    "range", "calculation", "id",
)  # fmt: skip
POINTS = ("counted", "root", "as_of", "value", "low", "high", "qualifier", "superseded_by", "claim")
EVENTS = ("start_date", "end_date", "type", "sub_type", "place", "actors", "accused", "realis", "background", "id")
RELATIONS = ("type", "from", "to", "reason")
_FRAME = (
    '<iframe title="Dossier" sandbox="" style="width:100%;height:640px;border:1px solid #888" srcdoc="{}"></iframe>'
)


@dataclass(frozen=True, slots=True)
class Record:
    """One story's dossier. `dossier` holds every field; the frames hold what is asked for most."""

    dossier: Dossier

    @property
    def headline(self) -> str:
        """The brief's headline."""
        return self.dossier.brief.headline.text

    @property
    def brief(self) -> str:
        """The brief as plain text: the headline, the key points, the paragraphs."""
        brief = self.dossier.brief
        parts = [brief.headline.text, *(f"- {s.text}" for s in brief.key_points)]
        return "\n\n".join([*parts, *(" ".join(s.text for s in p) for p in brief.paragraphs)])

    def figures(self) -> pd.DataFrame:
        """A row a figure claim with the assessment it belongs to. Raises PartError where pandas is not installed."""
        return frame_of(figure_rows(self.dossier), FIGURES)

    def assessments(self) -> pd.DataFrame:
        """A row a question: what is counted, low, best, high and how well each is supported, the roots."""
        lookup = Lookup(self.dossier)
        rows = [
            {
                "counted": lookup.counted(a), "measure": a.question.measure,
                "place": a.question.place.name if a.question.place else None, "low": a.low, "best": a.best,
                "high": a.high, "support_low": a.support.low, "support_best": a.support.best,
                "support_high": a.support.high, "roots": list(a.roots), "range": wording.bounds(a.low, a.high),
                "calculation": a.calculation, "id": a.id,
            }
            for a in self.dossier.assessments
        ]  # fmt: skip
        return frame_of(rows, ASSESSMENTS)

    def history(self) -> pd.DataFrame:
        """A row each state of each series: which root said what as of when, and what replaced it."""
        lookup = Lookup(self.dossier)
        series_of = {s: a for a in self.dossier.assessments for s in a.series}
        rows = [
            {
                "counted": lookup.counted(series_of[s.id]) if s.id in series_of else s.question.measure,
                "root": s.root, "as_of": p.as_of.end if p.as_of else None, "value": p.value, "low": p.low,
                "high": p.high, "qualifier": p.qualifier, "superseded_by": p.superseded_by, "claim": p.claim,
            }
            for s in self.dossier.series
            for p in s.points
        ]  # fmt: skip
        return frame_of(rows, POINTS)

    def events(self) -> pd.DataFrame:
        """A row an event; `accused` are those only accused of it."""
        rows = [
            {
                "start_date": e.start_date, "end_date": e.end_date, "type": e.type, "sub_type": e.sub_type,
                "place": e.place.name if e.place else None,
                "actors": ["civilian" if a.private else a.name for a in e.actors], "accused": list(e.accused),
                "realis": e.realis, "background": e.background, "id": e.id,
            }
            for e in self.dossier.events
        ]  # fmt: skip
        return frame_of(rows, EVENTS)

    def relations(self) -> pd.DataFrame:
        """A row a relation of two figures, with its reason."""
        rows = [
            {"type": r.type, "from": r.from_claim, "to": r.to_claim, "reason": r.reason} for r in self.dossier.relations
        ]
        return frame_of(rows, RELATIONS)

    def sentence(self, claim: str) -> str:
        """The sentence that a claim rests on, private names masked; empty where the record has no such claim."""
        excerpt = next((e for e in self.dossier.excerpts if e.claim == claim), None)
        if excerpt is None:
            return ""
        return excerpt.text[excerpt.sentence_start - excerpt.start : excerpt.sentence_end - excerpt.start]

    def check(self, sentence: str) -> tuple[FigureCheck, ...]:
        """What the record says of each figure of a sentence of your own. Raises UsageError for a blank one."""
        return app.check_sentence(sentence, self.dossier)

    def changes_since(self, earlier: Record) -> str:
        """What changed from an earlier record of the story, as an update note."""
        return app.describe(app.diff_dossiers(earlier.dossier, self.dossier))

    def export(self, name: str, options: ExportOptions | None = None) -> Exported:
        """The record in a format of the field, with its loss report. Raises UsageError, PartError."""
        return app.export_dossiers(name, [self.dossier], options or ExportOptions())

    def save(self, folder: str | Path) -> None:
        """Write the files that `rashomon build` writes. Raises UsageError where the folder cannot be written."""
        write_files(str(folder), render_all(self.dossier))

    def _repr_html_(self) -> str:
        """The page itself in a frame, in which nothing of it can run."""
        page = render_all(self.dossier, names=["dossier.html"])["dossier.html"].decode("utf-8")
        return str(Markup(_FRAME).format(page))


def build(
    *sources: str,
    as_of: str | None = None,
    story: str = "each",
    policy: PolicyName = "recommended",
    names: NamesChoice = "roles",
    jobs: int = 1,
) -> tuple[Record, ...]:
    """The records of the stories in sources, or in one project, as `rashomon build` makes them.

    Raises SourceError where nothing could be read, UsageError, NotFoundError.
    """
    return tuple(Record(d) for d in app.dossiers_of(sources, _settings(as_of, story, policy, names, jobs)))


def reconcile(
    reports: Sequence[Report],
    claims: Claims,
    *,
    as_of: str | None = None,
    story: str = "each",
    policy: PolicyName = "recommended",
) -> tuple[Record, ...]:
    """The records of the stories among reports, of the claims given (which you may have changed).

    Raises UsageError where a report has no claims there.
    """
    outcome = app.reconcile(tuple(reports), claims.claims, _settings(as_of, story, policy, "roles", 1))
    return tuple(Record(d) for d in outcome.value)


def _settings(as_of: str | None, story: str, policy: PolicyName, names: NamesChoice, jobs: int) -> Settings:
    instant = parse_as_of(as_of) if as_of else None
    return Settings(as_of=instant, story=story, policy=policy, names=names, jobs=jobs, fetching=Fetching(objects=True))
