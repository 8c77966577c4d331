"""What two stages ask of one report is worked out once."""

from __future__ import annotations

from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.model.report import Report


def test_a_report_is_split_once_and_its_twin_alike(library: Library) -> None:
    """The sentences of one report are the very same when asked for again, those of an equal report are equal."""
    text = "Two barges sank. Nobody was hurt."
    one, twin = (Report(id="r", text=text) for _ in range(2))
    first = split_report(one, library.words)
    assert [s.text for s in first] == ["Two barges sank.", "Nobody was hurt."]
    assert split_report(one, library.words) is first
    again = split_report(twin, library.words)
    assert again == first
    assert again is not first
