"""The main event: one answer to how many, where and when, weighed over the reports of a story."""

from __future__ import annotations

import datetime as dt

from tests.notation import make_report, read_material

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.grouping import find_copies, merge_events
from rashomon.knowledge.library import Library
from rashomon.model.grouping import Story
from rashomon.model.happening import MainEvent
from rashomon.model.material import Material
from rashomon.pipeline import understand_one
from rashomon.reconciliation import reconcile_figures

DAY = dt.date(2031, 5, 12)


def main_of(parser: SpacyParser, library: Library, *told: tuple[str, str, str]) -> MainEvent:
    """The main event of reports (day of publication, title, text), read as one story."""
    reports = tuple(make_report(f"Paper {n}", day, text, title) for n, (day, title, text) in enumerate(told))
    claims = tuple(understand_one(r, parser, library).value for r in reports)
    story = Story(id="story-x", reports=tuple(r.id for r in reports))
    material = Material(
        story=story, reports=reports, claims=claims, copies=find_copies(reports, library).value, as_of=None
    )
    main = reconcile_figures(material, merge_events(material).value, "recommended", library).value.main
    assert main is not None
    return main


def value(main: MainEvent, measure: str) -> float | None:
    """The toll of a measure."""
    toll = getattr(main, measure)
    return toll.value if toll else None


def test_one_story_has_one_answer(parser: SpacyParser, library: Library) -> None:
    """Two reports of one attack give its dead, its injured, its town and its day, resolved from a weekday."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Two dead, three hurt in Dayton", "Two people were killed and three others injured on Monday when "
         "gunmen opened fire at a market in Dayton, Ohio, police said."),
        ("2031-05-20", "Man held over Dayton attack", "Police arrested a man over the attack in Dayton that killed two "
         "people on May 12. He will appear in court on Wednesday."),
    )  # fmt: skip
    assert (value(main, "killed"), value(main, "injured")) == (2, 3)
    assert (main.start_date, main.how) == (DAY, "told")
    assert main.place is not None
    assert main.place.name == "Dayton"


def test_the_dead_are_taken_from_all_who_were_shot(parser: SpacyParser, library: Library) -> None:
    """Of five people shot, one of whom died, four were injured, and the calculation says so."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Five people shot in Dayton", "Five people were shot in Dayton, Ohio, on Monday, police said. "
         "One man died at the scene."),
    )  # fmt: skip
    assert (value(main, "killed"), value(main, "injured")) == (1, 4)
    assert main.injured is not None
    assert "less 1 dead" in main.injured.calculation


def test_a_later_death_is_believed(parser: SpacyParser, library: Library) -> None:
    """A report that tells of injured only is no word against a later one that tells of a death."""
    main = main_of(
        parser,
        library,
        ("2031-05-12", "Girl wounded in Dayton", "A girl was wounded by a stray bullet in Dayton, Ohio, on Monday."),
        ("2031-05-14", "One dead after Dayton shooting", "One person was killed in the shooting in Dayton on Monday, police said."),
    )  # fmt: skip
    assert value(main, "killed") == 1


def test_another_years_toll_is_not_this_ones(parser: SpacyParser, library: Library) -> None:
    """A count of a year is no toll of a happening of one day."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Man shot dead in Dayton", "A man was shot dead in Dayton, Ohio, on Monday. So far in 2031, 44 people have "
         "been killed in the city."),
    )  # fmt: skip
    assert value(main, "killed") == 1


def test_a_day_after_the_news_is_of_something_else(parser: SpacyParser, library: Library) -> None:
    """The day of a trial that a later report tells is not the day of the happening."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Man shot dead in Dayton", "A man was shot dead in Dayton, Ohio, on Monday night, police said."),
        ("2031-06-20", "Guilty plea in Dayton killing", "A man pleaded guilty on Thursday to a killing in Dayton. The court "
         "heard on Thursday how the man was shot. The judge spoke on Thursday."),
    )  # fmt: skip
    assert main.start_date == DAY


