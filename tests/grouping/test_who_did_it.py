"""Whom a merged event may name as doing it."""

from __future__ import annotations

from typing import Literal

from tests.notation import make_report

from rashomon.grouping.event_actors import decide_actors
from rashomon.grouping.event_matching import ToldEvent
from rashomon.model.actor import Actor
from rashomon.model.attribution import Attribution
from rashomon.model.claim import EventClaim, Responsibility

_TEXT = "A militia shelled the mill at Ostra."


def told(n: int, source: Attribution | None) -> ToldEvent:
    """One report's word that a militia shelled a mill, by a source or in the outlet's own voice."""
    report = make_report(f"Paper {n}", "2024-05-02", _TEXT)
    militia = Actor(field="text", start=2, end=9, text="militia", name="militia")
    claim = EventClaim(
        field="text", start=0, end=len(_TEXT), anchor_start=10, anchor_end=17, report=report.id,
        type="Explosions/Remote violence", actors=(militia,), attribution=source,
    )  # fmt: skip
    return ToldEvent(claim, report, n)


def by(name: str) -> Attribution:
    """A named source of no side."""
    return Attribution(field="text", start=0, end=1, text="A", origin=name, kind="monitor")


def test_outlets_that_name_nobody_are_one_voice() -> None:
    """Two outlets that accuse in their own voice may repeat one another: the record only says who is accused."""
    stated, accused = decide_actors([told(0, None), told(1, None)], ())
    assert stated == ()
    assert accused == ("militia",)


def test_two_named_sources_are_two_voices() -> None:
    """What two sources of no common side say, and nobody denies, is stated."""
    stated, accused = decide_actors([told(0, by("Mill Watch")), told(1, by("River Council"))], ())
    assert [a.name for a in stated] == ["militia"]
    assert accused == ()


def answer(verdict: Literal["conceded", "denied"], party: str = "militia") -> Responsibility:
    """What a party answers about the mill."""
    return Responsibility(
        field="text", start=0, end=len(_TEXT), report="r", accused=party,
        by=party if verdict == "conceded" else None, act_text="the shelling", answer=verdict,
    )  # fmt: skip


def test_a_deed_that_another_party_denies_is_nobodys_who_did_not_own_to_it() -> None:
    """Whom two sources accuse is not stated where somebody else denies the deed: a government answers for its army."""
    accusing = [told(0, by("Mill Watch")), told(1, by("River Council"))]
    assert decide_actors(accusing, [answer("denied", "the militia's government")]) == ((), ("militia",))
    owned = [answer("conceded"), answer("denied", "the army")]
    assert [a.name for a in decide_actors(accusing, owned)[0]] == ["militia"]


def test_who_owns_to_a_deed_and_denies_it_is_not_stated() -> None:
    """A party that conceded is stated, unless it denies the deed as well."""
    assert [a.name for a in decide_actors([told(0, None)], [answer("conceded")])[0]] == ["militia"]
    assert decide_actors([told(0, None)], [answer("conceded"), answer("denied")])[0] == ()


def test_one_reports_own_words_beside_one_accuser_state_nobody() -> None:
    """A named source and one outlet that names nobody only accuse; with a second outlet they state."""
    assert decide_actors([told(0, by("Mill Watch")), told(1, None)], ()) == ((), ("militia",))
    three = [told(0, by("Mill Watch")), told(1, None), told(2, None)]
    assert [a.name for a in decide_actors(three, ())[0]] == ["militia"]
