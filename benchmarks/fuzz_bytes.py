"""Damaged files of every format, and words thrown together for the grammars of numbers and times."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.reading.test_any_bytes import MARKS, WHOLE, survive

from rashomon.adapters.package_data import load_library
from rashomon.language.english.numbers import find_numbers
from rashomon.language.english.time_grammar import scan_times

#: One try with its own chance: what went wrong, or null. It may raise, too: any exception is a fault.
Try = Callable[[random.Random], str | None]
_WORDS = (
    "12 27 2024 1,400 0 99 31 november may 29/11/2024 21h15 2024-13-45 10:61 a.m. GMT z last next past three days week "
    "ago since between and from to until the of on friday monday's early late night hours dozen scores half a an "
    "hundred million point one twenty-two . , : - – / ( ) % th 1st \ud800 \x00 ٣ ½ e9 over nearly at least as so far"
).split()


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The bytes with one to six places overwritten, cut, doubled or moved, and now and then their end cut off."""
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        low = chance.randint(0, len(spoilt))
        high = min(len(spoilt), low + chance.choice((1, 2, 8, 60)))
        piece = bytes(spoilt[low:high])
        spoilt[low:high] = chance.choice(
            (
                b"",
                piece * 3,
                piece[::-1],
                chance.randbytes(len(piece)),
                b"\x00" * len(piece),
                b"\xff",
                b"9" * 30,
                b"<![",
            )
        )
    return bytes(spoilt[: chance.randint(0, len(spoilt))] if chance.random() < 0.2 else spoilt)


@contextmanager
def readers() -> Iterator[Try]:
    """Reading files damaged anywhere: reports and issues come of it, each whole."""

    def attempt(chance: random.Random) -> str | None:
        name = chance.choice(sorted(WHOLE))
        content = damaged(WHOLE[chance.choice((name, *sorted(WHOLE)))], chance)
        survive(content if chance.random() < 0.9 else chance.choice(MARKS) + content, name)
        return None

    yield attempt


@contextmanager
def grammar() -> Iterator[Try]:
    """Scanning words for numbers and times: spans lie in the text, in order, apart."""
    library = load_library()
    words = library.times

    def attempt(chance: random.Random) -> str | None:
        joined = chance.choice((" ", " ", ""))
        text = joined.join(chance.choice(_WORDS) for _ in range(chance.randint(1, 30)))
        for found in (find_numbers(text, library.number_words), scan_times(text, words)):
            end = 0
            for span in found:
                if not end <= span.start < span.end <= len(text):
                    return f"{span} in {text!r}"
                end = span.end
        return None

    yield attempt