def test_where_no_day_is_told_the_first_report_stands_in(parser: SpacyParser, library: Library) -> None:
    """Without a day in any text the earliest publication dates the event, and the record says that it does."""
    main = main_of(
        parser, library, ("2031-05-12", "Man shot dead", "A man was shot dead in Dayton, Ohio, police said.")
    )
    assert (main.start_date, main.how) == (DAY, "publication")


def test_counts_of_two_origins_are_never_added(library: Library) -> None:
    """Civilians counted by one origin and fighters counted by another are no sum."""
    material = read_material("wire 2031-05-12 | SOHR 255 killed combatants; UN >=27 killed civilians")
    main = reconcile_figures(material, (), "recommended", library).value.main
    assert main is not None
    assert main.killed is not None
    assert main.killed.value in (27, 255)


def test_a_superseded_count_speaks_for_the_newer_one(library: Library) -> None:
    """Of a root's rising count the newest number is the toll, though more reports gave the older ones."""
    material = read_material(
        "a 2031-05-12 | SOHR 40 killed @Homs ^2031-05-12\nb 2031-05-13 | SOHR 40 killed @Homs ^2031-05-12\n"
        "c 2031-05-14 | SOHR 90 killed @Homs ^2031-05-14"
    )
    main = reconcile_figures(material, (), "recommended", library).value.main
    assert main is not None
    assert main.killed is not None
    assert main.killed.value == 90
    assert main.killed.assessments


def test_who_was_hurt_before_the_first_death_may_be_the_dead(parser: SpacyParser, library: Library) -> None:
    """A girl wounded in one report and dead in the next is one killed and nobody injured."""
    main = main_of(
        parser,
        library,
        ("2031-05-12", "Girl wounded in Dayton", "A girl was wounded by a stray bullet in Dayton, Ohio, on Monday."),
        ("2031-05-14", "Girl dies after Dayton shooting", "A girl shot in Dayton on Monday has died of her wounds, police said."),
    )  # fmt: skip
    assert (value(main, "killed"), value(main, "injured")) == (1, 0)


def test_one_of_the_wounded_who_dies_is_no_longer_wounded(parser: SpacyParser, library: Library) -> None:
    """Of five wounded one of whom has died, one is killed and four are injured."""
    main = main_of(
        parser,
        library,
        ("2031-05-12", "Five wounded in Dayton", "Five people were wounded at a market in Dayton, Ohio, on Monday, police said."),
        ("2031-05-14", "One of five wounded dies", "One of the five people wounded in Dayton on Monday has died, police said."),
    )  # fmt: skip
    assert (value(main, "killed"), value(main, "injured")) == (1, 4)


def test_the_attacker_who_died_is_among_the_dead(parser: SpacyParser, library: Library) -> None:
    """Where one report counts two victims and another three dead with the gunman, three are dead, and it is said how."""
    main = main_of(
        parser,
        library,
        ("2031-05-12", "Two guards killed in Dayton", "A man killed two guards at a court in Dayton, Ohio, on Monday. Police shot dead the gunman."),
        ("2031-05-13", "Two guards killed in court", "Two guards were killed in Dayton on Monday. The gunman was killed by police, the mayor said."),
        ("2031-05-13", "Three dead in Dayton court", "Three people are dead after a shooting in Dayton on Monday, the sheriff said."),
    )  # fmt: skip
    assert main.killed is not None
    assert main.killed.value == 3
    assert "the attacker" in main.killed.calculation


def test_a_headlines_commas_join_its_victims(parser: SpacyParser, library: Library) -> None:
    """A mother and a toddler killed, joined by a comma in a headline, are two dead."""
    main = main_of(
        parser,
        library,
        (
            "2031-05-12",
            "Mother, toddler killed in shooting",
            "Police are at the scene of the shooting in Dayton, Ohio.",
        ),
    )
    assert value(main, "killed") == 2


