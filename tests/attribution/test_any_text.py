"""Whatever a report says: nothing raises, spans slice to their words, scopes stay inside the field."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.source_reading import read_sentences
from rashomon.extraction.english.sources import find_sources, needs_parse
from rashomon.extraction.english.statements import extract_statements
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.model.attribution import Attribution
from rashomon.model.report import Report
from rashomon.resolution.roots import report_aliases, resolve_attribution, root_of

_WORDS = st.sampled_from(
    'the a ministry police said told AFP according to citing Reuters 12 killed , . " “ ” ; : - ( ) it he they who '
    "which of and UN SOHR witness Omar Capt. reported by count its figures \x00 \n\n was quoted as "
    "saying adding that".split(" ")
)
_TEXTS = st.one_of(
    st.lists(_WORDS, max_size=40).map(" ".join), st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=_TEXTS, title=_TEXTS)
def test_spans_slice_and_scopes_lie_inside(
    analyse: Callable[..., Analysis], library: Library, text: str, title: str
) -> None:
    """Every source's words stand where it says, every scope and content lies in its field."""
    seen = analyse(text, title)
    for source in seen.sources:
        words, field = source.attribution, seen.report.field_text(source.attribution.field)
        assert field[words.start : words.end] == words.text
        assert 0 <= source.scope_start <= source.scope_end <= len(field)
        assert resolve_attribution(words, seen.report, library, report_aliases(seen.report, library)).text == words.text
    for statement in extract_statements(seen):
        field = seen.report.field_text(statement.field)
        assert field[statement.speaker_start : statement.speaker_end] == statement.speaker
        assert statement.start <= statement.content_start < statement.content_end <= statement.end <= len(field)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=_TEXTS)
def test_sentences_without_a_parse_raise_nothing(library: Library, text: str) -> None:
    """A report whose sentences are not parsed has fewer sources, and no error."""
    report = Report(id="r", text=text)
    find_sources(read_sentences(split_report(report, library.words), library), library)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=_TEXTS)
def test_any_name_has_a_root(library: Library, name: str) -> None:
    """Any words make a root with an id and a family."""
    root = root_of(name, library)
    assert root.id.startswith("root-")
    assert isinstance(root.family, str)


def test_the_trigger_and_the_aliases_grow_with_the_text(library: Library) -> None:
    """Work on a hostile text grows no more than linearly with its length."""
    unit = 'the (UN) said "said ' * 5 + "(" * 50

    def seconds(times: int) -> float:
        text = unit * times
        began = time.process_time()
        needs_parse(text.replace("said", "sai"), library.words)
        report_aliases(Report(id="r", text=text), library)
        return time.process_time() - began

    seconds(10)
    small = max(min(seconds(100) for _ in range(3)), 1e-4)
    assert seconds(1000) < 40 * small


def test_an_attribution_without_origin_stays_so(library: Library) -> None:
    """Resolving never invents an origin."""
    bare = Attribution(start=0, end=0, text="", agency=None)
    assert resolve_attribution(bare, Report(id="r", text=""), library, {}).origin is None
