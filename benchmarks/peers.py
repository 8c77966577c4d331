"""Rashomon beside what a user would pick instead, on the same reports: copies, stories, reading.

usage: python -m benchmarks.peers STORIES.jsonl [--reports 400] [--python INTERPRETER]

STORIES has lines with `text` and `story`. Copies are made of its texts (a tenth of the words replaced, the first or
last fifth cut off), pages by putting each text between the menus of a site. INTERPRETER is that of an environment with
the extra `bench`; without one, what it lacks is left out. One thread each. F1 is B-cubed over groups (of copies, of
stories), or over the words of the page's text. "times as fast" compares CPU seconds, the peer's by ours. spaCy's full
pipeline stands in `benchmarks.extract`.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.grouping import bcubed

Row = dict[str, Any]
_MENU = "<nav><ul>" + "".join(f"<li><a href='/{w}'>{w}</a></li>" for w in ("World", "Sport", "Weather")) + "</ul></nav>"
_FOOT = "<aside><h3>Most read</h3><a href='/1'>Ten lakes to visit</a></aside><footer>All rights reserved</footer>"
#: Peers that cannot be run here, with what their authors published.
PUBLISHED = (
    "Giveme5W1H (who did what, when, where, why, how): precision 0.73, 0.82 for the first four, on 120 reports judged "
    "by three persons; needs a CoreNLP server. Hamborg, Breitinger, Gipp 2019, CEUR-WS Vol-2554, paper 6.",
    "spaCy en_core_web_lg 3.7.1 (names, parses; no figures): 8,276 words a second by its accuracy.json; not on "
    "PyPI. huggingface.co/spacy/en_core_web_lg, commit 557bf75.",
)


def make_copies(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    """A third of the rows, each with two copies, and the others; `truth` names the original."""
    texts = [str(r["text"]).split() for r in rows if 60 <= len(str(r["text"]).split()) <= 900]
    vocabulary = sorted({w for words in texts for w in words})
    made = []
    for n, words in enumerate(texts):
        versions = [words]
        if n % 3 == 0:
            edited = [chance.choice(vocabulary) if chance.random() < 0.1 else w for w in words]
            fifth = len(words) // 5
            versions += [edited, words[fifth:] if n % 2 else words[: len(words) - fifth]]
        made += [{"text": " ".join(v), "truth": str(n)} for v in versions]
    return made


def make_pages(rows: Sequence[Row]) -> list[Row]:
    """A page of a site for each row; `truth` is its text."""
    made = []
    for row in rows:
        parts = "".join(f"<p>{html.escape(p)}</p>" for p in str(row["text"]).splitlines() if p.strip())
        head = "<head><title>News</title><meta charset='utf-8'></head>"
        page = f"<html lang='en'>{head}<body>{_MENU}<article>{parts}</article>{_FOOT}</body></html>"
        made.append({"page": page, "truth": row["text"]})
    return made


def of_groups(rows: Sequence[Row], answer: Sequence[Sequence[int]]) -> float:
    """B-cubed F1 of groups of row numbers."""
    gold = {str(n): str(row["truth"]) for n, row in enumerate(rows)}
    return bcubed([[str(n) for n in group] for group in answer], gold)[2]


def of_words(rows: Sequence[Row], answer: Sequence[str]) -> float:
    """The mean F1 of the words of each text."""
    scores = []
    for row, text in zip(rows, answer, strict=True):
        true, found = Counter(str(row["truth"]).split()), Counter(text.split())
        scores.append(2 * (true & found).total() / max(1, true.total() + found.total()))
    return statistics.mean(scores)


def run(part: str, rows: Sequence[Row], python: str) -> dict[str, Any] | None:
    """What a part measured in a process of its own, or null where its tool is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.json"
        path.write_text(json.dumps(rows), "utf-8")
        command = [python, str(Path(__file__).with_name("peers_work.py")), part, str(path)]
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
        done = subprocess.run(command, env={**os.environ, **threads}, capture_output=True, text=True, check=False)
    if done.returncode and "ModuleNotFoundError" in done.stderr:
        return None
    if done.returncode:
        sys.exit(f"{part} failed:\n{done.stderr}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def compare(kind: str, peer: str, rows: Sequence[Row], score: Callable[..., float], python: str) -> None:
    """Print our line, the peer's, and the ratio."""
    seconds = []
    for tool, interpreter in (("rashomon", sys.executable), (peer, python)):
        found = run(f"{kind} {tool}", rows, interpreter)
        if found is None:
            print(f"{kind:<9}{tool:<13} left out: it is not installed (pip install 'rashomon[bench]')")
            return
        seconds.append(found["cpu"])
        rate = len(rows) / found["cpu"]
        print(f"{kind:<9}{tool:<13}{len(rows):>8}{found['cpu']:>9.2f}{rate:>11.1f}{score(rows, found['answer']):>8.3f}")
    print(f"{kind:<9}times as fast: {seconds[1] / seconds[0]:.2f}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--python", default=sys.executable)
    given = parser.parse_args()
    every = [json.loads(line) for line in given.path.read_text("utf-8").splitlines()]
    rows = [{"text": row["text"], "truth": row["story"]} for row in every[: given.reports]]
    print(f"{'':<22}{'reports':>8}{'CPU s':>9}{'per CPU s':>11}{'F1':>8}")
    compare("copies", "datasketch", make_copies(rows, random.Random(1)), of_groups, given.python)
    compare("stories", "tf-idf", rows, of_groups, given.python)
    compare("reading", "trafilatura", make_pages(rows), of_words, sys.executable)
    print("\nNot run, with their authors' figures:", *PUBLISHED, sep="\n- ")


if __name__ == "__main__":
    main()
