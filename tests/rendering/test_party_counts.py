"""Counts that only parties gave, as the page and the brief say them."""

from __future__ import annotations

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, compose, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.rendering.standing import not_known


def test_what_a_party_alone_counted_is_one_plain_sentence(library: Library) -> None:
    """Killed and injured of one party's telling share a sentence, without the party's words for them."""
    told = Told(
        "rep-1", "The army said 30 terrorists were killed and 12 injured in Norvale.", "Vale Star", "2024-05-05"
    )
    army = told.source("The army", "Vale army", kind="army", side="government")
    place = told.place("Norvale")
    dead = told.figure(
        "30",
        "killed",
        30,
        group="terrorists",
        category="combatants",
        attribution=army,
        place=place,
        status_by="Vale army",
    )
    hurt = told.figure("12", "injured", 12, attribution=army, place=place)
    answers = [assessed(f, support="party only", best=False) for f in (dead, hurt)]
    unbounded = [(replace(a, low=None, high=None), series) for a, series in answers]
    lines = not_known(compose(material(told), reconciled([], unbounded), library))
    assert [x for x in lines if x.startswith("Some counts")] == [
        "Some counts of people killed and injured come only from a party to the events (Vale army)."
    ]
