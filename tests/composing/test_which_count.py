"""Which of several counts a brief tells, and how: the toll as it stands, the count before its bound, no bombs."""

from __future__ import annotations

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, brief_text, compose, event, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.model.dossier import Dossier
from rashomon.model.happening import MainEvent, Toll

BLAST = ("Explosions/Remote violence", "Remote explosive/landmine/IED")


def hurt_at_first_and_last(library: Library) -> Dossier:
    """A blast after which an ambulance service counts 35 hurt, and a ministry 320 two days later."""
    text = "A blast hit Norvale. The ambulance service said 35 were hurt. The ministry said 320 were injured."
    told = Told("rep-1", text, "Vale Star", "2024-05-06")
    place = told.place("Norvale")
    happening = event(told.event("blast", *BLAST, place=place))
    few = told.figure("35", "injured", 35, attribution=told.source("The ambulance service", kind="rescuers"))
    many = told.figure("320", "injured", 320, attribution=told.source("The ministry", kind="ministry"))
    toll = Toll(value=320, claims=(many.id,), calculation="320 by the ministry.")
    record = reconciled([happening], [assessed(few, support="corroborated"), assessed(many)])
    main = MainEvent(event=happening.id, place=place, injured=toll)
    return compose(material(told), replace(record, main=main), library)


def test_the_toll_that_stands_is_told_before_an_early_count(library: Library) -> None:
    """The injured of the main event as they stand come before what was counted first, however well that is supported."""
    dossier = hurt_at_first_and_last(library)
    text = " ".join(s.text for p in dossier.brief.paragraphs for s in p)
    assert text.index("320 people") < text.index("35 people")


def one_counts_one_rounds(library: Library, bound: float) -> str:
    """The brief of a question whose best number is a bound by a guest, where the mayor counted 104."""
    text = f"The mayor said 104 people were killed. The guest said more than {bound:g} people were killed in Norvale."
    told = Told("rep-2", text, "Vale Star", "2024-05-06")
    exact = told.figure("104", "killed", 104, attribution=told.source("The mayor", kind="official"))
    rounded = told.figure(
        f"more than {bound:g}",
        "killed",
        bound,
        qualifier="more_than",
        low=bound,
        high=None,
        attribution=told.source("The guest", kind="official"),
    )
    return brief_text(compose(material(told), reconciled([], [assessed(exact, rounded)]), library))


def test_a_count_is_told_before_what_rounds_it(library: Library) -> None:
    """Where a bound only rounds a count down, the count is told; a far lower bound does not give way."""
    assert "104" in one_counts_one_rounds(library, 100)
    assert "more than 40" in one_counts_one_rounds(library, 40).lower()


def test_bombs_that_exploded_are_no_strikes(library: Library) -> None:
    """Two car bombs are not told as two strikes; two air strikes are."""
    for what, is_told in (("car bombs", False), ("air strikes", True)):
        told = Told("rep-3", f"Police said two {what} hit Norvale on 4 May.", "Vale Star", "2024-05-05")
        figure = told.figure("two", "strikes", 2, group=what, attribution=told.source("Police", kind="police"))
        text = brief_text(compose(material(told), reconciled([], [assessed(figure)]), library))
        assert ("were carried out" in text) is is_told


def test_figures_that_are_written_say_nothing(library: Library) -> None:
    """A count by "preliminary figures" is told according to them; a ministry says its own."""
    for who, said in (("Preliminary figures", False), ("The ministry", True)):
        told = Told("rep-4", f"{who} told that 659 people were displaced in Norvale.", "Vale Star", "2024-05-05")
        figure = told.figure("659", "displaced", 659, attribution=told.source(who, kind="ministry"))
        text = brief_text(compose(material(told), reconciled([], [assessed(figure)]), library))
        assert f"according to {who}".casefold() in text.casefold()
        assert (f"{who} said".casefold() in text.casefold()) is said


