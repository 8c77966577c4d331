"""One report's claims, and many reports': extraction and resolution, report by report, with the parts that they need.

Apart from `pipeline`, so that what only extracts (`rashomon extract`, a worker) loads neither grouping nor composing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.errors import RashomonError
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.asking import Ask
from rashomon.model.claim import ReportClaims
from rashomon.model.dossier import Dossier
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.story_work import StoryWork
from rashomon.run import Run

#: Reports whose sentences are parsed together: those of news fill about one batch of the parser.
_TOGETHER = 8
#: Claims of many reports, in their order, as they come: an engine's answer (`model/engine.py`).
ExtractAll = Callable[[Sequence[Report]], Iterable[Outcome[ReportClaims]]]
#: What tells how alike each report is to others, packed (`grouping.pack_sketch`), in their order: the same.
SketchAll = Callable[[Sequence[Report]], Iterable[bytes]]
#: Dossiers of many stories, in their order: the same.
TellAll = Callable[[Sequence[StoryWork]], Iterable[Outcome[Dossier]]]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the stages are handed: the parser, the lexicons, where reports are understood and sketched and stories told
    (null for here), and whom a language model helps.

    Both askers are null unless a user asked for them: the second reader of reports, and the editor of the brief.
    """

    parser: Parser
    library: Library
    extract_all: ExtractAll | None = None
    second_reader: Ask | None = None
    editor: Ask | None = None
    tell_all: TellAll | None = None
    sketch_all: SketchAll | None = None


def understand(reports: Sequence[Report], parts: Parts, run: Run) -> tuple[ReportClaims, ...]:
    """The resolved claims of each report, in order: extraction and resolution, report by report."""
    outcomes = understood(reports, parts, run)
    return run.step("extract", Outcome(tuple(o.value for o in outcomes), tuple(i for o in outcomes for i in o.issues)))


def understood(reports: Sequence[Report], parts: Parts, run: Run) -> list[Outcome[ReportClaims]]:
    """The same with each report's issues beside its claims; progress counts the reports that are done."""
    return [o for _, o in zip(run.track(reports), understood_each(reports, parts), strict=True)]


def understood_each(reports: Sequence[Report], parts: Parts) -> Iterator[Outcome[ReportClaims]]:
    """The same as they come; those of a few reports, whose sentences are parsed together, come in quick succession."""
    if parts.extract_all is not None:
        yield from parts.extract_all(reports)
        return
    for start in range(0, len(reports), _TOGETHER):
        some = reports[start : start + _TOGETHER]
        read_ahead(some, parts.parser, parts.library)
        for report in some:
            yield understood_one(report, parts.parser, parts.library, parts.second_reader)


def read_ahead(reports: Sequence[Report], parser: Parser, library: Library) -> None:
    """Let the parser keep the parses of several reports' sentences: together they cost a fourth less."""
    from rashomon.extraction import parse_ahead

    try:
        parse_ahead(reports, parser, library)
    except RashomonError:
        raise
    except Exception:  # noqa: BLE001 - one report's text breaks it: each is read alone, and the one has its issue
        pass


def understand_one(
    report: Report, parser: Parser, library: Library, second_reader: Ask | None = None
) -> Outcome[ReportClaims]:
    """One report's claims with their places, dates and organisations resolved."""
    # Loaded with the first report: whoever only lists what a project holds waits for no rule of extraction.
    from rashomon.extraction import extract_claims
    from rashomon.resolution import resolve_claims

    extracted = extract_claims(report, parser, library, second_reader)
    resolved = resolve_claims(report, extracted.value, library)
    return Outcome(resolved.value, extracted.issues + resolved.issues)


def understood_one(
    report: Report, parser: Parser, library: Library, second_reader: Ask | None = None
) -> Outcome[ReportClaims]:
    """The same; where a rule breaks on a report, no claims and the issue `not_understood`, so that the others go on."""
    try:
        return understand_one(report, parser, library, second_reader)
    except RashomonError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it is one report's, and is told
        from rashomon.extraction import not_understood

        return Outcome(ReportClaims(report=report.id), (not_understood(report.id, error),))
