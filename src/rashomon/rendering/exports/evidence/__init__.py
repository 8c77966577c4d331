"""The evidence pack: a zip with each claim's passage, its report's address, instants, hashes, and how to check it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping

import msgspec

from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering.brief_markdown import render_markdown
from rashomon.rendering.csv_table import csv_bytes
from rashomon.rendering.exports.evidence.items import Seen, claim_item, report_item
from rashomon.rendering.exports.evidence.reading import evidence_page, readme
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.json_file import encode_line, render_json
from rashomon.rendering.lookup import Lookup

_CANNOT_CARRY = (
    "Whole texts of reports, pages as they were fetched, and pictures: only passages and hashes.",
    "Names of private persons: they are masked, and a hash of the text is that of the text before it.",
    "Who decided: a decision has its day and reason, and a name only where a review is signed.",
    "Earlier versions of a page that the record does not rest on.",
)
_COLUMNS = (
    "id", "outlet", "agency", "title", "address", "published", "published_how", "copy_of", "retrieved_first",
    "retrieved_last", "text_sha256", "raw_sha256",
)  # fmt: skip
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def write_evidence(material: Material) -> Exported:
    """`evidence.zip`; the same material gives the same bytes."""
    files: dict[str, bytes] = {"README.md": readme(material)}
    losses: list[Loss] = []
    offered = 0
    for dossier in material.dossiers:
        lookup = Lookup(dossier)
        files |= {f"{dossier.story}/{name}": content for name, content in _story(lookup, material.provenance)}
        losses += _losses(lookup, material.provenance)
        offered += len(dossier.claims)
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    packed = _zipped({**files, "SHA256SUMS": sums.encode()})
    report = LossReport(
        format="evidence", offered=offered, written=offered, cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files={"evidence.zip": packed}, report=report)


def _story(lookup: Lookup, seen: Seen) -> Iterator[tuple[str, bytes]]:
    dossier: Dossier = msgspec.structs.replace(lookup.dossier, full_texts=None)
    items = [claim_item(c, lookup, seen) for c in dossier.claims]
    yield "brief.md", render_markdown(dossier)
    yield "evidence.md", evidence_page(dossier, items)
    yield "claims.jsonl", b"".join(encode_line(item) for item in items)
    rows = []
    for report in dossier.reports:
        item = report_item(report.id, lookup, seen)
        times = [r["at"] for r in item["retrieved"]]
        first, last = (times[0], times[-1]) if times else (None, None)
        rows.append({c: item.get(c) for c in _COLUMNS} | {"retrieved_first": first, "retrieved_last": last})
    yield "reports.csv", csv_bytes(_COLUMNS, rows)
    yield "dossier.json", render_json(dossier)


def _losses(lookup: Lookup, seen: Seen) -> Iterator[Loss]:
    story = lookup.dossier.story
    for claim in lookup.dossier.claims:
        if claim.id not in lookup.excerpts:
            why = "No excerpt of its report is kept: it has its place in the report only."
            yield Loss(story=story, record=claim.id, kind="claim", what="simplified", reason=why)
    for report in lookup.dossier.reports:
        if report.raw_sha256 is None:
            why = "It came as text: there is no hash of the bytes that it was read from."
            yield Loss(story=story, record=report.id, kind="report", what="simplified", reason=why)
        if report.id not in seen:
            why = "When it was retrieved is not known: it was not kept in a project."
            yield Loss(story=story, record=report.id, kind="report", what="simplified", reason=why)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files.items():
            pack.writestr(zipfile.ZipInfo(name, _NO_DATE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


EVIDENCE = Format(
    "evidence",
    "An evidence pack (zip): passages, addresses, instants, hashes, decisions, and how to check them.",
    "application/zip",
    write_evidence,
    provenance=True,
)
