"""Runs of words as numbers: what two texts share, found without comparing them word by word."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import accumulate

#: Words in a run. Four words in a row are rarely shared by two texts that were written apart.
RUN_WORDS = 4


def run_hashes(words: Sequence[str]) -> list[int]:
    """The hash (32 bits) of the run that starts at each word, one for each full run."""
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    joined = b" ".join(encoded)
    starts = [0, *accumulate(len(word) + 1 for word in encoded)]
    return [zlib.crc32(joined[start : end - 1]) for start, end in zip(starts, starts[RUN_WORDS:], strict=False)]
