"""The page of benchmarks: one command makes all of its tables."""

from __future__ import annotations

import re
from pathlib import Path

import benchmarks.__main__ as bench
import pytest

README = Path(__file__).resolve().parents[2] / "README.md"
#: What shows that nothing is lost, raised or changed instead of measuring: its figures stand under hard use.
HARD_USE = {"fuzz", "fuzz_all", "soak", "fortnight", "claims_hash", "orders"}


def test_every_benchmark_has_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make bench` runs every benchmark that is a command, except those of hard use, and 0 leaves a table out."""
    monkeypatch.setattr(bench, "table", lambda _title, module, *_: module.removeprefix("benchmarks."))
    monkeypatch.setattr(bench, "can_start", lambda: True)
    folder = Path(bench.__file__).parent
    commands = {p.stem for p in folder.glob("*.py") if "\nusage: python -m benchmarks." in p.read_text("utf-8")}
    always = ["--date", "2025-05-10", "--machine", "two cores", "--shared", "shared"]
    assert set(bench.tables(bench.arguments(always))) == commands - HARD_USE
    sizes = ("reports", "steady", "project", "largest", "team", "cluster", "page")
    few = [*always, *(word for name in sizes for word in (f"--{name}", "0"))]
    assert set(bench.tables(bench.arguments(few))) == {"build", "group"}


def test_a_tables_head_keeps_its_columns() -> None:
    """What a benchmark prints stands on the page as printed, but for empty lines around it and blanks at line ends."""
    assert bench.shown_of("\n        load s \nhere       2.1\n\n") == "        load s\nhere       2.1"


def test_the_readme_says_what_the_page_says() -> None:
    """The README's reports a CPU second are, rounded, the median of the table that it links to."""
    said = re.search(r"about (\d+) reports of 300 words \[a CPU second\]\(\S+#([\w-]+)\)", README.read_text("utf-8"))
    assert said is not None
    heads = {re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-"): line for line in _lines("## ")}
    section = bench.PAGE.read_text("utf-8").partition(heads[said[2]])[2]
    rate = re.search(r"median\nrashomon(?: +[\d.]+){4} +([\d.]+) +[\d.]+\n", section)
    assert rate is not None
    assert int(said[1]) == round(float(rate[1]))


def _lines(start: str) -> list[str]:
    return [line for line in bench.PAGE.read_text("utf-8").splitlines() if line.startswith(start)]
