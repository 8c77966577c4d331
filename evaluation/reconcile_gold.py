"""Reconciles annotated figures, without extraction, and writes what score_record.py reads: the rules alone are
measured.

usage: python evaluation/reconcile_gold.py REPORTS.jsonl --out DOSSIER.json
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

import msgspec

from rashomon.adapters.package_data import load_library
from rashomon.grouping import find_copies, merge_events
from rashomon.knowledge.library import Library
from rashomon.model.attribution import Attribution, RootKind
from rashomon.model.claim import Figure, Population, ReportClaims
from rashomon.model.grouping import Story
from rashomon.model.ids import content_id
from rashomon.model.material import Material
from rashomon.model.moment import Published, When
from rashomon.model.place import Place, PlaceKind
from rashomon.model.report import Report
from rashomon.reconciliation import reconcile_figures

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def main() -> None:
    """Writes the reconciled record of one annotated group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.reports.read_text(encoding="utf-8").splitlines() if line.strip()]
    args.out.write_text(
        json.dumps(reconcile_rows(rows, load_library()), ensure_ascii=False, indent=1), encoding="utf-8"
    )


def reconcile_rows(rows: list[dict[str, Any]], library: Library) -> dict[str, Any]:
    """The parts of a dossier that the record's scorer reads, made from gold annotation."""
    reports = {row["id"]: _report(row) for row in rows}
    claims = [
        ReportClaims(report=r.id, figures=_figures(row, r)) for row, r in zip(rows, reports.values(), strict=True)
    ]
    copies = find_copies(list(reports.values()), library).value
    material = Material(
        story=Story(id="story-gold", reports=tuple(r.id for r in reports.values())),
        reports=tuple(reports.values()),
        claims=tuple(claims),
        copies=copies,
        as_of=None,
    )
    events = merge_events(material).value
    outcome = reconcile_figures(material, events, "recommended", library)
    record = outcome.value
    return {
        "reports": [{"id": r.id, "given_ids": list(r.given_ids), "outlet": r.outlet} for r in reports.values()],
        "claims": [msgspec.to_builtins(f) for c in claims for f in c.figures],
        "issues": msgspec.to_builtins(outcome.issues),
        **{
            k: msgspec.to_builtins(getattr(record, k))
            for k in ("roots", "series", "assessments", "relations", "disagreements")
        },
    }


def _report(row: dict[str, Any]) -> Report:
    published = None
    if row.get("published"):
        day = dt.date.fromisoformat(row["published"][:10])
        published = Published(
            earliest=dt.datetime.combine(day, dt.time.min, tzinfo=dt.UTC),
            latest=dt.datetime.combine(day, dt.time.max, tzinfo=dt.UTC),
            precision="day",
            how="given",
        )
    return Report(
        id=content_id("rpt", row["id"]),
        given_ids=(row["id"],),
        text=row["text"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=published,
    )


def _figures(row: dict[str, Any], report: Report) -> tuple[Figure, ...]:
    found: list[tuple[int, Figure]] = []
    ids: dict[int, str] = {}
    used: set[tuple[int, int]] = set()
    for index, gold in enumerate(row["figures"]):
        start = report.text.find(gold["quote"])
        at = report.text.find(gold["number"], max(start, 0)) if start >= 0 else -1
        while at >= 0 and (at, at + len(gold["number"])) in used:
            at = report.text.find(gold["number"], at + 1)
        if at < 0:
            continue
        used.add((at, at + len(gold["number"])))
        ids[index] = content_id("figure", report.id, at, index)
        found.append((index, _figure(gold, row["places"], report, ids[index], start, at)))
    return tuple(
        msgspec.structs.replace(figure, part_of=ids.get(row["figures"][index]["part_of"]))
        for index, figure in sorted(found, key=lambda f: f[1].number_start)
    )


def _figure(
    gold: dict[str, Any], known: list[dict[str, str]], report: Report, claim: str, start: int, at: int
) -> Figure:
    qualifier = gold["qualifier"]
    value = gold["low"] if gold["low"] is not None else gold["high"]
    population = gold["population"] or {}
    source = gold.get("attributed_to")
    return Figure(
        id=claim,
        report=report.id,
        start=start,
        end=start + len(gold["quote"]),
        number_start=at,
        number_end=at + len(gold["number"]),
        measure=gold["measure"],
        value=None if qualifier in ("range", "vague", "fraction") else value,
        low=gold["low"],
        high=gold["high"],
        qualifier=qualifier,
        population=Population(category=population.get("category") or "people", group=population.get("group")),
        place=_place(gold.get("place"), known),
        attribution=Attribution(start=start, end=start + 1, text=source, origin=_canonical(source), kind=_kind(source))
        if source
        else None,
        when=_when(gold.get("when"), report),
        realis="background" if gold["background"] else "feared" if gold["hypothetical"] else "happened",
    )


#: Names that the annotated groups use for one root; resolution does this for real reports.
_ALIASES = (
    ("Syrian Observatory for Human Rights", ("observatory", "sohr", "a monitor", "monitoring group", "war monitor")),
    ("SANA", ("sana", "state news agency", "state media", "state television", "state tv")),
    ("Syrian National Coalition", ("coalition",)),
    ("OHCHR", ("ohchr", "un human rights", "un rights", "un report")),
    ("United States", ("united states", "washington", "us government")),
)


def _canonical(source: str) -> str:
    folded = source.casefold()
    for name, words in _ALIASES:
        if any(word in folded for word in words):
            return name
    return " ".join(source.removeprefix("the ").removeprefix("The ").split())


def _kind(source: str) -> RootKind:
    vague = ("witness", "source", "local", "activist", "medic", "resident", "reports")
    return "unnamed" if any(word in source.casefold() for word in vague) else "official"


def _place(name: str | None, known: list[dict[str, str]]) -> Place | None:
    """The place with the annotators' own resolution, by the longest of their names that stands in the words."""
    if not name:
        return None
    best = max((k for k in known if k["name"] in name), key=lambda k: len(k["name"]), default=None)
    if best is None:
        return Place(start=0, end=len(name), text=name, name=name)
    parts = [_bare(part) for part in best["resolved"].split(",")]
    kind: PlaceKind = "country" if len(parts) == 1 else "town"
    wide = "province" in name or "Governorate" in best["resolved"].split(",")[0]
    if len(parts) == 2 and (wide or parts[0] == "Idlib"):
        kind = "admin1"
    admin1 = parts[-2] if len(parts) > 1 else None
    return Place(
        start=0,
        end=len(name),
        text=name,
        name=parts[0],
        admin1=admin1,
        country_code=parts[-1],
        kind=kind,
        precision="exact" if kind == "town" else "country" if kind == "country" else "admin1",
    )


def _bare(part: str) -> str:
    return part.replace("Governorate", "").replace("Division", "").strip()


def _when(text: str | None, report: Report) -> When | None:
    if not text or report.published is None:
        return None
    for offset, name in enumerate(_WEEKDAYS):
        if name in text.casefold():
            published = report.published.latest.date()
            day = published - dt.timedelta(days=(published.weekday() - offset) % 7)
            return When(start=0, end=len(text), text=text, start_date=day, end_date=day, precision="day")
    return None


if __name__ == "__main__":
    main()
