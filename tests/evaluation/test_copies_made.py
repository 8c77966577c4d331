"""The bounds of copy finding, held on copies made of the project's own annotated reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation.copies import Finding, measure

OWN = Path(__file__).parents[2] / "evaluation" / "own" / "reports.jsonl"


@pytest.fixture(scope="module")
def finding(tmp_path_factory: pytest.TempPathFactory) -> Finding:
    """What is found of copies of texts that are three of the reports in a row: one alone is too short to be edited."""
    texts = [json.loads(line)["text"] for line in OWN.read_text(encoding="utf-8").splitlines()]
    path = tmp_path_factory.mktemp("copies") / "texts.jsonl"
    rows = ("\n\n".join(texts[at : at + 3]) for at in range(0, len(texts) - 2, 3))
    path.write_text("\n".join(json.dumps({"text": row}) for row in rows), encoding="utf-8")
    return measure(path, count=5, seed=1)


def test_copies_are_found_and_nothing_else(finding: Finding) -> None:
    """Of pairs joined at least 99 in 100 are of one text, and of copies, up to four words in ten of them replaced,
    trimmed or merged, 95 in 100 stand with their original.
    """
    assert finding.precision >= 0.99
    assert finding.recall >= 0.95


def test_copies_of_which_every_third_word_is_replaced_are_found(finding: Finding) -> None:
    """A copy as long as its original is found though many of its words are other ones."""
    hits, of = finding.found["30% of words"]
    assert (hits, of) == (5, 5)


def test_what_a_copy_changed_is_named(finding: Finding) -> None:
    """Of numbers, names and negations changed in a copy at least 95 in 100 are named."""
    hits, of = (sum(pair[k] for pair in finding.named.values()) for k in (0, 1))
    assert of >= 10
    assert hits >= 0.95 * of
