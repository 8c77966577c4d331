"""Verification catches every way in which a sentence can go beyond what it cites."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.composing import tales
from tests.composing.builders import Told, assessed, event, material, reconciled

from rashomon.composing import compose_dossier, verify_dossier
from rashomon.composing.protect import protect_nobody
from rashomon.composing.verify import SentenceCheck
from rashomon.errors import InvariantError
from rashomon.knowledge.library import Library
from rashomon.model.brief import Sentence
from rashomon.model.dossier import Dossier
from rashomon.model.material import Material


def with_sentence(dossier: Dossier, text: str, *claims: str, reports: tuple[str, ...] = ()) -> Dossier:
    """The dossier with one paragraph of one sentence."""
    told = ((Sentence(text=text, claims=claims, reports=reports),),)
    return replace(dossier, brief=replace(dossier.brief, paragraphs=told))


@pytest.fixture(scope="module")
def offensive(library: Library) -> tuple[Dossier, Material, str, str]:
    """The offensive's dossier and the ids of its two tolls."""
    told, record, wire = tales.offensive()
    dossier = compose_dossier(told, record, "recommended", (), library).value
    return dossier, told, wire.figures[0].id, wire.figures[2].id


TRUE = "At least 27 civilians were killed in Aleppo from 27 to 29 November, according to the United Nations."
MUTATIONS = {
    "number": ("27 civilians", "28 civilians"),
    "hedge": ("At least 27", "About 27"),
    "hedge dropped": ("At least 27 civilians were killed", "According to the record, 27 civilians were killed"),
    "measure": ("killed", "injured"),
    "population": ("civilians", "combatants"),
    "wider population": ("civilians", "people"),
    "unit": ("civilians", "families"),
    "place": ("in Aleppo", "in Idlib"),
    "place role": ("in Aleppo", "from Aleppo"),
    "start": ("from 27 to", "from 26 to"),
    "end": ("to 29 November", "to 30 November"),
    "day for period": ("from 27 to 29 November", "on 29 November"),
    "year": ("29 November,", "29 November 2023,"),
    "root": ("the United Nations", "the Syrian Observatory for Human Rights"),
    "unknown root": ("the United Nations", "the Red Cross"),
    "realis": ("were killed", "were feared killed"),
    "reports": ("according to the United Nations", "according to three reports"),
    "loaded": ("killed", "slaughtered"),
    "name": ("in Aleppo", "in Aleppo by Wagner"),
}


def test_true_sentence_holds(offensive: tuple[Dossier, Material, str, str], library: Library) -> None:
    """The sentence that says what its claim says passes."""
    dossier, told, civilians, _ = offensive
    verify_dossier(with_sentence(dossier, TRUE, civilians), told, library)


@pytest.mark.parametrize("what", MUTATIONS)
def test_mutation_is_caught(what: str, offensive: tuple[Dossier, Material, str, str], library: Library) -> None:
    """A sentence changed in one respect does not pass."""
    dossier, told, civilians, _ = offensive
    old, new = MUTATIONS[what]
    changed = TRUE.replace(old, new)
    assert changed != TRUE
    with pytest.raises(InvariantError, match="does not hold"):
        verify_dossier(with_sentence(dossier, changed, civilians), told, library)


def test_wrong_claim_is_caught(offensive: tuple[Dossier, Material, str, str], library: Library) -> None:
    """A sentence that cites another figure's claim does not pass, nor one that cites nothing or an unknown claim."""
    dossier, told, _, combatants = offensive
    for claims in ((combatants,), (), ("fig-unknown",)):
        with pytest.raises(InvariantError):
            verify_dossier(with_sentence(dossier, TRUE, *claims), told, library)


def test_swapped_roots_are_caught(offensive: tuple[Dossier, Material, str, str], library: Library) -> None:
    """Two figures of two roots in one sentence keep each its own."""
    dossier, told, civilians, combatants = offensive
    text = "{} put the number of civilians killed at no fewer than 27, while {} put the number of combatants "
    text += "killed at 255."
    un, sohr = "The United Nations", "the Syrian Observatory for Human Rights"
    verify_dossier(with_sentence(dossier, text.format(un, sohr), civilians, combatants), told, library)
    with pytest.raises(InvariantError):
        verify_dossier(
            with_sentence(dossier, text.format(sohr.replace("the", "The", 1), un.lower()), civilians, combatants),
            told,
            library,
        )


def test_sum_is_caught(offensive: tuple[Dossier, Material, str, str], library: Library) -> None:
    """The sum of two figures of different questions is no number of the record."""
    dossier, told, civilians, combatants = offensive
    with pytest.raises(InvariantError):
        verify_dossier(
            with_sentence(dossier, "At least 282 people were killed in Aleppo.", civilians, combatants), told, library
        )


