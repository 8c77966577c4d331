from __future__ import annotations

import pytest

from rashomon.extraction.english.events import needs_parse, read_events
from rashomon.knowledge.library import Library
from rashomon.model.claim import EventClaim

from .conftest import Read


def _events(read: Read, library: Library, text: str) -> list[EventClaim]:
    return list(read_events(read(text), library).events)


@pytest.mark.parametrize(
    ("text", "type_", "sub_type"),
    [
        (
            "Warplanes carried out air strikes on the town of Idlib, killing nine people.",
            "Explosions/Remote violence",
            "Air/drone strike",
        ),
        (
            "Rebels fired mortar shells at a market in Homs, wounding six civilians.",
            "Explosions/Remote violence",
            "Shelling/artillery/missile attack",
        ),
        (
            "A suicide bomber blew himself up at a checkpoint in Mogadishu.",
            "Explosions/Remote violence",
            "Suicide bomb",
        ),
        (
            "A roadside bomb killed four soldiers near Gao.",
            "Explosions/Remote violence",
            "Remote explosive/landmine/IED",
        ),
        (
            "Air defence units shot down or intercepted 95 drones over the capital.",
            "Strategic developments",
            "Disrupted weapons use",
        ),
        ("Soldiers clashed with militants in the hills outside Kandahar.", "Battles", "Armed clash"),
        (
            "The rebels captured the town of Goma after a day of fighting.",
            "Battles",
            "Non-state actor overtakes territory",
        ),
        ("The Somali army retook the town of Adale from Al-Shabaab.", "Battles", "Government regains territory"),
        ("Gunmen attacked a village in Zamfara and killed eleven farmers.", "Violence against civilians", "Attack"),
        (
            "Bandits kidnapped thirty schoolgirls from a boarding school.",
            "Violence against civilians",
            "Abduction/forced disappearance",
        ),
        ("Thousands of students demonstrated against the government in Nairobi.", "Protests", "Peaceful protest"),
        ("Police fired tear gas to disperse protesters in the square.", "Protests", "Protest with intervention"),
        ("Police opened fire on protesters, killing two of them.", "Protests", "Excessive force against protesters"),
        ("Police arrested forty opposition activists overnight.", "Strategic developments", "Arrests"),
        ("The government and the rebels signed a ceasefire on Sunday.", "Strategic developments", "Agreement"),
        ("An earthquake struck western Nepal, killing dozens of people.", "disaster:earthquake", None),
        ("Floods swept away houses in the valley and killed twelve people.", "disaster:flood", None),
        ("A bus plunged into a ravine, leaving nineteen passengers dead.", "disaster:transport_accident", None),
        ("A wildfire forced hundreds of residents from their homes.", "disaster:wildfire", None),
    ],
)
def test_a_happening_has_its_acled_type(
    read: Read, library: Library, text: str, type_: str, sub_type: str | None
) -> None:
    """Each class of happening is told with ACLED's type and sub-type, or as a disaster of its kind."""
    assert (type_, sub_type) in {(e.type, e.sub_type) for e in _events(read, library, text)}


@pytest.mark.parametrize(
    ("text", "plover", "mode"),
    [
        ("Egypt condemned the attack on the convoy.", "ACCUSE", "disapprove"),
        ("The rebels demanded that the government release their leader.", "REQUEST", "change"),
        ("Ethiopia threatened to close its border with Eritrea.", "THREATEN", "restrict"),
        ("Norway will provide food aid to Malawi.", "AGREE", None),
        ("The president of Kenya visited Uganda on Friday.", "CONSULT", "visit"),
        ("Ghana refused to send troops to Niger.", "REJECT", None),
        ("The militia released twelve hostages on Tuesday.", "RETREAT", "release"),
        ("Rwanda announced that it would withdraw its soldiers from the province.", "CONCEDE", None),
        ("Rwandan soldiers withdrew from the town on Monday.", "RETREAT", "withdraw"),
    ],
)
def test_words_and_deeds_between_powers_have_their_plover_type(
    read: Read, library: Library, text: str, plover: str, mode: str | None
) -> None:
    """Deeds keep their type; what is only intended, demanded, refused or threatened is told as that."""
    found = {(e.plover, e.mode) for e in _events(read, library, text)}
    assert plover in {p for p, _ in found}
    assert mode is None or (plover, mode) in found


