"""Use cases over sources at hand: build, group, diff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from rashomon import pipeline
from rashomon.adapters import clock
from rashomon.adapters.files_out import read_bytes, read_records
from rashomon.app.engines import running
from rashomon.app.parts import assisted, open_project, opened_sources, shipped_parts
from rashomon.errors import UsageError
from rashomon.grouping import find_copies, group_stories
from rashomon.model.claim import ReportClaims
from rashomon.model.dossier import Dossier
from rashomon.model.issue import Issue
from rashomon.model.outcome import Outcome
from rashomon.project import project_dossiers
from rashomon.reading import read_lines
from rashomon.reconciliation import Comparison, compare
from rashomon.rendering import comparison_text, group_line, render_all, render_index
from rashomon.run import Progress, Run
from rashomon.settings import Settings
from rashomon.storage import is_store_address
from rashomon.timeframe import merge_same


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the dossiers, and every file's bytes by its name below the output folder."""

    dossiers: tuple[Dossier, ...]
    files: Mapping[str, bytes]
    issues: tuple[Issue, ...]


def build(sources: Sequence[str], settings: Settings, progress: Progress | None = None) -> Built:
    """The dossiers of the stories in the sources (files, folders, addresses, `-`), or in one project, rendered.

    Raises SourceError where nothing could be read, NotFoundError where the story asked for does not exist.
    """
    run = Run(clock.seconds, progress)
    dossiers = _dossiers(sources, settings, run)
    files = dict(run.step("render", Outcome(_render(dossiers))))
    return Built(tuple(dossiers), files, run.issues)


def dossiers_of(sources: Sequence[str], settings: Settings, progress: Progress | None = None) -> tuple[Dossier, ...]:
    """The dossiers that `build` would render. Raises as it does."""
    return tuple(_dossiers(sources, settings, Run(clock.seconds, progress)))


def _dossiers(sources: Sequence[str], settings: Settings, run: Run) -> list[Dossier]:
    with running(settings) as engaged, assisted(engaged, settings) as parts:
        if any(is_store_address(s) for s in sources):
            return _of_project(sources, settings, parts, run)
        raw = run.step("open", opened_sources(sources, settings))
        return pipeline.build_dossiers(raw, settings, parts, run)


def _of_project(sources: Sequence[str], settings: Settings, parts: pipeline.Parts, run: Run) -> list[Dossier]:
    if len(sources) > 1:
        raise UsageError(
            "A project is built by itself, not together with other sources.",
            f"Add them to it: rashomon add --store {sources[0]} ...",
        )
    with open_project(sources[0]) as store:
        return project_dossiers(store, settings, parts, run)


def _render(dossiers: Sequence[Dossier]) -> Mapping[str, bytes]:
    if len(dossiers) == 1:
        return render_all(dossiers[0])
    files = {f"{d.story}/{name}": content for d in dossiers for name, content in render_all(d).items()}
    return files | render_index(dossiers)


def group(path: str) -> Iterator[bytes]:
    """One JSON line for each line (JSON Lines) or row (Parquet): its copy group, story, and what it was copied from."""
    library = shipped_parts().library
    lines = read_lines(path, read_records(path), library)
    reports = merge_same(line.report for line in lines if line.report is not None)
    copies = find_copies(reports, library).value
    empty = [ReportClaims(report=r.id) for r in reports]
    stories = group_stories(reports, empty, copies, library).value
    copy_of = {r: c for c in copies for r in c.reports}
    story_of = {r: s.id for s in stories for r in s.reports}
    given = {r.id: r.given_ids[0] if r.given_ids else r.id for r in reports}
    for line in lines:
        if line.report is None:
            name = line.given_id or f"line-{line.number}"
            yield group_line(name, f"unread-{name}", f"unread-{name}", None)
            continue
        copy = copy_of[line.report.id]
        origin = copy.origin_report if copy.origin_report != line.report.id else None
        given_id = line.given_id or line.report.id
        yield group_line(given_id, copy.id, story_of[line.report.id], given[origin] if origin else None)


def describe(comparison: Comparison) -> str:
    """A comparison as an update note."""
    return comparison_text(comparison)


def diff_files(earlier: str, later: str) -> Comparison:
    """What changed between two dossier.json files; raises UsageError where one is no dossier."""
    return compare(load_dossier(earlier), load_dossier(later))


def diff_dossiers(earlier: Dossier, later: Dossier) -> Comparison:
    """What changed between two dossiers of one story."""
    return compare(earlier, later)


def diff_source(source: str, settings_from: Settings, settings_to: Settings) -> Comparison:
    """What changed between the dossiers of a source as of two instants, the whole source as one story."""
    earlier, later = (build([source], s).dossiers[0] for s in (settings_from, settings_to))
    return compare(earlier, later)


def schema() -> dict[str, Any]:
    """The JSON Schema of dossier.json."""
    return msgspec.json.schema(Dossier)


def load_dossier(path: str) -> Dossier:
    """The dossier of a dossier.json file; raises UsageError where it is none of this version."""
    try:
        return msgspec.json.decode(read_bytes(path), type=Dossier)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} is no dossier.json of this version: {error}.", "Give two files that `rashomon build` wrote."
        ) from error
