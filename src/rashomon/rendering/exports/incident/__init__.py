"""The incident export: a sheet for each event that harmed civilians, as Markdown and as a Word document."""

from __future__ import annotations

from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering.exports.dating import dated_by_tolls, losses_of_dating
from rashomon.rendering.exports.incident.files import Story, incidents_markdown, incidents_word
from rashomon.rendering.exports.incident.finding import elsewhere, incidents_of
from rashomon.rendering.exports.incident.sheet import incident_of
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.lookup import Lookup

_CANNOT_CARRY = (
    "Tolls of an area or of many days: a sheet is of one act.",
    "Fighters killed and injured, people missing, detained or displaced.",
    "How each origin's number changed: a sheet has what stands.",
    "Names of victims, and exact places of hospitals, schools, shelters, camps and the like.",
)


def write_incident(material: Material) -> Exported:
    """`incidents.md` and `incidents.docx`. Raises PartError where python-docx is missing."""
    stories: list[Story] = []
    losses: list[Loss] = []
    offered = written = 0
    for given in material.dossiers:
        dossier, dated = dated_by_tolls(given)
        lookup = Lookup(dossier)
        found, left = incidents_of(lookup)
        sheets = [incident_of(f, lookup, f.event.id in dated) for f in found]
        stories.append((dossier, sheets))
        apart = list(elsewhere(found, lookup))
        shown = frozenset(f.event.id for f in found)
        losses += [*left, *apart, *losses_of_dating(dated, shown, dossier.story)]
        offered += len(sheets) + len(left) + len(apart)
        written += len(sheets)
    files = {"incidents.md": incidents_markdown(stories), "incidents.docx": incidents_word(stories)}
    report = LossReport(
        format="incident", offered=offered, written=written, cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files=files, report=report)


INCIDENT = Format(
    "incident", "A sheet for each event that harmed civilians, as Markdown and Word.", "text/markdown", write_incident
)
