"""An outlet's record and the roots of a story as the pages print them: every number with what it counts."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.model.dossier import Dossier
from rashomon.project.outlet_records import OutletRecord
from rashomon.rendering.lookup import MASK, Lookup
from rashomon.rendering.plain_text import clean

Link = Callable[[str], str]
#: The columns of an outlet's record: the name in addresses, the heading, what its list is called.
COLUMNS = (
    ("copies", "Copies", "Reports that carry the text of another report"),
    ("altered", "Altered copies", "Copies that changed a number, a name or a hedge"),
    ("corrected", "Corrected", "Reports with a correction notice, and pages edited without one"),
    ("contradicted", "Contradicted", "Figures that another origin contradicts, whoever gave them"),
)
_KINDS = {
    "un": "United Nations", "aid": "aid body", "media": "medium", "unnamed": "unnamed", "official": "official",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One thing counted: what it is, with the addresses of its evidence, each with its words."""

    text: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet, its reports, and the items of each column by its name."""

    outlet: str
    anchor: str
    reports: tuple[Item, ...]
    columns: dict[str, tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class RootLine:
    """A root: its kind, family, side, what it draws on, a user's grade, and how many reports carry it."""

    name: str
    kind: str
    family: str
    side: str
    note: str
    grade: str
    reports: int


def anchor_of(outlet: str) -> str:
    """The anchor of an outlet's lists on a page of sources."""
    return f"outlet-{zlib.crc32(outlet.encode('utf-8', 'replace')):08x}"


def counts_of(records: Iterable[OutletRecord]) -> dict[str, int]:
    """The numbers of these records together, by column, and how many reports they are of."""
    found = list(records)
    return {
        "reports": sum(len(r.reports) for r in found),
        "copies": sum(len(r.copies) + len(r.shared) for r in found),
        "altered": sum(len(r.altered) for r in found),
        "corrected": sum(len(r.noticed) + len(r.edited) for r in found),
        "contradicted": sum(len(r.contradicted) for r in found),
    }


def outlet_lines(records: Iterable[OutletRecord], lookup: Lookup, link: Link, query: str) -> list[OutletLine]:
    """The records of one story; `link` gives the address of a claim's words, `query` ends the other addresses."""
    return [_outlet(record, lookup, link, query) for record in records]


def _outlet(record: OutletRecord, lookup: Lookup, link: Link, query: str) -> OutletLine:
    story = f"/stories/{record.story}"

    def title(report: str) -> str:
        found = lookup.reports.get(report)
        return clean((found.title if found is not None else None) or "untitled")

    def read(report: str) -> tuple[str, str]:
        return title(report), f"{story}/reports/{report}{query}"

    def beside(report: str, other: str) -> tuple[str, str]:
        more = query.replace("?", "&")
        return f"beside {lookup.outlet(other)}", f"{story}/compare?one={other}&other={report}{more}"

    copied = dict(record.copies)
    noticed = [Item("Bears a notice of correction.", (read(r),)) for r in record.noticed]
    edited = [
        Item("A figure was edited without a notice.", (("the versions", f"{story}/reports/{r}/versions{query}"),))
        for r in record.edited
    ]
    columns = {
        "copies": (
            *(Item("", (read(r), beside(r, other))) for r, other in record.copies),
            *(Item("Which came first is not known.", (read(r), beside(r, other))) for r, other in record.shared),
        ),
        "altered": tuple(
            Item(clean(what), (read(r), beside(r, copied[r]))) for r, what in record.altered if r in copied
        ),
        "corrected": (*noticed, *edited),
        "contradicted": tuple(
            Item(clean(c.reason), ((_told(c.claim, lookup), link(c.claim)), (_told(c.by, lookup), link(c.by))))
            for c in record.contradicted
        ),
    }
    return OutletLine(
        clean(record.outlet), anchor_of(record.outlet), tuple(Item("", (read(r),)) for r in record.reports), columns
    )


def _told(claim: str, lookup: Lookup) -> str:
    figure = lookup.figure(claim)
    if figure is None:
        return "a figure"
    return f"{lookup.words(figure)} by {lookup.root_of(figure) or 'nobody named'} in {lookup.outlet(figure.report)}"


def root_lines(dossier: Dossier) -> list[RootLine]:
    """The roots of a story, those that most reports carry first."""
    carried: dict[str, set[str]] = {}
    for claim in dossier.claims:
        source = getattr(claim, "attribution", None)
        if source is not None and source.origin:
            carried.setdefault(source.origin, set()).add(claim.report)
    lines = []
    for root in dossier.roots:
        if MASK in root.name:
            continue
        notes = [f"works under {clean(root.works_under)}"] if root.works_under else []
        notes += [f"compiles {clean(', '.join(root.draws_on))}"] if root.draws_on else []
        family = clean(root.family) if root.family.casefold() != root.name.casefold() else ""
        side = clean(root.side) if root.side else ""
        kind = _KINDS.get(root.kind, root.kind)
        count = len(carried.get(root.name, ()))
        lines.append(RootLine(clean(root.name), kind, family, side, "; ".join(notes), root.grade or "", count))
    return sorted(lines, key=lambda line: (-line.reports, line.name))
