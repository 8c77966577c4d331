"""Extraction that goes on and on in one process: whether a report's time and the memory stay what they are.

usage: python -m benchmarks.steady [--reports 5000] [--first N] [--seed 1]

The reports are invented, ten a story. A line is printed at the first N of them (a tenth where nothing is said) and at
each tenth: how many words a report has since the line before, how many in a hundred of its sentences were parsed (the
others had been, a short while ago), its CPU milliseconds, those of a yardstick (the same few sentences parsed again and
again in between: it tells what others on the machine cost), and the process's peak memory. Inventing takes no part in
the times. The exponent e is that of t = c * n^e between the first line and this one, t being the CPU of all reports so
far, then the same where each portion's CPU is divided by its yardstick's.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from benchmarks.growth import Growth
from benchmarks.invented import Invention
from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.app.parts import shipped_parts
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Parser
from rashomon.model.report import Report
from rashomon.understanding import understood_one

#: Lines, and reports between two looks at the yardstick.
_LINES, _PORTION = 10, 100
#: A world may hold a few reports less than it is asked for: it is asked for one more in so many.
_MORE = 100
#: Sentences of the yardstick, so that it takes a fiftieth of the time; how often it is parsed before anything counts.
_YARDSTICK, _WARMING = 30, 3


@dataclass
class _Spent:
    """What the reports of one line have taken."""

    reports: int = 0
    words: int = 0
    cpu_s: float = 0.0
    yardstick_s: float = 0.0


def main() -> None:
    """Print a line at the first reports and at each tenth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--first", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for line in measure(given.reports, given.first or given.reports // _LINES, given.seed):
        print(line, flush=True)


def measure(reports: int, first: int, seed: int) -> Iterator[str]:
    """A line at the first of so many reports, then one at each tenth."""
    library, parser = shipped_parts().library, _Counting()
    invention = Invention(reports + reports // _MORE + 10, seed)
    sentences = list(_sentences(seed))
    for _ in range(_WARMING):
        parser.yardstick(sentences)
    coming, done = islice(invention.reports(), reports), 0
    grown = Growth(), Growth()
    yield _head()
    for stop in sorted({first} | {reports * n // _LINES for n in range(1, _LINES + 1)}):
        line, parser.asked, parser.parsed = _Spent(), 0, 0
        while some := list(islice(coming, min(_PORTION, stop - done))):
            invention.forget(some)
            yardstick = _cpu(partial(parser.yardstick, sentences))
            took = _cpu(partial(_understand, some, parser, library))
            _add(line, some, took, yardstick)
            for growth, cost in zip(grown, (took, took / yardstick), strict=True):
                growth.add(len(some), cost)
            done += len(some)
        yield _line(done, line, parser) + "".join(f"{g.exponent():>{n}}" for g, n in zip(grown, (10, 14), strict=True))


def _add(line: _Spent, some: Sequence[Report], took: float, yardstick: float) -> None:
    line.reports += len(some)
    line.words += sum(len(r.text.split()) for r in some)
    line.cpu_s += took
    line.yardstick_s += yardstick * len(some) / _PORTION


def _understand(some: Sequence[Report], parser: Parser, library: Library) -> None:
    for report in some:
        understood_one(report, parser, library)


def _cpu(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return time.process_time() - began


def _sentences(seed: int) -> Iterator[str]:
    """Some sentences of another world."""
    reports = Invention(100, seed + 1).reports()
    return islice((line for r in reports for line in r.text.splitlines() if len(line) > 40), _YARDSTICK)


def _head() -> str:
    names = ("reports", "words", "parsed %", "CPU ms", "yardstick ms", "peak MB", "exponent", "by yardstick")
    return "".join(f"{name:>{len(name) + 2}}" for name in names)


def _line(done: int, line: _Spent, parser: _Counting) -> str:
    count = max(1, line.reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{done:>9}{line.words / count:>7.0f}{100 * parser.parsed / max(1, parser.asked):>10.0f}"
        f"{1_000 * line.cpu_s / count:>8.1f}{1_000 * line.yardstick_s / count * _PORTION:>14.0f}{peak:>9.0f}"
    )


class _Counting(SpacyParser):
    """The parser that is shipped; it counts the sentences it is asked for, and those that it does not know yet."""

    asked = parsed = 0

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        self.asked += len(texts)
        return super().parse_all(texts)

    def yardstick(self, texts: Sequence[str]) -> None:
        """Parse these sentences, known or not, and keep nothing."""
        super()._parse_batch(texts)

    def _parse_batch(self, texts: Sequence[str]) -> list[Parse]:
        self.parsed += len(texts)
        return super()._parse_batch(texts)


if __name__ == "__main__":
    main()
