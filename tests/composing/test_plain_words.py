"""Number, plain nouns, sources and short names read as a desk would write them."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.composing.builders import Told, assessed, brief_text, compose, event, material, reconciled

from rashomon.composing.codes import CODES
from rashomon.composing.date_checks import fits
from rashomon.composing.date_reading import read_dates
from rashomon.composing.dates import DateWords, Interval
from rashomon.composing.happening_nouns import without_members
from rashomon.composing.source_names import is_written, short_name
from rashomon.knowledge.library import Library
from rashomon.model.moment import DatePrecision


def killed(number: str, value: float, sentence: str, outlet: str = "Vale Star", **more: object) -> Told:
    """One report with one toll by the police."""
    told = Told("rep-toll", sentence, outlet, "2024-02-03")
    source = told.source("Police", kind="police") if "Police" in sentence else None
    told.figure(number, "killed", value, attribution=source, place=told.place("Norvale"), **more)
    return told


def headline(told: Told, library: Library) -> str:
    """The headline of the one-report story."""
    return compose(material(told), reconciled([], [assessed(told.figures[0])]), library).brief.headline.text


@pytest.mark.parametrize(
    ("group", "plain"),
    [
        ("mother", "One person"),
        ("kid", "One child"),
        ("Norvale man", "One man"),
        ("cop", "One police officer"),
    ],
)
def test_victims_are_plain_nouns(group: str, plain: str, library: Library) -> None:
    """Kin, trade and slang for a victim give way to person, child, man, officer."""
    told = killed("One", 1.0, f"Police said: One {group} was killed in Norvale.", group=group)
    assert headline(told, library) == f"{plain} killed in Norvale, according to police"


@pytest.mark.parametrize(("words", "qualifier"), [("At least one", "at_least"), ("More than one", "more_than")])
def test_one_is_singular(words: str, qualifier: str, library: Library) -> None:
    """One stays singular behind a hedge."""
    told = killed(words, 1.0, f"{words} person was killed in Norvale, the force of Police said.", qualifier=qualifier)
    assert f"{words} person" in headline(told, library)


def test_address_opens_no_sentence(library: Library) -> None:
    """An outlet known by its address stands after the fact or after "according to"."""
    told = killed("12", 12.0, "A blaze left 12 people dead in Norvale.", outlet="valestar.example")
    text = brief_text(compose(material(told), reconciled([], [assessed(told.figures[0])]), library))
    assert "According to valestar.example, 12 people were killed in Norvale." in text
    assert "Valestar" not in text


def test_short_name_is_the_head(library: Library) -> None:
    """A long name's short form is its head noun; a short name has none."""
    bodies = library.wording.bodies
    assert short_name("the Norvale Observatory for Public Rights", bodies) == "Observatory"
    assert short_name("the Home Office", bodies) is None


def test_unplaced_clinic_is_withheld(library: Library) -> None:
    """A clinic whose town is not in the record loses its coordinates, and an issue says so."""
    told = Told("rep-clinic", "Two people were killed at Lark Clinic.", "Vale Star", "2024-02-03")
    place = told.place("Lark Clinic", kind="facility", facility_kind="clinic")
    told.figure("Two", "killed", 2.0, place=place)
    dossier = compose(material(told), reconciled([], [assessed(told.figures[0])]), library)
    assert "place_withheld" in {i.code for i in dossier.issues}
    assert "place_withheld" in CODES
    assert all(p.place.lat is None for p in dossier.places)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("country's interior minister", "according to the country's interior minister"),
        ("Norvale's emergency services", "according to Norvale's emergency services"),
        ("unidentified medical source at the clinic", "according to an unidentified medical source at the clinic"),
        ("Regional governor Ana Berg", "according to regional governor Ana Berg"),
        ("Norvale Ombudsman's Office", "according to the Norvale Ombudsman's Office"),
        ("Ombudsman’s Office", "according to the Ombudsman’s Office"),
        ("Minister of Land and Sea", "according to the Minister of Land and Sea"),
        ("the UNICEF", "according to UNICEF"),
        ("Credible sources in Norvale", "according to sources in Norvale"),
        ("WHO", "according to the WHO"),
        ("Lt. Gen. Paul Varga", "according to Lt. Gen. Paul Varga"),
        ("the massive flooding", "according to an unnamed source"),
        ("a nurse involved in the response", "according to a nurse"),
    ],
)
def test_sources_are_told_as_a_desk_would(source: str, told: str, library: Library) -> None:
    """An office loses the capital of a sentence's beginning, a body has its article, and what happened says nothing."""
    text = f"Four men were killed, {source} said. A regional council met."
    story = Told("rep-desk", text, "Vale Star", "2024-02-03")
    kind = "unnamed" if source[0].islower() else "official"
    origin = source.removeprefix("the ")
    toll = story.figure("Four", "killed", 4, attribution=story.source(source, origin, kind=kind))
    assert told in compose(material(story), reconciled([], [assessed(toll)]), library).brief.headline.text


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("unidentified nurse at the clinic", "according to an unidentified nurse at the clinic"),
    ],
)
def test_sources_are_phrases_of_english(source: str, told: str, library: Library) -> None:
    """Owners keep their capital or get their article, and who is unidentified gets "an"."""
    story = Told("rep-source", f"Four men were killed, {source} said. The country mourned.", "Vale Star", "2024-02-03")
    toll = story.figure("Four", "killed", 4, attribution=story.source(source, kind="official"))
    dossier = compose(material(story), reconciled([], [assessed(toll)]), library)
    assert told in dossier.brief.headline.text