def two_counts(library: Library, later: str, small: str = "") -> str:
    """The brief of two reports: a clinic counts 12 dead, on the day given a ministry 90; `small` names the clinic's town."""
    one = Told("rep-5", f"The clinic said 12 people were killed{small}.", "Vale Star", "2024-05-05")
    other = Told("rep-6", "A quake struck Norvale. The ministry said 90 people were killed.", "Harbour Wire", later)
    quake = event(other.event("quake", "disaster:earthquake", None, place=other.place("Norvale")))
    place = one.place("Sandmere") if small else None
    first = one.figure("12", "killed", 12, attribution=one.source("The clinic", kind="hospital"), place=place)
    last = other.figure("90", "killed", 90, attribution=other.source("The ministry", kind="ministry"))
    record = reconciled([quake], [assessed(first), assessed(last)])
    toll = Toll(value=90, claims=(last.id,), calculation="90 by the ministry.")
    main = MainEvent(event=quake.id, place=quake.place, killed=toll)
    return brief_text(compose(material(one, other), replace(record, main=main), library))


def test_an_early_count_gives_way_to_a_greater_one_of_a_later_day(library: Library) -> None:
    """Somebody's first count is not told beside the greater one of a later day; of one day, or of a town, both are."""
    assert "12 people" not in two_counts(library, "2024-05-08")
    assert "12 people" in two_counts(library, "2024-05-05")
    assert "12 people" in two_counts(library, "2024-05-08", " in Sandmere")


def test_a_count_told_as_preliminary_by_its_source_is_called_so_once(library: Library) -> None:
    """A count according to preliminary figures is not called a preliminary count as well."""
    told = Told("rep-7", "Preliminary figures told that 659 people were displaced.", "Vale Star", "2024-05-05")
    source = told.source("Preliminary figures", kind="ministry")
    figure = told.figure("659", "displaced", 659, attribution=source, caveats=(("preliminary", "Preliminary"),))
    text = brief_text(compose(material(told), reconciled([], [assessed(figure)]), library))
    assert "preliminary figures" in text.casefold()
    assert "a preliminary count" not in text.casefold()


def test_one_more_is_no_line_beside_many(library: Library) -> None:
    """Where a ministry counts 90 dead, one whom somebody else tells of has no line of its own; beside five it has."""
    for many, is_told in ((90, False), (5, True)):
        told = Told("rep-8", f"The ministry said {many} died. The clinic said a man died.", "Vale Star", "2024-05-05")
        first = told.figure(f"{many}", "killed", many, attribution=told.source("The ministry", kind="ministry"))
        last = told.figure("a man", "killed", 1, group="man", attribution=told.source("The clinic", kind="hospital"))
        text = brief_text(compose(material(told), reconciled([], [assessed(first), assessed(last)]), library))
        assert ("One man" in text) is is_told


def test_what_somebody_unnamed_saw_is_not_told(library: Library) -> None:
    """ "Thousands" by nobody named make no line of a brief, a number by nobody named does."""
    for number, value, qualifier, is_told in (("Thousands", None, "vague", False), ("4,000", 4000, "exact", True)):
        told = Told("rep-9", f"{number} were displaced in Norvale, the broadcast showed.", "Vale Star", "2024-05-05")
        source = told.source("the broadcast", kind="unnamed")
        figure = told.figure(number, "displaced", value, qualifier=qualifier, low=2000, high=None, attribution=source)
        text = brief_text(compose(material(told), reconciled([], [assessed(figure)]), library))
        assert ("displaced" in text.split("\n")[-1]) is is_told


def parts_by(library: Library, who: str) -> str:
    """The brief of a count and its part by one source."""
    told = Told("rep-10", f"{who} said 24 people died in Norvale, two students among them.", "Vale Star", "2024-05-05")
    source, place = told.source(who, kind="official"), told.place("Norvale")
    whole = told.figure("24", "killed", 24, attribution=source, place=place)
    told.figure("two", "killed", 2, group="students", attribution=source, place=place, part_of=whole.id)
    return brief_text(compose(material(told), reconciled([], [assessed(whole)]), library))


