"""Share of incidents whose killed and injured are exact, by the simplest rule, given which reports belong together.

usage: python -m evaluation.incidents PATH/shootings-us.jsonl [--incidents N] [--misses N]

The rule: the latest report of an incident speaks for it, and of its figures the largest killed and the largest injured
that it says happened; none stated is zero.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.claims import Row, claims_of, read_rows

MEASURES = ("killed", "injured")
#: What is no account of this incident, or no count at all.
NOT_TOLD = ("background", "feared", "planned", "denied")
Harm = dict[str, int]


@dataclass(frozen=True, slots=True)
class Incident:
    """What one incident's latest report gave, beside its record."""

    story: str
    report: str
    found: Harm
    record: Harm

    def exact(self, measure: str) -> bool:
        """True where the figure found is the record's."""
        return self.found[measure] == self.record[measure]


def latest(reports: Sequence[Row]) -> Row:
    """The report published last; of several on one day the one given last, and an undated one only alone."""
    return max(enumerate(reports), key=lambda pair: (pair[1].get("published") or "", pair[0]))[1]


def largest(figures: Sequence[Mapping[str, Any]]) -> Harm:
    """The largest killed and the largest injured that the figures tell as happened; zero where none is told."""
    values: dict[str, list[float]] = {measure: [0] for measure in MEASURES}
    for figure in figures:
        value = figure.get("value")
        if figure["measure"] in values and value is not None and figure.get("realis") not in NOT_TOLD:
            values[figure["measure"]].append(value)
    return {measure: int(max(stated)) for measure, stated in values.items()}


def sample(stories: Sequence[Row], size: int | None) -> list[Row]:
    """So many stories, the same ones every time whatever their order; all of them without a size."""
    if size is None:
        return list(stories)
    return sorted(stories, key=lambda s: hashlib.sha256(str(s["story"]).encode()).hexdigest())[:size]


def measure_incidents(stories: Sequence[Row]) -> list[Incident]:
    """Each story's figures beside its record."""
    chosen = [(story, latest(story["reports"])) for story in stories]
    claims = claims_of([report for _, report in chosen])
    return [
        Incident(
            story=story["story"],
            report=report["id"],
            found=largest(claims[report["id"]].get("figures", [])),
            record={measure: story["gold"][measure] for measure in MEASURES},
        )
        for story, report in chosen
    ]


def exact_shares(incidents: Sequence[Incident]) -> dict[str, float]:
    """The share of incidents with the exact figure, for each measure."""
    return {m: sum(i.exact(m) for i in incidents) / max(len(incidents), 1) for m in MEASURES}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--incidents", type=int, help="only so many, drawn by a hash of the story")
    parser.add_argument("--misses", type=int, default=0, help="name so many incidents that are not exact")
    given = parser.parse_args()
    incidents = measure_incidents(sample(read_rows(given.stories), given.incidents))
    for miss in [i for i in incidents if i.found != i.record][: given.misses]:
        print(f"{miss.story}  report {miss.report}  found {miss.found}  record {miss.record}")
    print(f"{len(incidents)} incidents")
    for measure, share in exact_shares(incidents).items():
        print(f"{measure:8} exact {share:.3f}")


if __name__ == "__main__":
    main()
