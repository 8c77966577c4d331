"""Sentences and lines that say whose the words around them are."""

from __future__ import annotations

import itertools

import pytest
from tests.attribution.conftest import Ask

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.source_credits import credit_lines
from rashomon.extraction.english.source_reading import read_sentences
from rashomon.extraction.english.sources import find_sources
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.model.report import Block, Report

_TOLD = "On Sunday 12 people were killed in Vester. Another 40 were hurt. "


@pytest.mark.parametrize(
    ("pointing", "words"),
    [
        (
            "This was stated by the head of the Vester Regional Administration, Ada Brook.",
            "the head of the Vester Regional Administration, Ada Brook",
        ),
        ("This was reported on Telegram by Ada Brook, the head of the region.", "Ada Brook, the head of the region"),
        ("Ada Brook, the head of the region, said this in a post on Telegram.", "Ada Brook, the head of the region"),
        (
            "The relevant statement was made by the Vester Emergency Service on Facebook.",
            "the Vester Emergency Service",
        ),
        ("The mayor made this statement during a briefing.", "The mayor"),
        ("The information was confirmed by the Red Crescent.", "the Red Crescent"),
        ("The mayor told the state broadcaster about this.", "The mayor"),
        ("So said the coroner at a press conference.", "the coroner"),
        ("It was announced by the interior minister on Monday.", "the interior minister"),
        ("This is stated in a report by the civil defence.", "a report by the civil defence"),
        ("That is according to the police.", "the police"),
    ],
)
def test_who_tells_this_answers_for_the_paragraph(who_says: Ask, pointing: str, words: str) -> None:
    """Whoever is said to have told "this" or "the information" answers for the sentences of the paragraph before."""
    assert who_says(_TOLD + pointing, "12")[0] == words
    assert who_says(f"{_TOLD.strip()} {pointing}", "40")[0] == words


@pytest.mark.parametrize(
    "behind",
    [
        "The minister condemned this.",
        "Residents complained about this to the mayor.",
        "The president learned of this at dawn.",
        "The police did not confirm this.",
        "The mayor said this week would be hard.",
        "It was reported by locals that the doors had been locked.",
        "The operator denied this in a statement.",
        "The book was published by a newspaper in March.",
    ],
)
def test_who_judges_this_answers_for_nothing(who_says: Ask, behind: str) -> None:
    """Judging, hearing or denying what was told, and telling something else, makes nobody its source."""
    assert who_says(_TOLD + behind, "12")[0] is None


def test_what_has_a_source_of_its_own_keeps_it(who_says: Ask) -> None:
    """A sentence that names its source is not that of who tells the sentences behind it."""
    text = "Police said 12 people died in Vester. Some 40 were hurt. This was stated by the mayor."
    assert who_says(text, "12")[0] == "Police"
    assert who_says(text, "40")[0] == "the mayor"


_LABELLED = (
    "Three people were killed in Vester.\n\n{credit}\n\nDetails: A fire broke out and 40 people were hurt.\n\n"
    "Some 12 people are in hospital.\n\nBackground: On Monday 9 people were killed in Ostrel."
)


@pytest.mark.parametrize(
    ("credit", "words"),
    [
        ("Source: Emergency Service of Vester", "Emergency Service of Vester"),
        (
            "Source. Ada Brook, an adviser to the head of the Vester Administration, speaking on air.",
            "Ada Brook, an adviser to the head of the Vester Administration",
        ),
    ],
)
def test_a_source_in_a_line_of_its_own_has_the_details(library: Library, credit: str, words: str) -> None:
    """Below a line that names a source a part labelled as details is the source's, one labelled as background not."""
    text = _LABELLED.format(credit=credit)
    cuts = [0, *(i for i in range(len(text)) if text.startswith("\n\n", i)), len(text)]
    blocks = [
        Block(start=low + 2 * (low > 0), end=high, kind="credit" if "Source" in text[low:high] else "body")
        for low, high in itertools.pairwise(cuts)
    ]
    report = Report(id="r", text=text, blocks=tuple(blocks))
    sentences = split_report(report, library.words)
    speech = read_sentences(sentences, library)
    found = Analysis(
        report=report, sentences=sentences, sources=find_sources(speech, library, credit_lines(report, library))
    )

    def source(number: str) -> str | None:
        at = text.index(number)
        said = found.source_of("text", at, at + len(number))
        return said.text if said is not None else None

    assert [source(n) for n in ("Three", "40", "12", "9")] == [words, words, words, None]


def test_a_line_that_names_a_paper_is_the_page_s(library: Library) -> None:
    """A paper in a line of its own is no source of counts."""
    text = "Three people died.\n\nSource: Reuters\n\nMore to follow."
    report = Report(id="r", text=text, blocks=(Block(start=20, end=35, kind="credit"),))
    assert not credit_lines(report, library)
