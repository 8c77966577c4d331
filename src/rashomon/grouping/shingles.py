"""Runs of words as numbers: what two texts share, found without comparing them word by word."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

#: Words in a run. Four words in a row are rarely shared by two texts that were written apart.
RUN_WORDS = 4
#: One run in so many is kept as a fingerprint of a long text, by its hash alone, so that two texts keep the same runs.
_KEPT = 4
#: Texts of at most so many runs keep them all.
_SHORT = 80


def run_hashes(words: Sequence[str]) -> list[int]:
    """The hash of the run that starts at each word, one for each full run."""
    return [
        zlib.crc32(" ".join(words[i : i + RUN_WORDS]).encode("utf-8", "surrogatepass"))
        for i in range(len(words) - RUN_WORDS + 1)
    ]


def fingerprints(runs: Sequence[int], quoted: Sequence[bool]) -> frozenset[int]:
    """The sampled hashes of runs that are not all quotation: a function of this text alone."""
    own = [run for i, run in enumerate(runs) if not (quoted[i] and quoted[i + RUN_WORDS - 1])]
    return frozenset(own if len(own) <= _SHORT else (run for run in own if run % _KEPT == 0))
