"""The gazetteer: GeoNames' places and a supplement in one compiled table, looked up by folded name."""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import msgspec

from rashomon.knowledge.place_names import fold, skeleton
from rashomon.model.place import GazetteerEntry, PlaceKind

MAGIC = b"RGAZ0001"
#: Magic, then offset and length of: entries, names, slots, records, classes.
HEADER = struct.Struct("<8s8I")
#: geonames id, latitude and longitude in 1e-5 degrees, population, admin1 entry, admin2 entry, name offset, name
#: length, kind, country. An entry number of `NOBODY` is none; a geonames id of 0 is a place of the supplement.
ENTRY = struct.Struct("<IiiIIIIBB2s")
NOBODY = 0xFFFFFFFF
#: A posting's top bit: the key is another name of the place, not its main one.
ALTERNATE = 0x80000000
KINDS: tuple[PlaceKind, ...] = ("country", "region", "admin1", "admin2", "town", "facility", "water", "other")
#: Before the name of a second-level area whose bare name is not its own: "Smith" is Smith County only beside "county".
ONLY_CLASSED = "#"
#: Names whose places are kept; about 200 bytes each.
_KEPT = 32_768
#: Before the country code of a skeleton key, so that the two kinds of key never meet.
TOLERANT = "~"


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """One reading of a name: entry number, entry, and whether the name is its main one."""

    number: int
    entry: GazetteerEntry
    main: bool
    admin1_number: int | None
    admin2_number: int | None


class Standing(msgspec.Struct, frozen=True, gc=False):
    """What the places of one name are like together: their kinds, the largest population, a main name among them."""

    kinds: frozenset[PlaceKind]
    population: int
    main: bool
    countries: frozenset[str] = frozenset()


class Gazetteer:
    """Looks up names in a table of scripts/compile_gazetteer.py; nothing is parsed before it is asked for."""

    def __init__(self, table: bytes) -> None:
        magic, *places = HEADER.unpack_from(table)
        if magic != MAGIC:
            raise ValueError("The gazetteer was compiled for another version: compile it again.")
        view = memoryview(table)
        parts = [view[places[i] : places[i] + places[i + 1]] for i in range(0, len(places), 2)]
        self._entries, self._names, slots, self._records = parts
        self._slots: memoryview | array[int]
        if sys.byteorder == "little":
            self._slots = slots.cast("I")
        else:
            self._slots = array("I", slots)
            self._slots.byteswap()
        self._mask = len(self._slots) - 1
        self._made: dict[tuple[int, bool], Candidate] = {}
        # Reports ask again and again for the same few names.
        self._find = lru_cache(maxsize=_KEPT)(self._look_up)
        #: What the places of a folded name are like together, or null where there is none.
        self.standing: Callable[[str], Standing | None] = lru_cache(maxsize=_KEPT)(self._standing)

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._entries) // ENTRY.size

    def knows(self, key: str) -> bool:
        """Whether a folded name stands in the table."""
        return self._find(key) is not None

    def lookup(self, name: str) -> list[Candidate]:
        """All places of a name, folded here, the most populous first."""
        return self.lookup_key(fold(name))

    def lookup_key(self, key: str) -> list[Candidate]:
        """All places of a folded name, the most populous first."""
        return [self.candidate(p & ~ALTERNATE, not p & ALTERNATE) for p in self._find(key) or ()]

    def _standing(self, key: str) -> Standing | None:
        found = self.lookup_key(key)
        if not found:
            return None
        return Standing(
            frozenset(c.entry.kind for c in found),
            max(c.entry.population for c in found),
            any(c.main for c in found),
            frozenset(c.entry.country_code for c in found),
        )

    def lookup_tolerant(self, name: str, countries: Iterable[str]) -> list[Candidate]:
        """Places of the given countries whose name has the same skeleton, in the order of the countries."""
        bones = skeleton(fold(name))
        if not bones:
            return []
        found: list[Candidate] = []
        for code in countries:
            found += self.lookup_key(f"{TOLERANT}{code.lower()}{bones}")
        return found

    def candidate(self, number: int, main: bool = True) -> Candidate:
        """The entry of a number as a candidate."""
        made = self._made.get((number, main))
        if made is None:
            made = self._made[number, main] = self._make(number, main)
        return made

    def _make(self, number: int, main: bool) -> Candidate:
        gid, lat, lon, population, admin1, admin2, at, length, kind, country = ENTRY.unpack_from(
            self._entries, number * ENTRY.size
        )
        entry = GazetteerEntry(
            geonames_id=gid,
            name=str(self._names[at : at + length], "utf-8"),
            kind=KINDS[kind],
            country_code=country.decode().strip(),
            admin1=self._name_of(admin1),
            lat=lat / 1e5,
            lon=lon / 1e5,
            population=population,
        )
        return Candidate(
            number, entry, main, None if admin1 == NOBODY else admin1, None if admin2 == NOBODY else admin2
        )

    def _name_of(self, number: int) -> str | None:
        return None if number == NOBODY else self.candidate(number).entry.name

    def _look_up(self, key: str) -> Sequence[int] | None:
        try:
            raw = key.encode()
        except UnicodeEncodeError:
            return None
        slot = zlib.crc32(raw) & self._mask
        records, slots = self._records, self._slots
        while at := slots[slot]:
            length = records[at]
            if length == len(raw) and records[at + 1 : at + 1 + length] == raw:
                at += 1 + length
                return struct.unpack_from(f"<{records[at]}I", records, at + 1)
            slot = (slot + 1) & self._mask
        return None


def pack_keys(postings: dict[str, list[int]]) -> tuple[bytes, bytes]:
    """The slots and records of a table of keys: an open-addressed table by CRC-32, filled in the order of the keys."""
    size = 1 << (len(postings) * 3 // 2).bit_length()
    slots = array("I", bytes(4 * size))
    records = bytearray(b"\0")
    for key in sorted(postings):
        raw = key.encode()
        numbers = postings[key][:255]
        slot = zlib.crc32(raw) & (size - 1)
        while slots[slot]:
            slot = (slot + 1) & (size - 1)
        slots[slot] = len(records)
        records += bytes([len(raw)]) + raw + bytes([len(numbers)]) + struct.pack(f"<{len(numbers)}I", *numbers)
    if sys.byteorder != "little":
        slots.byteswap()
    return slots.tobytes(), bytes(records)