def test_a_person_is_not_it(library: Library) -> None:
    """What an official says of the parts is not told as what "it" said; what a ministry says is."""
    assert ", it said" in parts_by(library, "The Ministry of Roads")
    assert ", it said" not in parts_by(library, "Governor Paul Varga")


def of_places(library: Library, words: str, *names: str) -> str:
    """The brief of a count of these places, as these words join them."""
    told = Told("rep-20", f"The storm killed 35 people in {words}, police said.", "Vale Star", "2024-05-05")
    place, *others = map(told.place, names)
    figure = told.figure("35", "killed", 35, attribution=told.source("police", kind="police"), place=place)
    told.figures = [replace(figure, other_places=tuple(others))]
    return brief_text(compose(material(told), reconciled([], [assessed(*told.figures)]), library))


def test_a_count_of_two_lands_names_both(library: Library) -> None:
    """A count of two places is told of both, one of more places of none, one of a quarter and its town of the quarter."""
    assert "in Norvale and Sandmere" in of_places(library, "Norvale and Sandmere", "Norvale", "Sandmere")
    three = of_places(library, "Norvale, Sandmere and Farholm", "Norvale", "Sandmere", "Farholm")
    assert "35 people were killed." in three
    assert "in Norvale" in (one := of_places(library, "Norvale, Sandmere", "Norvale", "Sandmere"))
    assert "Sandmere" not in one


def by_nobody(library: Library, value: int) -> str:
    """The brief of a clinic's 12 dead and, days later, an outlet's own number."""
    one = Told("rep-21", "A quake struck. The clinic said 12 people were killed.", "Vale Star", "2024-05-05")
    other = Told("rep-22", f"A quake struck Norvale. It killed {value} people.", "Harbour Wire", "2024-05-08")
    again = one.event("quake", "disaster:earthquake", None)
    quake = event(other.event("quake", "disaster:earthquake", None, place=other.place("Norvale")), again)
    clinic = one.source("The clinic", kind="hospital")
    first = one.figure("12", "killed", 12, attribution=clinic, counting="cumulative")
    last = other.figure(f"{value}", "killed", value, counting="cumulative")
    main = MainEvent(
        event=quake.id, place=quake.place, killed=Toll(value=value, claims=(last.id,), calculation="Told.")
    )
    record = replace(reconciled([quake], [assessed(first), assessed(last)]), main=main)
    return brief_text(compose(material(one, other), record, library))


def test_what_somebody_named_counted_gives_way_to_a_far_greater_number_alone(library: Library) -> None:
    """A named count stands beside a somewhat greater number of nobody's and gives way to one many times greater."""
    assert "12 people" in by_nobody(library, 15)
    assert "12 people" not in by_nobody(library, 90)


def test_where_counts_differ_is_told_once_one_source_says_it(library: Library) -> None:
    """Two counts of one town differ there where the words of one give the town and the other only inherits it."""
    text = "Riots shook Norvale. Nine people were killed at Ostra, the clinic said. Twelve were killed, the board said."
    told = Told("rep-where", text, "Vale Star", "2024-05-06")
    riot = event(told.event("Riots", "Riots", "Violent demonstration", place=told.place("Norvale")))
    ostra = told.place("Ostra")
    one = told.figure("Nine", "killed", 9, place=ostra, attribution=told.source("the clinic", kind="hospital"))
    two = told.figure("Twelve", "killed", 12, place=replace(ostra, how="event"), attribution=told.source("the board"))
    record = reconciled([riot], [assessed(one, two)], [[one, two]])
    assert "Counts of the dead in Ostra differed" in brief_text(compose(material(told), record, library))


