"""The bounded form of `make fuzz`: what reads others' bytes, fed with damage."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.fuzz_all import PARTS, run
from benchmarks.fuzz_stores import FIXTURES

from rashomon import app
from rashomon.errors import StoreError

#: Tries of each part; those of `reports` are in test_fuzz.
BOUNDED = {"readers": 100, "parquet": 6, "grammar": 500, "archives": 10, "stores": 15, "api": 80}


def test_every_part_has_its_bounded_form() -> None:
    """No part of `make fuzz` is left out of the tests."""
    assert {*BOUNDED, "reports"} == set(PARTS)


@pytest.mark.parametrize("part", BOUNDED)
def test_no_try_is_a_fault(part: str) -> None:
    """Damaged files, archives and stores and odd requests end in an answer or a refusal in words, never in a defect."""
    number, faults = run(part, 7, seconds=40.0, most=BOUNDED[part])
    assert number
    assert faults == []


def test_a_fault_is_told_with_its_part_and_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a try raises or returns is a fault that names the part and the number by which it can be made again."""
    monkeypatch.setattr("benchmarks.fuzz_bytes.find_numbers", lambda *_: 1 / 0)
    number, faults = run("grammar", 7, seconds=5.0, most=2)
    assert number == 2
    assert [fault.partition(":")[0] for fault in faults] == ["grammar 0", "grammar 1"]
    assert "ZeroDivisionError" in faults[0]


def test_a_schema_of_unreadable_words_is_damage(tmp_path: Path) -> None:
    """A store whose schema holds bytes that are no text is a StoreError, not an error of decoding."""
    path = tmp_path / "project.sqlite"
    kept = max(FIXTURES.glob("store-*.sqlite")).read_bytes()
    assert kept.count(b"CREATE TABLE reports") == 1
    path.write_bytes(kept.replace(b"CREATE TABLE reports", b"CREATE TABLE \xa8reportx"[:20]))
    with pytest.raises(StoreError, match="malformed"):
        app.stories(str(path))