def test_a_round_up_of_several_shootings_is_no_toll_of_one(parser: SpacyParser, library: Library) -> None:
    """A headline over a weekend's separate shootings does not outvote the report of the one."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Five dead, 17 wounded in weekend shootings", "Five people were killed in separate shootings in Dayton, "
         "Ohio. In the latest, one man was killed and four others were wounded on Monday."),
        ("2031-05-13", "One killed, four wounded in Dayton", "One man was killed and four others were wounded in a shooting in "
         "Dayton, Ohio, on Monday, police said."),
    )  # fmt: skip
    assert (value(main, "killed"), value(main, "injured")) == (1, 4)


def test_a_month_holds_the_day_of_a_deed_told_by_it(parser: SpacyParser, library: Library) -> None:
    """A later report that dates the deed by its month counts the same victims."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Shooting in Dayton", "Shots were fired at a market in Dayton, Ohio, on Monday. A driver was hurt."),
        ("2031-09-01", "Three charged over Dayton shooting", "Three men were charged over a May shooting in Dayton that left "
         "six people wounded, police said. The six people were wounded at a market."),
    )  # fmt: skip
    assert value(main, "injured") == 6


def test_the_city_of_the_outlet_is_not_where_it_was(parser: SpacyParser, library: Library) -> None:
    """A city behind the bar that sets a title off from the station's name places nothing."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Three hurt in Kettering shooting - ABC 5 News, Cincinnati, Ohio", "Three people were wounded in "
         "Kettering, Ohio, on Monday, police said. The three were taken to a hospital."),
    )  # fmt: skip
    assert main.place is not None
    assert main.place.name == "Kettering"


def test_a_page_carried_on_counts_as_last_printed(parser: SpacyParser, library: Library) -> None:
    """Of two versions of one text by one outlet the last gives the toll."""
    rest = (
        "Witnesses spoke of many shots near the stalls. Traders closed early and the street stayed shut until the evening. "
        "The mayor asked for calm and promised lamps for the square, where the market has stood for ninety years. "
    ) * 2
    reports = (
        make_report(
            "Paper 1", "2031-05-12", f"Five people were wounded in Dayton, Ohio, on Monday. {rest}", "Five wounded"
        ),
        make_report(
            "Paper 1",
            "2031-05-14",
            f"One of the five people wounded in Dayton, Ohio, on Monday has died. {rest}",
            "One dies",
        ),
    )
    claims = tuple(understand_one(r, parser, library).value for r in reports)
    copies = find_copies(reports, library).value
    assert any(len(c.reports) == 2 for c in copies)
    story = Story(id="story-x", reports=tuple(r.id for r in reports))
    material = Material(story=story, reports=reports, claims=claims, copies=copies, as_of=None)
    main = reconcile_figures(material, merge_events(material).value, "recommended", library).value.main
    assert main is not None
    assert (value(main, "killed"), value(main, "injured")) == (1, 4)


def test_a_link_between_two_paragraphs_is_no_toll(parser: SpacyParser, library: Library) -> None:
    """The headline of another report, set between two paragraphs, adds nobody to the dead of this one."""
    main = main_of(
        parser,
        library,
        ("2031-05-13", "Shooting in Dayton", "Shots were fired at a market in Dayton, Ohio, on Monday, and four people were "
         "wounded, police said. The four were taken to a hospital in an ambulance, a witness told the paper.\n\n"
         "Gunman who killed nine guards wanted to kill more\n\nTraders closed their stalls. Nobody was arrested."),
    )  # fmt: skip
    assert (value(main, "killed") or 0, value(main, "injured")) == (0, 4)


def test_a_deed_of_no_day_is_an_episode_of_the_fighting_around_it(parser: SpacyParser, library: Library) -> None:
    """Where three reports tell battles, shots that two of them mention without a day are not what the story is about."""
    shots = "Gunmen opened fire on residents of Dayton."
    fights = (
        "Rebels fought the army in Akron.",
        "Rebels clashed with the army in Toledo.",
        "Rebels fought soldiers in Canton.",
    )
    texts = (f"{fights[0]} {shots}", f"{shots} {fights[1]}", fights[2])
    reports = [("2031-05-12", "War in Ohio", text) for text in texts]
    main = main_of(parser, library, *reports)
    assert main.event is not None
    made = (make_report(f"Paper {n}", day, text, title) for n, (day, title, text) in enumerate(reports))
    told = {e.id: e for r in made for e in understand_one(r, parser, library).value.events}
    kinds = {e.type for i, e in told.items() if main.event.endswith(i.partition("-")[2])}
    assert kinds == {"Battles"}