def test_headline_and_body_tell_one_happening(read: Read, library: Library) -> None:
    """A happening told in three sentences is one event, with what each of them adds."""
    text = (
        "Gunmen attacked a hospital in Kunduz.\n\nAt least seven patients were killed in the attack on Monday.\n\n"
        "The attack lasted two hours."
    )
    violent = [e for e in _events(read, library, text) if e.type == "Violence against civilians"]
    assert len(violent) == 1
    assert [a.name for a in violent[0].actors] == ["gunmen"]


def test_strikes_on_two_towns_stay_two_events(read: Read, library: Library) -> None:
    """Happenings of one kind at two places are not merged."""
    text = "Air strikes hit Taiz on Friday, killing three people. Other air strikes hit Marib, killing five people."
    strikes = [e for e in _events(read, library, text) if e.sub_type == "Air/drone strike"]
    assert len(strikes) == 2


def test_compound_actors_are_one_event(read: Read, library: Library) -> None:
    """Two joined actors make one event with two actors."""
    events = _events(read, library, "Russian and Syrian forces and Hezbollah attacked rebel positions near Hama.")
    battle = next(e for e in events if e.type == "Battles")
    assert len(battle.actors) >= 2


def test_both_sides_of_a_clash_are_actors(read: Read, library: Library) -> None:
    """In two-sided violence both sides stand among the actors."""
    events = _events(read, library, "Ethiopian soldiers clashed with Fano fighters near Lalibela.")
    assert {"Ethiopian army", "Fano"} <= {a.name for a in events[0].actors}


@pytest.mark.parametrize(
    ("text", "aux", "realis"),
    [
        ("The army denied shelling the hospital in Raqqa.", "negation", "denied"),
        ("The rebels plan to attack the airport in Goma.", "future", "planned"),
        ("Villagers fear an attack by the militia on the town.", "hypothetical", "feared"),
        (
            "In 2016 the army bombed the city of Aleppo. On 3 May 2024 rebels attacked it again.",
            "historical",
            "background",
        ),
    ],
)
def test_what_did_not_happen_now_says_so(read: Read, library: Library, text: str, aux: str, realis: str) -> None:
    """Denied, planned, feared and earlier happenings carry their auxiliary mode and realis."""
    assert any(aux in e.aux_modes and e.realis == realis for e in _events(read, library, text))


def test_people_who_flee_suffer_an_expulsion(read: Read, library: Library) -> None:
    """Flight has no ACLED type; PLOVER names it SANCTION/expel with those who flee as recipients."""
    flight = next(e for e in _events(read, library, "Thousands of residents fled the town.") if e.mode == "expel")
    assert (flight.type, flight.plover) == (None, "SANCTION")
    assert flight.recipients


def test_an_anchor_slices_to_its_words(read: Read, library: Library) -> None:
    """The anchor's offsets give the verb or noun that tells the happening."""
    text = "On Sunday, militants ambushed a convoy near Tillaberi, killing six soldiers."
    event = _events(read, library, text)[0]
    assert text[event.anchor_start : event.anchor_end] == "ambushed"


def test_a_sentence_without_trigger_words_needs_no_parse(library: Library) -> None:
    """The fast look lets plain sentences pass unparsed and holds those that tell of violence."""
    assert not needs_parse("The museum is near the old lighthouse.", library.words)
    assert needs_parse("Soldiers shelled the bridge.", library.words)


