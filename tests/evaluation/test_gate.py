"""The gate: its own corpus holds its floors, and nobody lowers one in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import gate

CORPUS = gate.Corpus("made", "made", False, "figures", "abc", {"strict F1": 0.8, "place": 0.5})


def test_own_reports_hold_every_floor() -> None:
    """The reports shipped with the project are the ones the floors were set on, and no floor is broken."""
    own = {"own": gate.load()["own"]}
    sha256, measured = gate.run(own, None)["own"]
    assert gate.breaches(own["own"], sha256, measured) == []


def test_other_corpus_is_a_breach() -> None:
    """A corpus with another hash breaks the gate even where every measure is met."""
    found = gate.breaches(CORPUS, "abd", {"strict F1": 0.9, "place": 0.9})
    assert len(found) == 1
    assert "hash" in found[0]


def test_measure_below_its_floor_is_a_breach() -> None:
    """A measure below its floor is named, and one at its floor is not."""
    found = gate.breaches(CORPUS, "abc", {"strict F1": 0.7999, "place": 0.5})
    assert len(found) == 1
    assert "strict F1" in found[0]


def test_measure_that_is_gone_is_a_breach() -> None:
    """A floor whose measure is no longer measured breaks the gate."""
    assert len(gate.breaches(CORPUS, "abc", {"strict F1": 0.9})) == 1


def test_hash_changes_with_a_byte(tmp_path: Path) -> None:
    """One byte more in a file of the corpus is another hash."""
    file = tmp_path / "a.jsonl"
    file.write_text("{}\n", encoding="utf-8")
    before = gate.corpus_hash(tmp_path)
    file.write_text("{} \n", encoding="utf-8")
    assert gate.corpus_hash(tmp_path) != before


def test_raising_never_lowers() -> None:
    """Raising lifts a floor that was passed and leaves one that was not."""
    floor = gate.raised(CORPUS, {"strict F1": 0.91239, "place": 0.4}).floor
    assert floor == {"strict F1": 0.912, "place": 0.5}


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_lowering_without_reason_is_refused(reason: str | None) -> None:
    """A floor does not go down without a reason."""
    with pytest.raises(ValueError, match="reason"):
        gate.lowered(CORPUS, "place", 0.4, reason)


def test_lowering_upwards_is_refused() -> None:
    """Lowering to a value above the floor is refused."""
    with pytest.raises(ValueError, match="does not lower"):
        gate.lowered(CORPUS, "place", 0.6, "because")


def test_lowering_keeps_its_reason_in_the_file(tmp_path: Path) -> None:
    """A lowered floor is written with what it was, what it is and why, and is read back."""
    path = tmp_path / "floors.toml"
    gate.write({"made": gate.lowered(CORPUS, "place", 0.4, 'the "gold" changed')}, path)
    read = gate.load(path)["made"]
    assert read.floor["place"] == 0.4
    assert dict(read.lowered[0]) == {"measure": "place", "from": 0.5, "to": 0.4, "reason": 'the "gold" changed'}
