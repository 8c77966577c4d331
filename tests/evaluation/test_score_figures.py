"""The scorer of figures: its rules on small made reports, and the same result as the shared scorer's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from evaluation.claims import claims_of, read_rows
from evaluation.score_figures import annotated_files, annotated_spans, measures, same_value, score_report
from evaluation.wording import is_optional, same_name

GOLD = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).parents[3] / "shared")) / "gold"


def annotated(number: str, measure: str, value: float, **more: Any) -> dict[str, Any]:
    """An annotated figure on the report below."""
    base = {"quote": "Two mayors said 20 people and 20 cars were hit.", "number": number, "measure": measure}
    rest = {"low": value, "high": value, "qualifier": "exact", "population": {"category": "people", "group": None}}
    return {**base, **rest, "place": None, "attributed_to": None, "part_of": None, **more}


def found(start: int, measure: str, value: float, **more: Any) -> dict[str, Any]:
    """A found figure of two characters at a place."""
    base = {"field": "text", "number_start": start, "number_end": start + 2, "measure": measure, "value": value}
    return {**base, "qualifier": "exact", "population": {"category": "people"}, "realis": "happened", **more}


TEXT = "Two mayors said 20 people and 20 cars were hit."


def test_number_given_twice_is_its_next_occurrence() -> None:
    """Two annotations of one number in one quote stand at its two occurrences."""
    report = {"text": TEXT, "figures": [annotated("20", "injured", 20), annotated("20", "injured", 20)]}
    assert annotated_spans(report) == [(16, 18), (30, 32)]


def test_each_found_figure_counts_once() -> None:
    """One found figure meets one annotation only, and what is left over is a false figure."""
    report = {"id": "r", "text": TEXT, "figures": [annotated("20", "injured", 20)]}
    counts = score_report(report, {"figures": [found(16, "injured", 20), found(30, "injured", 20)]})
    assert (counts["annotated"], counts["found"], counts["detected"], counts["strict"]) == (1, 2, 1, 1)


def test_wrong_measure_is_detected_and_not_strict() -> None:
    """A figure under another measure counts as found and not as right."""
    report = {"id": "r", "text": TEXT, "figures": [annotated("20", "injured", 20)]}
    counts = score_report(report, {"figures": [found(16, "killed", 20)]})
    assert (counts["detected"], counts["strict"]) == (1, 0)


def test_link_counts_where_both_ends_are_met() -> None:
    """A part's link is right where it goes to the figure that meets the whole."""
    figures = [annotated("20", "injured", 20), annotated("20", "injured", 20, part_of=0)]
    report = {"id": "r", "text": TEXT, "figures": figures}
    counts = score_report(report, {"figures": [found(16, "injured", 20), found(30, "injured", 20, part_of=0)]})
    assert measures(counts)["part-of F1"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("kind", "hedge", "right"),
    [("at_least", "more_than", True), ("exact", "approx", False), ("up_to", "at_least", False)],
)
def test_hedges_of_one_direction_are_alike(kind: str, hedge: str, right: bool) -> None:
    """At least and more than are one; exact and about, up to and at least are not."""
    given = {"qualifier": kind, "low": 5, "high": 5}
    assert same_value(given, {"qualifier": hedge, "value": 5}) is right


@pytest.mark.parametrize(
    ("number", "optional"),
    [
        ("many", True),
        ("some 200", False),
        ("a nurse", True),
        ("one nurse", False),
        ("a group of", False),
        ("dozens", False),
    ],
)
def test_words_decide_what_is_optional(number: str, optional: bool) -> None:
    """Weak quantifiers and single victims without a number word are left out, numbers never."""
    assert is_optional("killed", number) is optional


def test_names_by_half_of_their_words() -> None:
    """A name is met by half of its content words or its acronym, and null by nothing alone."""
    assert same_name("Lowland Rescue Service", "the Rescue Service")
    assert same_name("Lowland Rescue Union", "LRU")
    assert not same_name("Lowland Rescue Service", "Hilltown")
    assert same_name(None, None)
    assert not same_name(None, "Hilltown")


@pytest.mark.skipif(not (GOLD / "score.py").exists(), reason="the shared gold set is not here")
def test_same_result_as_the_shared_scorer(tmp_path: Path) -> None:
    """Over four files of shared reports this scorer gives what the shared one prints."""
    files = annotated_files([GOLD])[:4]
    rows = [row for file in files for row in read_rows(file)]
    claims = claims_of(rows)
    path = tmp_path / "found.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in claims.values()), encoding="utf-8")
    command = [sys.executable, str(GOLD / "score.py"), *map(str, files), "--pred", str(path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ours = measures(sum((score_report(row, claims[row["id"]]) for row in rows), Counter()))
    lines = {line.split()[0]: line.split() for line in printed.splitlines()}
    for name in ("detection", "strict", "part-of"):
        theirs = dict(zip(lines[name][1::2], lines[name][2::2], strict=False))
        assert {k: theirs[k] for k in ("P", "R", "F1")} == {k: f"{ours[f'{name} {k}']:.3f}" for k in ("P", "R", "F1")}
    for name in ("population", "attribution", "place", "realis"):
        assert lines[name][1] == f"{ours[name]:.3f}"
