"""Work grows with the length of a report and no faster: ratios of two sizes in one run, with slack for noise."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.app import shipped_parts
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.pipeline import Parts, build_dossiers, understand_one
from rashomon.reading import read_reports
from rashomon.reading.decoding import MAX_TEXT_CHARS
from rashomon.run import Run
from rashomon.settings import Settings

_TOWNS = "Aleppo Homs Idlib Hama Raqqa Palmyra Latakia Damascus Tartus Daraa Kobani Manbij".split()
#: Four times the text may take this much more time: linear work takes four, quadratic work sixteen.
_LINEAR = 8.0


def dense(sentences: int) -> str:
    """A report of so many sentences, each with a figure, a place, a source and a happening."""
    made = []
    for n in range(sentences):
        town = _TOWNS[n % len(_TOWNS)]
        made.append(
            (
                f"At least {n + 3} civilians were killed in an air strike near {town} on {n % 28 + 1} March.",
                f"The army said its forces had captured {n + 2} villages near {town} from rebel fighters on Monday.",
                f"Some {n + 100} people fled {town} after clashes, the United Nations said in a statement.",
                f'"We buried {n + 5} bodies, {n % 9 + 1} of them children," a doctor in {town} told Reuters.',
            )[n % 4]
        )
    return "\n\n".join(" ".join(made[at : at + 4]) for at in range(0, sentences, 4))


def _read(text: str, library: Library) -> Report:
    return read_reports([RawSource(name="long.txt", content=text.encode())], library).value[0]


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _understood(text: str) -> ReportClaims:
    """The claims of a text with a parser that has seen nothing yet, over the shared model."""
    parts = shipped_parts()
    return understand_one(_read(text, parts.library), parts.parser, parts.library).value


@pytest.mark.parametrize(
    "text_of",
    [
        dense,
        lambda n: " ".join(f"{k * 37 % 9973:,}" for k in range(n * 12)),
        lambda n: "killed " * (n * 12),
        lambda n: "Aleppo, Homs and " * (n * 6),
        lambda n: "(" * (n * 40),
        lambda n: "said on Monday that " * (n * 5),
    ],
    ids=["dense", "numbers", "one word", "places", "brackets", "speech"],
)
def test_extraction_grows_no_faster_than_the_text(text_of: Callable[[int], str]) -> None:
    """Four times the text takes at most twice four times the work."""
    _understood(text_of(20))
    small, large = (_seconds(lambda n=n: _understood(text_of(n))) for n in (80, 320))  # type: ignore[misc]
    assert large < _LINEAR * small + 0.2


def test_a_build_grows_no_faster_than_the_text(parser: SpacyParser, library: Library) -> None:
    """A report of four times the length takes at most twice four times the work from source to dossier."""
    parts = Parts(parser, library)

    def build(sentences: int) -> None:
        sources = [RawSource(name="long.txt", content=dense(sentences).encode())]
        build_dossiers(sources, Settings(story="one"), parts, Run(time.perf_counter))

    build(8)
    small, large = (_seconds(lambda n=n: build(n)) for n in (60, 240))  # type: ignore[misc]
    assert large < _LINEAR * small + 0.2


@pytest.mark.parametrize(
    "text",
    ["five people died and " * 2_000, " ".join(map(str, range(100_000))), "x" * 1_000_000, "a. " * 50_000],
    ids=["one endless sentence", "a hundred thousand numbers", "one word of a megabyte", "initials"],
)
def test_a_monstrous_report_is_read(text: str) -> None:
    """A huge report without the shape of news is extracted within seconds."""
    assert _seconds(lambda: _understood(text)) < 20


def test_a_report_past_the_limit_is_read_up_to_it(library: Library) -> None:
    """Of five megabytes the first million characters are read, with an issue."""
    outcome = read_reports([RawSource(name="huge.txt", content=b"Two died. " * 500_000)], library)
    assert len(outcome.value[0].text) == MAX_TEXT_CHARS
    assert "text_too_long" in {i.code for i in outcome.issues}