@pytest.mark.parametrize(
    ("mostly", "told"), [("fighters", ", mostly fighters, were killed"), ("terrorists", "people were")]
)
def test_whom_most_of_a_count_are_is_told_in_plain_words(mostly: str, told: str, library: Library) -> None:
    """A count is told with what most of the counted are, unless the report's word for them is loaded."""
    toll = killed("40", 40.0, f"Police said that 40 people were killed in Norvale, mostly {mostly}.", mostly=mostly)
    assert told in brief_text(compose(material(toll), reconciled([], [assessed(toll.figures[0])]), library))


def test_a_known_outlet_is_spelled_as_it_spells_itself(library: Library) -> None:
    """An outlet given in lower case has the spelling of the shipped list."""
    told = killed("12", 12.0, "A blaze left 12 people dead in Norvale.", outlet="sana")
    assert "SANA reported that 12 people" in brief_text(
        compose(material(told), reconciled([], [assessed(told.figures[0])]), library)
    )


def test_a_criminal_is_one_only_in_its_sources_words(library: Library) -> None:
    """Whom police call a criminal is told as a person with their word in quotation marks."""
    told = killed("One", 1.0, "Police said: One criminal was killed in Norvale.", group="criminal")
    assert headline(told, library).startswith("One person whom police described as “criminal” killed in Norvale")


@pytest.mark.parametrize(
    ("first", "last", "precision", "told"),
    [
        (1, 10, "month", "in early August"),
        (11, 20, "month", "in mid-August"),
        (21, 31, "month", "in late August"),
        (1, 30, "month", "in August"),
        (1, 10, "period", "from 1 to 10 August"),
    ],
)
def test_a_part_of_a_month_is_told_as_vaguely_as_it_was(
    first: int, last: int, precision: DatePrecision, told: str
) -> None:
    """ "Early August" is told in these words, not as ten days; what the sentence says is read back as that interval."""
    start, end = dt.date(2020, 8, first), dt.date(2020, 8, last)
    assert DateWords(2020).when(Interval(start, end, precision)) == told
    (read,) = read_dates(f"It struck {told}.")
    assert fits(read, [(start, end)])
    assert not fits(read, [(dt.date(2020, 9, 1), dt.date(2020, 9, 30))])


def test_a_part_of_a_month_is_no_other_part() -> None:
    """ "In early August" does not bear what was told of late August."""
    (read,) = read_dates("It struck in early August.")
    assert not fits(read, [(dt.date(2020, 8, 21), dt.date(2020, 8, 31))])


def test_figures_of_a_body_are_named_with_it(library: Library) -> None:
    """ "Figures from the River Board" are told according to them, "figures" alone say nothing of who gave them."""
    assert is_written("figures from the River Board", library)
    assert not is_written("figures", library)
    assert not is_written("figures of last year", library)


def test_a_storm_that_is_a_cyclone_is_called_so(library: Library) -> None:
    """Where one report calls a storm a cyclone, the brief does, though more call it a storm."""
    told = [
        Told("rep-a", "A cyclone hit Norvale.", "Vale Star", "2024-05-05"),
        Told("rep-b", "A storm hit Norvale.", "Hill Post", "2024-05-05"),
        Told("rep-c", "The storm hit Norvale.", "Harbour Wire", "2024-05-05"),
    ]
    words = ("cyclone", "storm", "storm")
    claims = [t.event(w, "disaster:storm", None, place=t.place("Norvale")) for t, w in zip(told, words, strict=True)]
    text = brief_text(compose(material(*told), reconciled([event(*claims)], []), library))
    assert "cyclone" in text.casefold()


def test_members_of_a_named_group_stay_its_members(library: Library) -> None:
    """ "VF members" are told as such, members of nothing that is named as people."""
    for group, said in (("VF members", "VF members"), ("family members", "people")):
        sentence = f"Police said 85 {group} were killed in Norvale."
        told = killed("85", 85.0, sentence, group=group)
        assert f"85 {said} killed" in headline(told, library)


def test_an_outlet_is_told_without_the_remark_behind_its_name(library: Library) -> None:
    """What a file adds in brackets to an outlet's name is not told, and hides it behind no "one report"."""
    story = Told("rep-remark", "Four men were killed in Norvale.", "Vale Star (AFP)", "2024-02-03")
    toll = story.figure("Four", "killed", 4)
    headline = compose(material(story), reconciled([], [assessed(toll)]), library).brief.headline.text
    assert headline.endswith("according to Vale Star")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A dam under construction in Norvale collapsed on 3 May, flooding nine villages.",
            "a dam collapsed in Norvale",
        ),
        ("The collapse of a five-storey building in Norvale left nine people dead.", "a building collapsed in Norvale"),
        ("The collapse in Norvale left nine people dead.", "a collapse took place in Norvale"),
    ],
)
def test_what_fell_is_told_to_have_fallen(text: str, told: str, library: Library) -> None:
    """A collapse is told by what collapsed, where a report says what that was."""
    story = Told("rep-fall", text, "Vale Star", "2024-05-04")
    word = "collapsed" if "collapsed" in text else "collapse"
    fall = event(story.event(word, "disaster:structural_collapse", None, place=story.place("Norvale")))
    assert told in brief_text(compose(material(story), reconciled([fall], []), library))


def test_one_of_a_body_is_no_side_beside_it() -> None:
    """Nobody clashes with one of their own; a member of another body stays."""
    assert without_members(["police", "a police officer"]) == ["police"]
    assert without_members(["protesters", "a police officer"]) == ["protesters", "a police officer"]
