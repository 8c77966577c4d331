"""Mutated reports through `extract`: no exception leaves it, and every span slices to its words.

usage: python -m benchmarks.fuzz [--reports 10000] [--seed 1] [REPORTS.jsonl]     (default: texts written for this)
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from rashomon.app import shipped_parts
from rashomon.pipeline import Parts, understand_one
from rashomon.reading import read_lines

TEXTS = (
    "HASAKEH, Syria (AP) — At least 27 people, eight of them children, were killed on Friday when a car bomb exploded "
    'near a bakery, the Red Crescent said.\n\n"We pulled out 14 bodies," a doctor told Reuters. The army denied it.',
    "Flooding has displaced 3,000 families, about 15,000 people, in Kassala state since Wednesday, according to the "
    "UN. The toll rose to 41 from 36; officials expect it to rise. Nearly half of them fled to Gedaref.",
    "Police fired tear gas at protesters in Dhaka on 18 July 2024, wounding scores. The interior minister said 147 had "
    "died; a newspaper put the toll at more than 200. No soldiers were hurt, the army's media wing (ISPR) added.",
    "Rebels seized two villages north-west of Hama overnight and captured between 20 and 30 soldiers, the Observatory "
    "said. State television said the attack had been repelled, killing “dozens of terrorists”.",
    "An earthquake of magnitude 6.1 struck 10 km west of the town at 05:40 GMT. A student was killed and 60 people "
    "were injured, 12 of them critically. One in three houses collapsed. Rescuers said 100 or so were still missing.",
)
#: Pieces that text of news should not hold, and now and then does.
_ODD = (
    "\x00", "\ufeff", "\u202e", "\u200b", "\ud800", "\udfff", "\ufffd", "\r\n", "\n\n\n", "\t", "’s", "“", "—", "(((",
    "12,34,567", "1.000.000", "10-20-30", "½", "٣٤", "一百", "e\u0301", "\U0001f4a3", "<b>", "&amp;", "#" * 40,
    "a" * 300, " ", ".", ",", "%", "$5m", "1e9", "-1", "2024-13-45", "99:99", "No. ", "U.S. ", "of of of", "and and",
)  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    """The text with one to eight places cut, doubled, swapped, replaced or filled with oddities."""
    for _ in range(chance.randint(1, 8)):
        low = chance.randint(0, len(text))
        high = min(len(text), low + chance.choice((1, 3, 12, 60)))
        piece = text[low:high]
        new = chance.choice(
            (
                "",
                piece * chance.choice((2, 2, 2, 30)),
                piece[::-1],
                piece.upper(),
                piece.lower(),
                chance.choice(_ODD),
                piece + chance.choice(_ODD),
                str(chance.choice((0, 1, 7, 19, 300, 2016, 10**12))),
                " ".join(chance.sample(text.split(), k=min(5, len(text.split())))),
                "".join(chr(chance.choice((32, 48, 0x3B1, 0x627, 0x4E00, 0x1F300, 0xD800)) + k) for k in range(6)),
            )
        )
        text = text[:low] + new + text[high:]
    return text


def fault_of(line: bytes, parts: Parts) -> str | None:
    """What went wrong with one line of JSON Lines, or null."""
    try:
        for read in read_lines("fuzz.jsonl", line, parts.library):
            if read.report is not None:
                claims = understand_one(read.report, parts.parser, parts.library).value
                for start, end, field, words in _mentions(msgspec.to_builtins(claims)):
                    if read.report.field_text(field)[start:end] != words:
                        return f"{field} {start}:{end} is not {words!r}"
    except Exception:  # noqa: BLE001 - any exception is what is looked for
        return traceback.format_exc()
    return None


def _mentions(value: Any) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, field and words of every mention below a claim."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and value["text"] is not None:
            yield value["start"], value["end"], value.get("field", "text"), value["text"]
        for part in value.values():
            yield from _mentions(part)
    elif isinstance(value, list):
        for part in value:
            yield from _mentions(part)


def lines(texts: list[str], reports: int, seed: int) -> Iterator[bytes]:
    """So many mutated reports as lines of JSON; the same for the same seed."""
    chance = random.Random(seed)
    for number in range(reports):
        text = mutated(chance.choice(texts), chance)
        row = {"id": f"fuzz-{number}", "text": text, "lang": "en", "published": "2024-07-19"}
        yield json.dumps(row | ({"title": mutated(text[:60], chance)} if number % 3 else {})).encode()


def main() -> None:
    """Run; exits 1 and prints the first faults where there are any."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", nargs="?", type=Path)
    arguments.add_argument("--reports", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    texts = list(TEXTS)
    if given.path:
        texts = [str(json.loads(row)["text"]) for row in given.path.read_bytes().splitlines()]
    parts = shipped_parts()
    tried = ((line, fault_of(line, parts)) for line in lines(texts, given.reports, given.seed))
    faults = [(line, fault) for line, fault in tried if fault is not None]
    for line, fault in faults[:5]:
        print(line.decode(), fault, sep="\n")
    print(f"{given.reports} reports, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
