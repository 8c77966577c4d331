"""How many of GeoWebNews' places are found and put within 161 km: `python -m evaluation.places geowebnews.jsonl`.

Counted are the kinds Literal, Literal_Modifier, Mixed, Metonymic and Embedded_Literal with coordinates. "Reachable" are
those that the gazetteer has, by their exact name, within 161 km. A false place is a place found, not merely adjectival,
that touches no toponym of the corpus.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rashomon.adapters.package_data import load_library
from rashomon.extraction.english.places import find_places
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.model.earth import distance_km
from rashomon.model.place import Place
from rashomon.model.report import Report
from rashomon.resolution.places import resolve_places

KINDS = ("Literal", "Literal_Modifier", "Mixed", "Metonymic", "Embedded_Literal")
WITHIN_KM = 161.0


@dataclass
class Tally:
    """Counts over the corpus, and examples of what went wrong."""

    reports: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)


def evaluate(path: Path, limit: int | None, library: Library) -> Tally:
    """The tally of a corpus file."""
    tally = Tally()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                break
            _count(json.loads(line), number, library, tally)
    return tally


def _count(row: dict[str, Any], number: int, library: Library, tally: Tally) -> None:
    report = Report(id=str(number), text=row["text"])
    places = resolve_places(report, find_places(report, split_report(report, library.words), library), library)
    tally.reports += 1
    for gold in row["toponyms"]:
        if gold["kind"] in KINDS and gold["lat"] is not None:
            _judge(gold, places, row["text"], library, tally)
    for place in places:
        if place.adjectival:
            continue
        tally.counts["found places"] += 1
        if not any(g["start"] < place.end and place.start < g["end"] for g in row["toponyms"]):
            tally.counts["false places"] += 1
            tally.false.append(_around(row["text"], place.start, place.end) + f" -> {place.name} {place.country_code}")


def _judge(gold: dict[str, Any], places: tuple[Place, ...], text: str, library: Library, tally: Tally) -> None:
    point = (float(gold["lat"]), float(gold["lon"]))
    touching = [p for p in places if p.start < gold["end"] and gold["start"] < p.end]
    near = [p for p in touching if _close(p, point)]
    known = library.gazetteer.lookup(gold["name"])
    reachable = any(distance_km((c.entry.lat, c.entry.lon), point) <= WITHIN_KM for c in known)
    tally.counts["all"] += 1
    tally.counts["reachable"] += reachable
    tally.counts["placed"] += bool(near)
    tally.counts["placed reachable"] += bool(near) and reachable
    tally.counts["found"] += bool(touching)
    tally.counts[f"{gold['kind']} all"] += 1
    tally.counts[f"{gold['kind']} placed"] += bool(near)
    example = f"{gold['kind']}: {_around(text, gold['start'], gold['end'])}"
    if not touching:
        tally.missed.append(("* " if reachable else "  ") + example)
    elif not near:
        tally.misplaced.append(
            ("* " if reachable else "  ") + f"{example} gold {point} got {[(p.name, p.lat, p.lon) for p in touching]}"
        )


def _close(place: Place, point: tuple[float, float]) -> bool:
    return place.lat is not None and place.lon is not None and distance_km((place.lat, place.lon), point) <= WITHIN_KM


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 25]}".replace("\n", " ")


def main() -> None:
    """Print the tally from the command line."""
    parser = argparse.ArgumentParser(description="Measure places against GeoWebNews.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--reports", type=int, default=None)
    parser.add_argument("--show", choices=("missed", "misplaced", "false"))
    given = parser.parse_args()
    tally = evaluate(given.corpus, given.reports, load_library())
    counts = tally.counts
    print(f"reports {tally.reports}, toponyms {counts['all']}, found {counts['found'] / counts['all']:.3f}")
    print(f"placed within {WITHIN_KM:.0f} km: {counts['placed'] / counts['all']:.3f}")
    reachable = counts["reachable"]
    print(f"reachable {reachable / counts['all']:.3f}, placed of these {counts['placed reachable'] / reachable:.3f}")
    for kind in KINDS:
        if counts[f"{kind} all"]:
            print(f"  {kind}: {counts[f'{kind} placed'] / counts[f'{kind} all']:.3f} of {counts[f'{kind} all']}")
    places, false = counts["found places"] / tally.reports, counts["false places"] / tally.reports
    print(f"places {places:.1f} a report, false {false:.2f}")
    for line in getattr(tally, given.show) if given.show else ():
        print(line)


if __name__ == "__main__":
    main()
