"""How well copies are found: texts edited by this script, among reports that only share formulas and quotations.

usage: python -m evaluation.copies REPORTS.jsonl [--texts N] [--seed N]

REPORTS (lines with `text`, or stories with `reports`) give the texts that are copied and those that are not. A text
is copied with 0 to 40 % of its words replaced, trimmed, with another head or tail, and with one number, name or
negation changed. Printed: precision and recall of pairs made here, and the share of changed words that were named.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rashomon.adapters.package_data import load_library
from rashomon.grouping import find_copies
from rashomon.model.grouping import CopyGroup
from rashomon.model.ids import content_id
from rashomon.model.moment import Published
from rashomon.model.report import Report

_WORD = re.compile(r"[A-Za-z]{3,}")
_SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)
_FORMULA = (
    " Anyone with information is asked to call the hotline. This story is developing and will be updated "
    "as details emerge."
)


@dataclass(frozen=True)
class Finding:
    """How copies were found: pairs joined and those of one text; by kind of edit, copies that stand with their
    original and changed words that were named, each of how many.
    """

    joined: int
    right: int
    found: Mapping[str, tuple[int, int]]
    named: Mapping[str, tuple[int, int]]

    @property
    def precision(self) -> float:
        """The share of joined pairs that are of one text."""
        return self.right / max(1, self.joined)

    @property
    def recall(self) -> float:
        """The share of the copies that stand with their original."""
        return sum(hits for hits, _ in self.found.values()) / max(1, sum(of for _, of in self.found.values()))


def main() -> None:
    """Prints precision and recall over the copies made, by kind of edit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--texts", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    measured = measure(args.reports, args.texts, args.seed)
    print(f"pairs joined {measured.joined}, of one text {measured.right}: precision {measured.precision:.4f}")
    hits, of = (sum(pair[k] for pair in measured.found.values()) for k in (0, 1))
    print(f"copies with their original {hits} / {of} = {measured.recall:.4f}")
    for kind, pair in measured.found.items():
        print(f"  {kind:22} {pair[0]} / {pair[1]}")
    for kind, pair in measured.named.items():
        print(f"  {kind:22} named in {pair[0]} / {pair[1]}")


def measure(path: Path, count: int, seed: int) -> Finding:
    """What is found of copies of so many of a file's texts, among three times as many others."""
    chance = random.Random(seed)
    texts = [t for t in _texts(path) if 80 <= len(t.split()) <= 900]
    chance.shuffle(texts)
    vocabulary = sorted({w for t in texts for w in _WORD.findall(t)})
    chosen, others = texts[:count], texts[count : count * 4]
    made: dict[str, tuple[int, str]] = {}
    reports: list[Report] = []
    for n, text in enumerate(chosen):
        for kind, edited in [("original", text), *_edits(text, vocabulary, others[n % len(others)], chance)]:
            report = _report(f"{n} {kind}", edited + (_FORMULA if n % 2 else ""), 1 if kind == "original" else 2)
            made[report.id] = (n, kind)
            reports.append(report)
    reports += [_report(f"other {n}", text + _FORMULA, 2) for n, text in enumerate(others)]
    groups = find_copies(reports, load_library()).value
    pairs = [(a, b) for group in groups for a, b in combinations(group.reports, 2)]
    right = sum(made.get(a, (a, ""))[0] == made.get(b, (b, ""))[0] for a, b in pairs)
    return Finding(len(pairs), right, _with_original(groups, made), _changes_named(groups, made))


def _texts(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for report in row.get("reports", [row])[:1]:
            yield report["text"]


def _report(name: str, text: str, day: int) -> Report:
    start = dt.datetime(2031, 5, day, tzinfo=dt.UTC)
    published = Published(earliest=start, latest=start + dt.timedelta(hours=23), precision="day", how="given")
    return Report(id=content_id("rpt", name), text=text, outlet=name, published=published)


def _edits(text: str, vocabulary: list[str], other: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for share in _SHARES:
        yield f"{share:.0%} of words", _replace_words(text, share, vocabulary, chance)
    words = text.split(" ")
    yield "trimmed", " ".join(words[: len(words) // 2])
    yield "other head and tail", " ".join([*other.split(" ")[:15], *words[10:-10], *other.split(" ")[-15:]])
    yield "merged", text + "\n\n" + " ".join(other.split(" ")[: len(words) // 2])
    yield from _changes(text, chance)


def _replace_words(text: str, share: float, vocabulary: list[str], chance: random.Random) -> str:
    return _WORD.sub(lambda m: chance.choice(vocabulary) if chance.random() < share else m.group(), text)


def _changes(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """One number, name and negation changed, each in a copy of its own, where the text has one away from its ends."""
    low, high = len(text) // 5, len(text) * 4 // 5
    numbers = [m for m in re.finditer(r"(?<=\s)\d{1,3}(?=\s)", text) if low < m.start() < high]
    names = [m for m in re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])", text) if low < m.start() < high]
    verbs = [m for m in re.finditer(r"(?<=[a-z] )(?:was|were|is|had|did)(?= [a-z])", text) if low < m.start() < high]
    if numbers:
        yield "number changed", _with(text, chance.choice(numbers), "787")
    if names:
        yield "name changed", _with(text, chance.choice(names), "Zorvath")
    if verbs:
        verb = chance.choice(verbs)
        yield "negation added", _with(text, verb, verb.group() + " not")


def _with(text: str, match: re.Match[str], words: str) -> str:
    return text[: match.start()] + words + text[match.end() :]


def _with_original(groups: Sequence[CopyGroup], made: Mapping[str, tuple[int, str]]) -> dict[str, tuple[int, int]]:
    together = {r: g.id for g in groups for r in g.reports}
    origin = {n: r for r, (n, kind) in made.items() if kind == "original"}
    copies = [(kind, together[r] == together[origin[n]]) for r, (n, kind) in made.items() if kind != "original"]
    of = Counter(kind for kind, _ in copies)
    found = Counter(kind for kind, hit in copies if hit)
    return {kind: (found[kind], of[kind]) for kind in of}


def _changes_named(groups: Sequence[CopyGroup], made: Mapping[str, tuple[int, str]]) -> dict[str, tuple[int, int]]:
    wanted = {"number changed": "number", "name changed": "name", "negation added": "negation"}
    named = {(a.report, a.kind) for g in groups for a in g.altered}
    changed = {kind: [r for r, (_, k) in made.items() if k == kind] for kind in wanted}
    return {kind: (sum((r, wanted[kind]) in named for r in some), len(some)) for kind, some in changed.items()}


if __name__ == "__main__":
    main()
