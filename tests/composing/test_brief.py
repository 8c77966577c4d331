"""The brief reads as if a person had written it, and says no more than its claims."""

from __future__ import annotations

import pytest
from tests.composing import tales
from tests.composing.builders import Told, assessed, brief_text, compose, event, material, reconciled

from rashomon.knowledge.library import Library


def test_offensive_brief(library: Library) -> None:
    """The brief of an offensive names the roots, keeps the hedges, and never adds two tolls."""
    told, record, _ = tales.offensive()
    text = brief_text(compose(told, record, library))
    assert "At least 27 civilians" in text
    assert "according to the United Nations" in text
    assert "255 combatants were killed" in text
    assert "the Syrian Observatory for Human Rights" in text.replace("The S", "the S")
    assert "The dead included eight children, it said." in text
    assert "Kremlin spokesperson Dmitri Peskov condemned the insurgent attack." in text
    assert "Russia backed the Syrian government" in text
    assert "282" not in text


def test_headline_has_source(library: Library) -> None:
    """A headline's figure stands with its source."""
    told, record, _ = tales.offensive()
    headline = compose(told, record, library).brief.headline.text
    assert headline == "At least 27 civilians killed in offensive in Aleppo, according to the United Nations"


def test_rising_toll(library: Library) -> None:
    """A root's newer count is told with its earlier one, the caveat of the earlier kept."""
    text = brief_text(compose(*tales.earthquake(), library))
    assert "An earthquake struck near Kassala on 3 May 2023" in text
    assert "at least 112 people were killed" in text.replace("At least", "at least")
    assert "had put the number of people killed at no fewer than 40 by 3 May, a preliminary count." in text
    assert "about 3,000 families were left homeless" in text.replace("About", "about")


def test_disputed_toll(library: Library) -> None:
    """Conflicting tolls stand side by side with their sources, in headline and text."""
    dossier = compose(*tales.protest(), library)
    text = brief_text(dossier)
    assert "147" in dossier.brief.headline.text
    assert "266" in dossier.brief.headline.text
    assert "Counts of the dead differed: the Home Ministry put the number of people killed at 147, while" in text


def test_short_report(library: Library) -> None:
    """One short report gives one short paragraph, and the key points say what is not known."""
    brief = compose(*tales.short_report(), library).brief
    assert len(brief.paragraphs) == 1
    assert sum(len(p) for p in brief.paragraphs) <= 2
    assert brief.headline.text == "Six people killed in crash in Quillabamba, according to Andes Bulletin"
    assert any("rests on one report" in p.text for p in brief.key_points)


def test_accusation_and_denial(library: Library) -> None:
    """Without a concession the act is named, and accuser, accused and denial stand in one sentence."""
    dossier = compose(*tales.strike(), library)
    text = brief_text(dossier)
    assert "Aid workers blamed the coalition for the air strike in Marib; the coalition denied responsibility." in text
    assert "coalition" not in dossier.brief.headline.text
    assert "The report gave no number of people killed." in text


def test_no_claims(library: Library) -> None:
    """A story without claims still has a headline, an issue and nothing invented."""
    told = Told("rep-empty", "The council met to talk about parking.", "Harbour Wire", "2024-01-01")
    dossier = compose(material(told), reconciled([], []), library)
    assert dossier.brief.paragraphs == ()
    assert "no_claims" in {i.code for i in dossier.issues}


def test_unread_reports_are_counted(library: Library) -> None:
    """Reports that were not read are counted in the brief and stand as an issue."""
    told, record, wire = tales.offensive()
    lost = Told("rep-lost", "Слова", "Vestnik", "2024-11-30", read=False)
    both = material(wire, lost)
    record = reconciled([event(wire.events[0])], [assessed(wire.figures[0])])
    dossier = compose(both, record, library)
    assert "One of the two reports could not be read." in brief_text(dossier)
    assert "reports_not_read" in {i.code for i in dossier.issues}
    assert told.story.id


def test_loaded_words_are_replaced(library: Library) -> None:
    """A group that a report calls by a loaded name stands in quotation marks with whoever calls it so."""
    told = Told("rep-army", "The army said 30 terrorists were killed in Derna on 4 May.", "Coast Times", "2020-05-05")
    army = told.source("The army", "army", "army", side="government")
    killed = told.figure(
        "30", "killed", 30.0, category="combatants", group="terrorists", attribution=army, place=told.place("Derna")
    )
    text = brief_text(
        compose(material(told), reconciled([], [assessed(killed, support="party only", best=False)]), library)
    )
    assert "army said that 30 people it described as “terrorists” were killed" in text


@pytest.mark.parametrize("tale", [tales.earthquake, tales.protest, tales.short_report, tales.strike])
def test_sentences_are_clean(tale: object, library: Library) -> None:
    """No sentence doubles an attribution, a space or a stop, and none repeats another of its paragraph."""
    brief = compose(*tale(), library).brief  # type: ignore[operator]
    for sentence in [*brief.key_points, *(s for p in brief.paragraphs for s in p)]:
        assert sentence.text.endswith((".", ".”"))
        assert sentence.text.count("according to") <= 1
        assert "  " not in sentence.text
        assert ".." not in sentence.text
    for paragraph in brief.paragraphs:
        assert len({s.text for s in paragraph}) == len(paragraph)
