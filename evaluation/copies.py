"""How well copies are found: texts edited by this script, among reports that only share formulas and quotations.

usage: python evaluation/copies.py REPORTS.jsonl [--texts N] [--seed N]

REPORTS (lines with `text`, or stories with `reports`) give the texts that are copied and those that are not. Each
chosen
text is copied with 0 to 40 % of its words replaced, trimmed, with another head or tail, and with one number, name or
negation changed. Printed: precision and recall of pairs made here, and the share of changed words that were named.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from rashomon.adapters.package_data import load_library
from rashomon.grouping import find_copies
from rashomon.model.ids import content_id
from rashomon.model.moment import Published
from rashomon.model.report import Report

_WORD = re.compile(r"[A-Za-z]{3,}")
_SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)
_FORMULA = (
    " Anyone with information is asked to call the hotline. This story is developing and will be updated "
    "as details emerge."
)


def main() -> None:
    """Prints precision and recall over the copies made, by kind of edit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--texts", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    texts = [t for t in _texts(args.reports) if 80 <= len(t.split()) <= 900]
    chance.shuffle(texts)
    vocabulary = sorted({w for t in texts for w in _WORD.findall(t)})
    chosen, others = texts[: args.texts], texts[args.texts : args.texts * 4]
    made: dict[str, tuple[int, str]] = {}
    reports: list[Report] = []
    for n, text in enumerate(chosen):
        for kind, edited in [("original", text), *_edits(text, vocabulary, others[n % len(others)], chance)]:
            report = _report(f"{n} {kind}", edited + (_FORMULA if n % 2 else ""), 1 if kind == "original" else 2)
            made[report.id] = (n, kind)
            reports.append(report)
    reports += [_report(f"other {n}", text + _FORMULA, 2) for n, text in enumerate(others)]
    groups = find_copies(reports, load_library()).value
    _print_pairs(groups, made)
    _print_changes(groups, made)


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


def _print_pairs(groups: tuple, made: dict[str, tuple[int, str]]) -> None:  # type: ignore[type-arg]
    together = {r: g.id for g in groups for r in g.reports}
    origin = {n: r for r, (n, kind) in made.items() if kind == "original"}
    found, total = Counter[str](), Counter[str]()
    for report, (n, kind) in made.items():
        if kind != "original":
            total[kind] += 1
            found[kind] += together[report] == together[origin[n]]
    wrong = right = 0
    for group in groups:
        for a, b in combinations(group.reports, 2):
            same = made.get(a, (a, ""))[0] == made.get(b, (b, ""))[0]
            right, wrong = right + same, wrong + (not same)
    print(f"pairs joined {right + wrong}, of one text {right}: precision {right / max(1, right + wrong):.4f}")
    print(
        f"copies with their original {sum(found.values())} / {sum(total.values())} = "
        f"{sum(found.values()) / sum(total.values()):.4f}"
    )
    for kind in total:
        print(f"  {kind:22} {found[kind]} / {total[kind]}")


def _print_changes(groups: tuple, made: dict[str, tuple[int, str]]) -> None:  # type: ignore[type-arg]
    wanted = {"number changed": "number", "name changed": "name", "negation added": "negation"}
    named = {(a.report, a.kind) for g in groups for a in g.altered}
    for kind, expected in wanted.items():
        changed = [r for r, (_, k) in made.items() if k == kind]
        hits = sum((r, expected) in named for r in changed)
        print(f"  {kind:22} named in {hits} / {len(changed)}")


if __name__ == "__main__":
    main()
