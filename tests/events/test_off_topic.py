from __future__ import annotations

from pathlib import Path

from rashomon.extraction.english.control import extract_control
from rashomon.extraction.english.events import read_events
from rashomon.extraction.english.relations import extract_relations
from rashomon.extraction.english.responsibility import extract_responsibilities
from rashomon.knowledge.library import Library

from .conftest import Read

_SENTENCES = (Path(__file__).parent / "off_topic.txt").read_text("utf-8").splitlines()


def test_sport_trade_weather_and_science_hold_no_event(read: Read, library: Library) -> None:
    """No event, accusation, relation or control claim comes out of 200 sentences of other worlds."""
    assert len(_SENTENCES) == 200
    told = []
    for sentence in _SENTENCES:
        analysis = read(sentence)
        told_events = read_events(analysis, library)
        claims = [
            *told_events.events,
            *extract_responsibilities(analysis, told_events, library),
            *extract_relations(analysis, library),
            *extract_control(analysis, library),
        ]
        if claims:
            told.append((sentence, [c.made_by for c in claims]))
    assert told == []
