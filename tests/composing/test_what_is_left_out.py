"""What a brief leaves out: disputes that a later count has overtaken, and what one report tells of elsewhere or before."""

from __future__ import annotations

from msgspec.structs import replace
from tests.composing.builders import Told, assessed, brief_text, compose, event, material, reconciled

from rashomon.knowledge.library import Library
from rashomon.model.happening import MainEvent, Toll

FLOOD = "disaster:flood"


def dispute_before_a_count(library: Library, day: str) -> str:
    """The brief of a clinic's 12 and a mayor's 20 dead of 5 May, and a ministry's 90 given on a day."""
    one = Told("rep-1", "The clinic said 12 people were killed.", "Vale Star", "2024-05-05")
    two = Told("rep-2", "The mayor said 20 people were killed.", "Hill Post", "2024-05-05")
    last = Told("rep-3", "A flood struck Norvale. The ministry said 90 people were killed.", "Harbour Wire", day)
    flood = event(last.event("flood", FLOOD, None, place=last.place("Norvale")))
    few = one.figure("12", "killed", 12, counting="cumulative", attribution=one.source("The clinic", kind="hospital"))
    more = two.figure("20", "killed", 20, counting="cumulative", attribution=two.source("The mayor", kind="official"))
    all_dead = last.figure(
        "90", "killed", 90, counting="cumulative", attribution=last.source("The ministry", kind="ministry")
    )
    answers = [assessed(few, more), assessed(all_dead)]
    record = reconciled([flood], answers, disputes=[[few, more]])
    toll = Toll(value=90, claims=(all_dead.id,), calculation="90 by the ministry.")
    main = MainEvent(event=flood.id, place=flood.place, killed=toll)
    return brief_text(compose(material(one, two, last), replace(record, main=main), library))


def test_how_early_counts_differed_is_no_news_beside_a_later_greater_one(library: Library) -> None:
    """A dispute is told beside a count of its own day, and not beside a greater one of a later day."""
    assert "12" in dispute_before_a_count(library, "2024-05-05")
    assert "12" not in dispute_before_a_count(library, "2024-05-08")


def fire_elsewhere(library: Library, land: str, reports: int) -> str:
    """The brief of a flood in Norvale, in XA, beside which so many reports tell of a fire in Sandmere, in a land."""
    told = [
        Told(f"rep-{n}", "A flood struck Norvale. A fire raged in Sandmere.", f"Star {n}", "2024-05-05") for n in "45"
    ]
    floods = [t.event("flood", FLOOD, None, place=t.place("Norvale", country_code="XA")) for t in told]
    fires = [
        t.event("fire", "disaster:wildfire", None, place=t.place("Sandmere", country_code=land)) for t in told[:reports]
    ]
    flood, fire = event(*floods), event(*fires)
    main = MainEvent(event=flood.id, place=flood.place)
    return brief_text(compose(material(*told), replace(reconciled([flood, fire], []), main=main), library))


def test_what_one_report_tells_of_another_land_is_no_line(library: Library) -> None:
    """A happening in another land needs two reports; one in the same land needs one."""
    assert "Sandmere" not in fire_elsewhere(library, "XB", 1)
    assert "Sandmere" in fire_elsewhere(library, "XB", 2)
    assert "Sandmere" in fire_elsewhere(library, "XA", 1)


def test_a_vague_word_is_left_out_beside_a_number_that_says_more(library: Library) -> None:
    """ "Dozens" beside 239 is no line; beside nine it is."""

    def told(number: int) -> str:
        exact = Told("rep-1", f"The governor said {number} people were injured.", "Vale Star", "2024-05-05")
        loose = Told("rep-2", "Officials said dozens of people were injured.", "Hill Post", "2024-05-05")
        by = exact.source("The governor", kind="official")
        first = exact.figure(str(number), "injured", number, attribution=by, counting="cumulative")
        other = loose.figure("dozens", "injured", None, qualifier="vague", attribution=loose.source("Officials"))
        answers = [assessed(first), assessed(other)]
        return brief_text(compose(material(exact, loose), reconciled([], answers), library))

    assert "ozens" not in told(239)
    assert "ozens" in told(9)


def test_an_early_count_of_dead_and_hurt_is_left_out_beside_more_dead(library: Library) -> None:
    """ "Five casualties" beside 85 dead is no line; beside two dead it is."""

    def told(dead: int) -> str:
        late = Told("rep-1", f"The sheriff said {dead} people were killed.", "Vale Star", "2024-05-09")
        early = Told("rep-2", "The clinic counted five casualties.", "Hill Post", "2024-05-05")
        by = late.source("The sheriff", kind="official")
        killed = late.figure(str(dead), "killed", dead, attribution=by, counting="cumulative")
        struck = early.figure("five", "other:casualties", 5, attribution=early.source("The clinic", kind="hospital"))
        answers = [assessed(killed), assessed(struck)]
        return brief_text(compose(material(late, early), reconciled([], answers), library))

    assert "ive people were killed or injured" not in told(85)
    assert "ive people were killed or injured" in told(2)


def test_fallen_fighters_take_no_room_from_other_dead(library: Library) -> None:
    """Beside three counts of fighters, and four of others, each of these is told."""
    told = []
    for n, (number, group) in enumerate([(95, "rebels"), (31, "soldiers"), (44, "insurgents"), (12, None)]):
        text = f"Police in Norvale said {number} {group or 'people'} were killed in Ostra{n}."
        report = Told(f"rep-{n}", text, f"Star {n}", "2024-05-05")
        by = report.source("Police in Norvale", f"Police {n}", kind="police")
        category = "combatants" if group else "people"
        place = report.place(f"Ostra{n}")
        report.figure(str(number), "killed", number, group=group, category=category, attribution=by, place=place)
        told.append(report)
    more = Told("rep-9", "The clinic said 13 people were killed in Tarn.", "Hill Post", "2024-05-05")
    more.figure("13", "killed", 13, attribution=more.source("The clinic", kind="hospital"), place=more.place("Tarn"))
    answers = [assessed(t.figures[0]) for t in (*told, more)]
    brief = brief_text(compose(material(*told, more), reconciled([], answers), library))
    assert all(str(number) in brief for number in (95, 31, 44, 12, 13))
