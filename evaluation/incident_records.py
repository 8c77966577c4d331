"""Share of incidents whose record is right, given which reports belong together: killed, injured, day, town.

usage: python -m evaluation.incident_records PATH/shootings-us.jsonl [--incidents N] [--misses N] [--of MEASURE]

Each incident's reports are built as one story, through the use case that `rashomon build --story one` calls, and its
dossier's main event is read. Killed and injured are right where they are the record's number (nothing told is zero),
the date where its first and only day is the record's. The city is right where the main event's place, or the larger
town given beside it, bears the record's name or a name that the record gives in brackets; a county's where the record
names a county.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.claims import INPUT, Row, read_rows
from evaluation.incidents import sample
from rashomon import app
from rashomon.model.happening import MainEvent
from rashomon.settings import Settings

MEASURES = ("killed", "injured", "date", "city")


@dataclass(frozen=True, slots=True)
class Recorded:
    """One incident's main event beside its record."""

    story: str
    main: MainEvent | None
    record: Row

    def exact(self, measure: str) -> bool:
        """True where the main event says what the record says."""
        if measure == "city":
            return same_city(self.main, str(self.record["city"]))
        if measure == "date":
            day = dt.datetime.strptime(str(self.record["date"]), "%B %d, %Y").date()
            return self.main is not None and self.main.start_date == self.main.end_date == day
        return bool(self.number(measure) == self.record[measure])

    def number(self, measure: str) -> float:
        """The toll found; nothing told is zero."""
        toll = getattr(self.main, measure) if self.main else None
        return toll.value if toll is not None else 0.0

    def __str__(self) -> str:
        main = self.main
        place = (
            f"{main.place.name if main.place else None}" + (f", {main.near.name}" if main.near else "") if main else ""
        )
        found = (self.number("killed"), self.number("injured"), str(main.start_date) if main else None, place)
        return f"{self.story}  found {found}  record {tuple(self.record[m] for m in MEASURES)}"


def same_city(main: MainEvent | None, city: str) -> bool:
    """True where the main event's place, or the larger town beside it, bears a name that the record gives."""
    if main is None or main.place is None:
        return False
    places = [p for p in (main.place, main.near) if p is not None]
    found = {_folded(n) for p in places for n in (p.name, p.town) if n}
    county = re.fullmatch(r"(.*) \(county\)", city, re.IGNORECASE)
    wanted = {f"{county[1]} county"} if county else set(re.split(r" \(|\)", city)) - {""}
    return bool(found & {_folded(w) for w in wanted})


def _folded(name: str) -> str:
    """A place's name without accents, article and class, "St." written out."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = [{"st": "saint", "mt": "mount", "ft": "fort"}.get(w, w) for w in re.findall(r"[^\W_]+", plain)]
    return " ".join(w for n, w in enumerate(words) if (n, w) not in ((0, "the"),)).removesuffix(" city")


def measure_records(stories: Sequence[Row]) -> list[Recorded]:
    """Each story's main event beside its record."""
    return [Recorded(s["story"], _main_event(s), s["gold"]) for s in stories]


def _main_event(story: Row) -> MainEvent | None:
    lines = [json.dumps({k: r[k] for k in INPUT if r.get(k) is not None}, ensure_ascii=False) for r in story["reports"]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return app.build([str(path)], Settings(story="one")).dossiers[0].main


def record_shares(records: Sequence[Recorded]) -> dict[str, float]:
    """The share of incidents that are right, for each measure."""
    return {m: sum(r.exact(m) for r in records) / max(len(records), 1) for m in MEASURES}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--incidents", type=int, help="only so many, drawn by a hash of the story")
    parser.add_argument("--misses", type=int, default=0, help="name so many incidents that are not right")
    parser.add_argument("--of", choices=MEASURES, help="the misses of one measure only")
    given = parser.parse_args()
    records = measure_records(sample(read_rows(given.stories), given.incidents))
    wrong = [r for r in records if not all(r.exact(m) for m in ([given.of] if given.of else MEASURES))]
    for miss in wrong[: given.misses]:
        print(miss)
    print(f"{len(records)} incidents")
    for measure, share in record_shares(records).items():
        print(f"{measure:8} {share:.3f}")


if __name__ == "__main__":
    main()