def test_thousands_are_no_one_witness_s_count(library: Library) -> None:
    """What a witness says of thousands of dead is no line of a brief; of a dozen it is."""
    for number, value in (("4,500", 4500), ("12", 12)):
        told = Told("rep-seen", f"A quake hit Norvale. {number} people were killed, a resident said.", "Vale Star")
        quake = event(told.event("quake", "disaster:earthquake", place=told.place("Norvale")))
        dead = told.figure(number, "killed", value, attribution=told.source("a resident", kind="witness"))
        brief = compose(material(told), reconciled([quake], [assessed(dead)]), library).brief
        toldly = " ".join(s.text for p in brief.paragraphs for s in p)
        assert (number in toldly or "Twelve" in toldly) is (value < 1000)


def test_a_number_with_its_thousands_set_apart_stands_in_its_passage(library: Library) -> None:
    """ "265.000 people" bears out 265,000, and "850 IS members" are members, no verb."""
    told = Told("rep-apart", "Fighting shook Norvale. 265.000 people were displaced, the council said.", "Vale Star")
    fight = event(told.event("Fighting", "Battles", "Armed clash", place=told.place("Norvale")))
    gone = told.figure("265.000", "displaced", 265000, attribution=told.source("the council"))
    assert "265,000" in brief_text(compose(material(told), reconciled([fight], [assessed(gone)]), library))


def test_a_body_that_goes_on_is_told_by_its_pronoun(library: Library) -> None:
    """What a named body says next is told of "it"; people whom only their post tells stay as they are."""
    for source, again in (
        ("Vale Relief Board", "It said that 40 people"),
        ("Officials", "Officials said that 40 people"),
    ):
        text = f"A flood hit Norvale. {source} said 12 people were killed and 40 people were missing."
        told = Told("rep-again", text, "Vale Star", "2024-05-06")
        flood = event(told.event("flood", "disaster:flood", place=told.place("Norvale")))
        by = told.source(source)
        dead, lost = (told.figure(n, m, float(n), attribution=by) for n, m in (("12", "killed"), ("40", "missing")))
        assert again in brief_text(
            compose(material(told), reconciled([flood], [assessed(dead), assessed(lost)]), library)
        )


def test_a_river_by_its_bare_name_is_no_source(library: Library) -> None:
    """A count that a report's words give to a town or river is told as an unnamed source's."""
    told = Told("rep-river", "A flood hit Norvale. In Lark valley 12 people were killed, Ostra said.", "Vale Star")
    flood = event(told.event("flood", "disaster:flood", place=told.place("Ostra")))
    dead = told.figure("12", "killed", 12, attribution=told.source("Ostra", kind="unnamed"))
    text = brief_text(compose(material(told), reconciled([flood], [assessed(dead)]), library))
    assert "Ostra said" not in text
    assert "according to Ostra" not in text


def test_those_taken_away_lead_a_story_of_their_abduction(library: Library) -> None:
    """The headline of an abduction tells how many were taken, and by whose count."""
    told = Told("rep-taken", "Gunmen abducted 129 girls in Norvale, the army said.", "Vale Star", "2024-05-06")
    place = told.place("Norvale")
    deed = event(told.event("abducted", "Violence against civilians", "Abduction/forced disappearance", place=place))
    taken = told.figure("129", "abducted", 129, group="girls", attribution=told.source("the army", kind="army"))
    head = compose(material(told), reconciled([deed], [assessed(taken)]), library).brief.headline.text
    assert head.startswith("129 girls abducted")


def test_those_missing_after_an_abduction_lead_its_story(library: Library) -> None:
    """Where reports count those taken as missing, the headline says after what they are."""
    text = "Gunmen abducted pupils in Norvale. The governor said 333 pupils were missing."
    told = Told("rep-gone", text, "Vale Star", "2024-05-06")
    place = told.place("Norvale")
    deed = event(told.event("abducted", "Violence against civilians", "Abduction/forced disappearance", place=place))
    by = told.source("The governor", kind="official")
    gone = told.figure("333", "missing", 333, group="pupils", attribution=by)
    head = compose(material(told), reconciled([deed], [assessed(gone)]), library).brief.headline.text
    assert head == "333 pupils missing after abduction in Norvale, according to the governor"