@pytest.mark.parametrize(
    ("kind", "words", "kept"),
    [
        ("preliminary", "a first estimate", "a preliminary count"),
        ("unverified", "could not be checked", "a count that could not be verified"),
        ("excludes", "not counting foreigners", "a count given as “not counting foreigners”"),
    ],
)
def test_dropped_caveat_is_caught(kind: str, words: str, kept: str, library: Library) -> None:
    """A figure's caveat stands in every sentence that uses the figure."""
    told = Told("rep-flood", f"The mayor said 19 people died in Tabasco, {words}.", "Rio Post", "2020-11-05")
    figure = told.figure(
        "19",
        "killed",
        19.0,
        attribution=told.source("The mayor", "mayor", "official"),
        place=told.place("Tabasco"),
        caveats=[(kind, words)],
    )
    story = material(told)
    dossier = compose_dossier(story, reconciled([], [assessed(figure)]), "recommended", (), library).value
    verify_dossier(dossier, story, library)
    text = "The mayor said that 19 people were killed in Tabasco"
    verify_dossier(with_sentence(dossier, f"{text}, {kept}.", figure.id), story, library)
    with pytest.raises(InvariantError, match="caveat"):
        verify_dossier(with_sentence(dossier, f"{text}.", figure.id), story, library)


def test_as_of_is_checked(library: Library) -> None:
    """A count's as-of day is that of the cited figure."""
    story, record = tales.earthquake()
    dossier = compose_dossier(story, record, "recommended", (), library).value
    first = story.claims[0].figures[0].id
    good = "The civil defence agency had put the number of people killed at no fewer than 40 by 3 May, "
    good += "a preliminary count."
    verify_dossier(with_sentence(dossier, good, first), story, library)
    with pytest.raises(InvariantError, match="date"):
        verify_dossier(with_sentence(dossier, good.replace("3 May", "4 May"), first), story, library)


def test_household_is_no_person(library: Library) -> None:
    """Households never read as persons."""
    story, record = tales.earthquake()
    dossier = compose_dossier(story, record, "recommended", (), library).value
    homes = story.claims[0].figures[2].id
    good = "About 3,000 families were left homeless in Kassala, according to the Red Crescent."
    verify_dossier(with_sentence(dossier, good, homes), story, library)
    with pytest.raises(InvariantError):
        verify_dossier(with_sentence(dossier, good.replace("families", "people"), homes), story, library)


def test_invented_quotation_is_caught(offensive: tuple[Dossier, Material, str, str], library: Library) -> None:
    """Words in quotation marks stand in a cited passage."""
    dossier, told, _, _ = offensive
    statement = told.claims[0].statements[0].id
    with pytest.raises(InvariantError, match="quotation"):
        verify_dossier(with_sentence(dossier, "Dmitri Peskov said: “The war is over.”", statement), told, library)


def test_changed_verb_is_caught(offensive: tuple[Dossier, Material, str, str], library: Library) -> None:
    """A condemnation is not reported as praise."""
    dossier, told, _, _ = offensive
    statement = told.claims[0].statements[0].id
    with pytest.raises(InvariantError, match="verb"):
        verify_dossier(with_sentence(dossier, "Dmitri Peskov praised the insurgent attack.", statement), told, library)


@pytest.mark.parametrize(
    "text",
    [
        "Three of the two reports could not be read.",
        "One of the two reports could not be read.",
        "Two of the two reports bore no date.",
        "The two reports carried the same text.",
        "This account rests on one report.",
        "The reports gave no number of people killed.",
    ],
)
def test_false_word_on_record_is_caught(
    text: str, offensive: tuple[Dossier, Material, str, str], library: Library
) -> None:
    """Sentences about the record are counted again."""
    dossier, told, _, _ = offensive
    with pytest.raises(InvariantError):
        verify_dossier(with_sentence(dossier, text, reports=told.story.reports), told, library)


def test_failing_candidate_is_withheld(library: Library) -> None:
    """A sentence that does not hold is left out with an issue; the build goes on."""
    told = Told("rep-odd", "Officials said 12 people died in Tabasco.", "Rio Post", "2020-11-05")
    figure = told.figure("12", "killed", 13.0, attribution=told.source("Officials", kind="official"))
    outcome = compose_dossier(material(told), reconciled([], [assessed(figure)]), "recommended", (), library)
    assert "sentence_withheld" in {i.code for i in outcome.issues}
    verify_dossier(outcome.value, material(told), library)
    assert "13" not in "".join(s.text for p in outcome.value.brief.paragraphs for s in p)


def test_an_event_of_its_claims_id_takes_no_words_from_it(library: Library) -> None:
    """Both outlets of an event may be named, also where the event bears the id of one of its claims."""
    text = "A clash broke out in Aleppo on 27 November."
    one, other = (
        Told(f"rep-{n}", text, outlet, "2024-11-28") for n, outlet in enumerate(("River Ledger", "Prairie Herald"))
    )
    first, again = (
        told.event("clash", "Battles", place=told.place("Aleppo"), when=told.when("on 27 November", "2024-11-27"))
        for told in (one, other)
    )
    check = SentenceCheck(material(one, other), [event(first, again, id=first.id)], library, protect_nobody())
    named = "A clash broke out in Aleppo on 27 November 2024, according to Prairie Herald and River Ledger."
    assert check.fault(Sentence(text=named, claims=(again.id, first.id))) is None
