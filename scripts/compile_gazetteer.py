"""Compile the gazetteer: GeoNames' towns, areas and countries and this project's supplement in one binary table.

The same inputs give the same bytes. An area lies at the middle of its towns unless `admin_points.tsv` says otherwise.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from gazetteer_rows import HERE, TRANSLITERATED, Row, read_areas, read_countries, read_extra, read_towns

from rashomon.knowledge import gazetteer as table
from rashomon.knowledge.place_names import fold, skeleton, without_articles, without_class

#: Countries whose names carry the Arabic article, which English texts often leave out ("Qamishli").
ARABIC = frozenset("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE TR IR IL".split())
_LONG_ENOUGH = 5
#: Share of a country's towns that count as its northern (southern, ...) part.
PART = 0.35
DIRECTIONS = {
    "north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1), "north east": (1, 1), "north west": (1, -1),
    "south east": (-1, 1), "south west": (-1, -1),
}  # fmt: skip


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
