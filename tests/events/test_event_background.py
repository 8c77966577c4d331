"""What is told beside the news and is not the news: deeds of other times, likened, habitual, or of another place."""

from __future__ import annotations

import pytest
from tests.notation import make_report

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.extraction.english.events import read_events
from rashomon.extraction.english.responsibility import extract_responsibilities
from rashomon.extraction.extract_claims import analyse
from rashomon.knowledge.library import Library
from rashomon.model.claim import EventClaim

from .conftest import Read


def _event(events: tuple[EventClaim, ...], text: str, word: str) -> EventClaim:
    (found,) = [e for e in events if text[e.anchor_start : e.anchor_end] == word]
    return found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A bomb killed two in Benarra. The army, which has carried out similar raids, said nothing.", "raids"),
        (
            "A fire killed 154 people on 3 May 2024. It was the worst disaster that the country has seen since 2014, when "
            "the ferry Norva sank in waters off the south coast and killed 304 people.",
            "sank",
        ),
        (
            "A fire burned in Benarra, which is still recovering from a blast that left 300 dead over a decade ago.",
            "blast",
        ),
        ("The blast on 3 May 2024 was near the site of the worst bombing, which killed 80 people in 2011.", "bombing"),
    ],
)
def test_a_deed_likened_or_of_another_year_is_background(read: Read, library: Library, text: str, word: str) -> None:
    """What a group has done alike before, and what a relative clause dates to an earlier year, is not the news."""
    assert _event(read_events(read(text), library).events, text, word).realis == "background"


@pytest.mark.parametrize("text", ["In March, gunmen stormed a hotel in Farholm and killed 21 people.",
                                  "Gunmen stormed a hotel in Farholm and killed 21 people in March."])  # fmt: skip
def test_a_month_long_past_makes_background(parser: SpacyParser, library: Library, text: str) -> None:
    """In a report of October, behind its lead, what was in March is background; what was in October is not."""
    lead = "A car bomb killed nine people in Benarra on Tuesday. "

    def realis(body: str) -> set[str]:
        report = make_report("Harbour Herald", "2031-10-14", lead + body)
        events = read_events(analyse(report, parser, library), library).events
        return {e.realis for e in events if e.anchor_start > len(lead)}

    assert realis(text) == {"background"}
    assert "happened" in realis(text.replace("March", "October"))


def test_what_is_not_claimed_is_not_denied(read: Read, library: Library) -> None:
    """A group that does not usually claim attacks does not deny the one that the report tells."""
    text = "A bomb killed nine people in Benarra. The group does not usually claim attacks that kill civilians."
    events = read_events(read(text), library).events
    assert events
    assert not [e for e in events if e.realis == "denied"]
    text = "A bomb killed nine people in Benarra. The army did not carry out attacks, it said."
    assert [e.realis for e in read_events(read(text), library).events if e.anchor_start > 40] == ["denied"]


def test_a_country_that_owns_a_worst_attack_did_not_do_it(read: Read, library: Library) -> None:
    """The possessor of a deed in the superlative says where it was."""
    text = "Ruling out an accident, police called it Somalia's deadliest bombing, which killed 60 people."
    actors = [a.name for e in read_events(read(text), library).events for a in e.actors]
    assert "Somalia" not in actors


def test_an_offensive_told_beside_a_bombing_has_not_its_place(read: Read, library: Library) -> None:
    """A government's offensive somewhere is not put into the town whose bombing is the news."""
    text = (
        "At least 35 people were injured when two explosions rocked the town of Sake, police said. "
        "The government has opened a large-scale offensive against the militants."
    )
    offensive = _event(read_events(read(text), library).events, text, "offensive")
    assert offensive.place is None
    told = "Rebels fought soldiers in Sake on Friday, killing four. The army launched an offensive against the rebels."
    (place,) = {e.place.name for e in read_events(read(told), library).events if e.place is not None}
    assert place == "Sake"


def test_a_country_that_speaks_beside_another_is_no_place(read: Read, library: Library) -> None:
    """Two states joined as the subject of a condemnation are not where it was."""
    text = "The United Nations and France condemned the attack on Sunday, which killed nine people in Benarra."
    places = [e.place.name for e in read_events(read(text), library).events if e.place is not None]
    assert "France" not in places


def test_a_known_storm_is_not_dated_by_another_clause(read: Read, library: Library) -> None:
    """The day on which rescuers dug in what a storm had left is not the storm's; the day it struck is."""
    text = "On Thursday rescuers dug through the debris of homes that were swept away by the storm in Benarra."
    storms = [e for e in read_events(read(text), library).events if e.type == "disaster:storm"]
    assert [e.when for e in storms] == [None]
    told = "The storm struck the town of Sake on Thursday, killing nine people."
    (storm,) = [e for e in read_events(read(told), library).events if e.type == "disaster:storm"]
    assert storm.when is not None


def test_what_a_claim_avenges_does_not_date_the_attack(read: Read, library: Library) -> None:
    """The day of a death that is given as a reason is not that of the attack."""
    text = "The March 23 Movement claimed the attack in Benarra, saying it avenged a death in August."
    (attack,) = [e for e in read_events(read(text), library).events if e.type is not None]
    assert attack.when is None


def test_a_crowd_that_storms_is_no_storm(read: Read, library: Library) -> None:
    """A word between a subject and its object acts, whatever a parser tags it: no disaster is read of it."""
    text = "Protesters storm parliament in Ruritania."
    assert not [e for e in read_events(read(text), library).events if (e.type or "").startswith("disaster:")]


def test_a_group_that_bears_a_countrys_name_is_not_the_country(read: Read, library: Library) -> None:
    """The last word of a group's name concedes nothing for the country of that name."""
    text = (
        "A bomb killed nine people in Peshawar on Monday. The outlawed Laskar-i-Tayfun Pakistan claimed responsibility."
    )
    analysis = read(text)
    told = read_events(analysis, library)
    assert "Pakistan" not in {r.accused for r in extract_responsibilities(analysis, told, library)}
    text = "A bomb killed nine people in Peshawar on Monday. Pakistan accused India of the attack."
    analysis = read(text)
    told = read_events(analysis, library)
    assert {(r.by, r.accused) for r in extract_responsibilities(analysis, told, library)} == {("Pakistan", "India")}
    text = "Israel on Monday mounted its long-threatened invasion of South Lebanon."
    assert [r.name for e in read_events(read(text), library).events for r in e.recipients] == ["Lebanon"]
