"""Use cases of exports: which formats there are, and dossiers in one of them with its loss report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from rashomon.adapters.files_out import read_bytes
from rashomon.app.building import dossiers_of, load_dossier
from rashomon.errors import UsageError
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, ExportOptions, Material, Retrieval
from rashomon.model.record import Record
from rashomon.rendering.exports import FORMATS, find_format, loss_json, loss_markdown
from rashomon.run import Progress
from rashomon.settings import Settings
from rashomon.storage import is_store_address, open_store
from rashomon.storage.retrieval_rows import sightings


class FormatLine(Record, frozen=True, kw_only=True):
    """A format as a list shows it; `options` are the choices that it heeds."""

    name: str
    about: str
    media_type: str
    options: tuple[str, ...] = ()


def formats() -> tuple[FormatLine, ...]:
    """Every export format, in the order of the documentation."""
    return tuple(
        FormatLine(name=f.name, about=f.about, media_type=f.media_type, options=f.options) for f in FORMATS.values()
    )


def export(
    format_name: str,
    sources: Sequence[str],
    settings: Settings,
    options: ExportOptions | None = None,
    progress: Progress | None = None,
) -> Exported:
    """The stories of sources (as `build` takes them, or dossier.json files) in one format, with the loss report.

    Raises UsageError where there is no such format, where it does not heed an option, or a dossier is of another
    version; PartError where a package is missing.
    """
    find_format(format_name)
    project = sources[0] if len(sources) == 1 and is_store_address(sources[0]) else None
    return export_dossiers(format_name, dossiers_at(sources, settings, progress), options or ExportOptions(), project)


def dossiers_at(sources: Sequence[str], settings: Settings, progress: Progress | None = None) -> tuple[Dossier, ...]:
    """The dossiers that sources are (dossier.json files), or that are built of them. Raises as `export`."""
    if sources and all(_is_dossier(s) for s in sources):
        return tuple(load_dossier(s) for s in sources)
    return dossiers_of(sources, settings, progress)


def export_dossiers(
    format_name: str, dossiers: Sequence[Dossier], options: ExportOptions, project: str | None = None
) -> Exported:
    """Dossiers at hand in one format; `project` is the address of the one that they are of, which knows when it saw
    their reports. Raises UsageError and PartError as `export`, StoreError.
    """
    chosen = find_format(format_name)
    for field in ExportOptions.__struct_fields__:
        if getattr(options, field) != getattr(ExportOptions(), field) and field not in chosen.options:
            raise UsageError(f"The {format_name} export takes no {field.replace('_', '-')}.", "Leave that option out.")
    seen = _provenance(project, dossiers) if chosen.provenance and project else {}
    return chosen.write(Material(dossiers=tuple(dossiers), options=options, provenance=seen))


def export_files(exported: Exported) -> dict[str, bytes]:
    """The files of an export with the loss report beside them, as a page and as JSON."""
    name = exported.report.format
    return {
        **exported.files,
        f"{name}.losses.md": loss_markdown(exported.report),
        f"{name}.losses.json": loss_json(exported.report),
    }


def _provenance(project: str, dossiers: Sequence[Dossier]) -> dict[str, tuple[Retrieval, ...]]:
    """When the project saw each report of the dossiers, in order of time."""
    found: dict[str, list[Retrieval]] = {r.id: [] for d in dossiers for r in d.reports}
    with open_store(project) as store, store.reading() as connection:
        for seen in sightings(connection, found):
            at = seen.at.astimezone(dt.UTC).isoformat(timespec="seconds")
            found[seen.report].append(Retrieval(at=at, raw_sha256=seen.raw_sha256))
    return {report: tuple(times) for report, times in found.items() if times}


def _is_dossier(source: str) -> bool:
    if not source.endswith(".json"):
        return False
    try:
        keys = msgspec.json.decode(read_bytes(source), type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return "schema_version" in keys and "assessments" in keys