@pytest.mark.parametrize(
    ("text", "when", "place"),
    [
        (
            "A gunman killed a shopkeeper. It happened just before 6 p.m. Friday on the main square in Plovdiv.",
            "before 6 p.m. Friday",
            "Plovdiv",
        ),
        (
            "A guard was shot dead by robbers. Officers were called to a depot in Leicester on Sunday night.",
            "Sunday night",
            "Leicester",
        ),
    ],
)
def test_a_sentence_that_only_says_when_and_where_dates_the_happening(
    read: Read, library: Library, text: str, when: str, place: str
) -> None:
    """ "It happened on Friday in X" gives the report's happening its time and place."""
    event = _events(read, library, text)[0]
    assert event.when is not None
    assert event.place is not None
    assert (event.when.text, event.place.text, event.place.how) == (when, place, "event")


def test_a_day_says_more_than_a_time_of_day(read: Read, library: Library) -> None:
    """A happening told at "1 a.m." and in the report's lead on "Thursday" is of Thursday."""
    (event,) = _events(
        read, library, "A teenager was shot dead early Thursday, police said. The teenager was shot dead at 1 a.m."
    )
    assert event.when is not None
    assert event.when.text == "early Thursday"


def test_a_purpose_is_no_happening_of_its_own(read: Read, library: Library) -> None:
    """ "fired tear gas to disperse protesters" is one intervention, with the crowd as its recipient."""
    (event,) = _events(read, library, "Police fired tear gas to disperse protesters in Accra on Tuesday.")
    assert (event.sub_type, event.realis) == ("Protest with intervention", "happened")
    assert [a.text for a in event.recipients] == ["protesters"]


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("A mob lynched a man whom it accused of theft in Lome on Sunday.", "Mob violence"),
        ("Looters ransacked shops and warehouses in Kingston on Friday.", "Violent demonstration"),
    ],
)
def test_crowds_that_hurt_or_loot_riot(read: Read, library: Library, text: str, sub_type: str) -> None:
    """Violence by a crowd is a riot of its ACLED sub-type."""
    (event,) = _events(read, library, text)
    assert (event.type, event.sub_type) == ("Riots", sub_type)


def test_where_a_crowd_marches_is_no_party(read: Read, library: Library) -> None:
    """A town behind "through" is the protest's place, not whom it is against."""
    (event,) = _events(read, library, "Thousands marched peacefully through Quito on Monday to demand new elections.")
    assert event.recipients == ()


def test_who_shoots_down_shoots_nobody(read: Read, library: Library) -> None:
    """A verb with a particle of its own tells another deed than the bare verb."""
    told = _events(read, library, "Air defence units shot down or intercepted 95 drones over the capital.")
    assert {e.sub_type for e in told} == {"Disrupted weapons use"}


def test_where_it_is_talked_of_is_not_where_it_happened(read: Read, library: Library) -> None:
    """A place of talks about a happening is none of the happening's."""
    text = "The gas attack, the worst in years, prompted an emergency meeting of the Security Council in New York."
    places = [e.place for e in _events(read, library, text) if e.sub_type == "Chemical weapon"]
    assert places == [None]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A gas cylinder leaked and the explosion at the factory killed four workers.", "disaster:industrial_accident"),
        ("An explosion near the mosque killed four people. No group claimed the attack.", "Explosions/Remote violence"),
    ],
)
def test_a_blast_is_an_accident_only_by_its_hazards(read: Read, library: Library, text: str, type_: str) -> None:
    """A blast told with gas or a factory, and with no word of an attack, is an industrial accident; others are not."""
    assert type_ in {e.type for e in _events(read, library, text)}


def test_destroyed_weapons_are_no_property(read: Read, library: Library) -> None:
    """The destruction of weapons and military assets is no destruction of property."""
    told = _events(read, library, "The army claimed the destruction of several military assets near the town of Idlib.")
    assert {e.sub_type for e in told} == {"Disrupted weapons use"}


def test_a_crowd_in_the_way_is_no_protest(read: Read, library: Library) -> None:
    """Crowds that block a road hold no protest; protesters who block one do."""
    assert not [
        e for e in _events(read, library, "Waves of crowds are blocking roads, a medic said.") if e.type == "Protests"
    ]
    assert [e for e in _events(read, library, "Protesters blocked a road in Homs.") if e.type == "Protests"]
