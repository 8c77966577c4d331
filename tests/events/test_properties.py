from __future__ import annotations

import cProfile
import time
from pstats import Stats

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.extraction.english.control import extract_control
from rashomon.extraction.english.events import needs_parse, read_events
from rashomon.extraction.english.relations import extract_relations
from rashomon.extraction.english.responsibility import extract_responsibilities
from rashomon.knowledge.library import Library
from rashomon.resolution.actors import home_country, resolve_actor

from .conftest import Read

_WORDS = st.sampled_from(
    "rebels army the of attacked Aleppo and killed 12 in said that was by claimed responsibility (HTS) Syria's "
    "Turkish-backed , . \n seized control on \u202e \x00 will not fled earthquake protest IS US who it they".split(" ")
)
_SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@_SETTINGS
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join)))
def test_hostile_text_raises_nothing_and_every_span_slices(read: Read, library: Library, text: str) -> None:
    """Whatever the text, the finders return, and actors and anchors slice to their words."""
    analysis = read(text)
    report = analysis.report
    events = read_events(analysis, library)
    for actor in analysis.actors:
        assert report.field_text(actor.field)[actor.start : actor.end] == actor.text
        resolve_actor(actor, home_country(report, (), library), library)
    for event in events.events:
        assert 0 <= event.start <= event.anchor_start < event.anchor_end <= event.end <= len(text)
        for party in (*event.actors, *event.recipients):
            assert report.field_text(party.field)[party.start : party.end] == party.text
    for claim in (
        *extract_responsibilities(analysis, events, library),
        *extract_relations(analysis, library),
        *extract_control(analysis, library),
    ):
        assert 0 <= claim.start <= claim.end <= len(text)


def test_ids_come_from_content(read: Read, library: Library) -> None:
    """Reading a text twice gives the same events with the same ids, all different."""
    text = "Rebels captured Aleppo. The army bombed Idlib, killing nine people. Police arrested ten activists in Homs."
    first, second = (read_events(read(text), library).events for _ in range(2))
    assert first == second
    assert len({e.id for e in first}) == len(first)


def test_work_grows_no_more_than_linearly(library: Library, read: Read) -> None:
    """Four times as many sentences take at most about four times as many calls of functions."""
    sentence = "Rebels attacked the town of Homs on Monday, killing 12 soldiers. "

    def calls(repeats: int) -> int:
        analysis, counted = read(sentence * repeats), cProfile.Profile()
        counted.runcall(read_events, analysis, library)
        counted.runcall(extract_relations, analysis, library)
        return int(Stats(counted).total_calls)  # type: ignore[attr-defined]

    calls(5)
    assert calls(160) < 4 * 1.5 * calls(40)


def test_the_trigger_is_fast_on_a_megabyte(library: Library) -> None:
    """The fast look reads no more than the head of an endless sentence."""
    words = library.words
    needs_parse("", words)
    start = time.process_time()
    assert not needs_parse("zzz " * 300_000, words)
    assert time.process_time() - start < 0.5
