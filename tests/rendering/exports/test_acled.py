"""The ACLED export's options and losses; its columns and rules are tested with events.csv."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest
from tests.rendering.desk import date, place, when
from tests.rendering.exports.field_schema import acled_faults
from tests.rendering.fixtures import rich_dossier
from tests.rendering.kassala import AROMA, STATE

from rashomon.model.actor import Actor
from rashomon.model.claim import Population
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, ExportOptions, Material
from rashomon.rendering.exports.acled import write_acled
from rashomon.rendering.exports.acled.names import Where, actor_name, inter_of
from rashomon.rendering.exports.acled.rows import GEO_PRECISION
from rashomon.rendering.exports.acled.rules import fatality_number
from rashomon.rendering.exports.actor_words import is_described, proper_name
from rashomon.rendering.exports.ged.places import WHERE_PREC


def export(dossier: Dossier, **options: object) -> Exported:
    """The dossier's ACLED export."""
    return write_acled(Material(dossiers=(dossier,), options=ExportOptions(**options)))  # type: ignore[arg-type]


def rows(exported: Exported) -> list[dict[str, str]]:
    """Its lines."""
    return list(csv.DictReader(io.StringIO(exported.files["acled.csv"].decode("utf-8"), newline="")))


def of_three_days() -> Dossier:
    """The invented fight with the shelling of Kassala told to have gone on for three days."""
    dossier = rich_dossier()
    events = tuple(
        msgspec.structs.replace(e, end_date=date("2027-03-05"), precision="period") if e.id == "ev-shelling" else e
        for e in dossier.events
    )
    return msgspec.structs.replace(dossier, events=events)


def test_days_are_split_only_when_asked() -> None:
    """An event of three days is one row, and three with the option; the deaths of its days add up to its own."""
    whole = [r for r in rows(export(of_three_days())) if r["event_id_cnty"].startswith("ev-shelling")]
    split = [r for r in rows(export(of_three_days(), split_days=True)) if r["event_id_cnty"].startswith("ev-shelling")]
    assert len(whole) == 1
    assert [r["event_date"] for r in split] == ["2027-03-03", "2027-03-04", "2027-03-05"]
    assert sum(int(r["fatalities"]) for r in split) == int(whole[0]["fatalities"]) == 11
    assert int(split[0]["fatalities"]) == 11 - 2 * (11 // 3)
    assert all("divided over its days" in r["notes"] for r in split)
    assert "divided" not in whole[0]["notes"]


def test_the_unknown_plural_is_what_was_asked_for() -> None:
    """ "Several" is 3, or 10 where the options say so, and the notes name the number."""
    dossier = rich_dossier()
    vague = tuple(
        msgspec.structs.replace(c, qualifier="vague", value=None, low=None, high=None) if c.id == "f-11a" else c
        for c in dossier.claims
    )
    found = rows(export(msgspec.structs.replace(dossier, claims=vague), unknown_plural=10))
    row = next(r for r in found if r["event_id_cnty"] == "ev-shelling")
    assert row["fatalities"] == "10"
    assert "coded 10" in row["notes"]


def test_the_losses_say_why_an_event_has_no_row() -> None:
    """Each event without a row is in the loss report with its reason, and each accused actor is told as simplified."""
    report = export(rich_dossier()).report
    by_record = {loss.record: loss for loss in report.losses}
    assert by_record["ev-flood"].reason == "ACLED does not code disasters."
    assert by_record["ev-shelling"].what == "simplified"
    assert "alleged" in by_record["ev-shelling"].reason
    assert report.written == 2
    left_out = [x for x in report.losses if x.what == "left out" and x.kind == "event"]
    assert report.offered == report.written + len(left_out)


def changed(dossier: Dossier, event: str, **changes: object) -> Dossier:
    """The dossier with one event changed."""
    events = tuple(msgspec.structs.replace(e, **changes) if e.id == event else e for e in dossier.events)
    return msgspec.structs.replace(dossier, events=events)


def figures(dossier: Dossier, **by_claim: dict[str, object]) -> Dossier:
    """The dossier with figures changed; `f_11a` names the claim f-11a."""
    by_id = {k.replace("_", "-"): v for k, v in by_claim.items()}
    claims = tuple(msgspec.structs.replace(c, **by_id[c.id]) if c.id in by_id else c for c in dossier.claims)
    return msgspec.structs.replace(dossier, claims=claims)


def row_of(dossier: Dossier, event: str, **options: object) -> dict[str, str]:
    """The row of one event."""
    return next(r for r in rows(export(dossier, **options)) if r["event_id_cnty"] == event)


def actor(name: str, sector: str, country: str | None = None) -> Actor:
    """A named actor."""
    return Actor(start=0, end=len(name), text=name, name=name, sector=sector, country_code=country)  # type: ignore[arg-type]


def test_the_table_keeps_to_the_codebook() -> None:
    """Columns, types, classes, precisions and numbers are those of ACLED's lists, with days split and whole."""
    for dossier in (rich_dossier(), of_three_days()):
        for split in (False, True):
            assert acled_faults(export(dossier, split_days=split).files["acled.csv"]) == []


def test_an_origins_earlier_number_is_no_rival() -> None:
    """Where an origin has raised its own count of the event, the newer one stands and the earlier is named as such."""
    dossier = figures(rich_dossier(), f_19={"event": "ev-shelling"})
    row = row_of(dossier, "ev-shelling")
    assert row["fatalities"] == "19"
    assert "differ" not in row["notes"]
    assert "Earlier, since replaced by the same origin: at least 11 (Gash Valley Monitor)." in row["notes"]


def test_a_part_of_the_dead_is_no_rival() -> None:
    """Six children among 23 dead leave 23, whatever the order of the claims."""
    tied = {"event": "ev-shelling"}
    dossier = figures(rich_dossier(), f_11a={"event": None}, f_11b={"event": None}, f_23=tied, f_6=tied)
    row = row_of(dossier, "ev-shelling")
    assert row["fatalities"] == "23"
    assert "differ" not in row["notes"]


def test_a_toll_of_another_day_is_not_the_events() -> None:
    """A figure that the text dates to the day after the event gives the event no deaths."""
    row = row_of(figures(rich_dossier(), f_11a={"when": when("2027-03-04")}), "ev-shelling")
    assert row["fatalities"] == "0"


def test_fighters_and_civilians_of_one_origin_are_added_and_said() -> None:
    """One report's civilians and fighters killed in the event are its deaths together; two origins' never are."""
    fighters = {"event": "ev-shelling", "population": Population(category="combatants", group="soldiers")}
    one = figures(rich_dossier(), f_11a={"event": None}, f_11b={"event": None}, f_19={"event": "ev-shelling"})
    one = figures(one, f_23=fighters)
    of_two = row_of(one, "ev-shelling")
    assert of_two["fatalities"] == "23"
    assert "Not added and no rival: 19 according to Gash Valley Monitor" in of_two["notes"]
    monitor = next(c for c in one.claims if c.id == "f-19").attribution  # type: ignore[union-attr]
    row = row_of(figures(one, f_23={"attribution": monitor}), "ev-shelling")
    assert row["fatalities"] == "42"
    assert "added because they are different people" in row["notes"]


def test_a_partys_claim_stands_apart() -> None:
    """What an army says of its enemy's dead is named as a claim where somebody else counts, and alone where nobody does."""
    tied = {"event": "ev-aroma"}
    row = row_of(figures(rich_dossier(), f_60=tied), "ev-aroma")
    assert row["fatalities"] == "60"
    assert "a party to the events; nobody else counts them" in row["notes"]
    both = figures(rich_dossier(), f_60=tied, f_26={"event": "ev-aroma", "place": None})
    row = row_of(both, "ev-aroma")
    assert row["fatalities"] == "26"
    assert "60 according to Sudan's army (a party's claim)" in row["notes"]


@pytest.mark.parametrize(
    ("words", "number"),
    [("dozens", "12"), ("several dozen", "12"), ("hundreds", "100"), ("tens", "10"), ("many", "3"), ("a few", "3")],
)
def test_vague_words_have_their_points(words: str, number: str) -> None:
    """Each vague word is the codebook's number, whatever stands beside it; others are the unknown plural."""
    vague = {"qualifier": "vague", "value": None, "low": None, "high": None}
    figure = next(c for c in figures(rich_dossier(), f_11a=vague).claims if c.id == "f-11a")
    assert fatality_number(figure, words, 3) == int(number)  # type: ignore[arg-type]


def test_states_are_named_by_their_governments_years() -> None:
    """A state's army, police, unit and government have ACLED's names; another state's forces are external."""
    here = Where("SY", "Syria", date("2024-11-30"), True)
    named = [
        (actor("Syrian army", "state forces", "SY"), "Military Forces of Syria (2000-2024)", "State forces"),
        (actor("Syrian police", "state forces", "SY"), "Police Forces of Syria (2000-2024)", "State forces"),
        (actor("Russia", "government", "RU"), "Military Forces of Russia (2000-)", "External/Other forces"),
        (
            actor("Islamic Revolutionary Guard Corps", "state forces", "IR"),
            "Military Forces of Iran (1989-) Islamic Revolutionary Guard Corps",
            "External/Other forces",
        ),
        (actor("Hayat Tahrir al-Sham", "rebel group", "SY"), "Hayat Tahrir al-Sham", "Rebel group"),
    ]
    assert [(actor_name(a, here), inter_of(a, here)) for a, _, _ in named] == [(n, i) for _, n, i in named]
    later = here._replace(day=date("2024-12-09"))
    assert actor_name(named[0][0], later) == "Military Forces of Syria (2024-)"
    peace = here._replace(violent=False)
    assert actor_name(named[2][0], peace) == "Government of Russia (2000-)"


@pytest.mark.parametrize("name", ["insurgents", "Attackers", "Rebel forces", "Islamist fighters", "militants"])
def test_who_is_only_described_is_unidentified(name: str) -> None:
    """A description is no name: the group is unidentified, a political militia, and the notes give the words."""
    sector = "rebel group" if "insurg" in name or "Rebel" in name else "political militia"
    row = row_of(changed(rich_dossier(), "ev-aroma", actors=(actor(name, sector),)), "ev-aroma")
    assert (row["actor1"], row["inter1"]) == ("Unidentified Armed Group (Sudan)", "Political militia")
    assert f'Reports call those without a name "{name[:1].lower()}{name[1:]}".' in row["notes"]


def test_two_descriptions_are_no_two_parties() -> None:
    """Insurgents and attackers of one fight are one unidentified group, not one that fights another."""
    both = changed(
        rich_dossier(),
        "ev-aroma",
        actors=(actor("insurgents", "rebel group"),),
        recipients=(actor("attackers", "political militia"),),
    )
    row = row_of(both, "ev-aroma")
    assert (row["actor1"], row["actor2"]) == ("Unidentified Armed Group (Sudan)", "")
    assert row["interaction"] == "Political militia only"


def test_accused_are_told_with_who_names_them() -> None:
    """Without a line on responsibility the notes say who is named by whom, and quote mere descriptions."""
    dossier = changed(rich_dossier(), "ev-shelling", accused=("Highland Front", "Terrorists"))
    row = row_of(msgspec.structs.replace(dossier, responsibilities=()), "ev-shelling")
    assert 'Named as the doer but not established: Highland Front. Also described only as "terrorists".' in row["notes"]


def test_a_toll_without_an_event_is_in_the_losses() -> None:
    """Each question of people killed that no row carries is a loss with its reason; those carried are none."""
    losses = {x.record: x.reason for x in export(rich_dossier()).report.losses if x.kind == "figure"}
    assert "as-killed" not in losses
    assert "never pinned on one place and day" in losses["as-fighters"]
    assert "no toll of its own" in losses["as-children"]


def test_one_toll_stands_in_one_row() -> None:
    """A toll that two events of a story carry is counted with the first; the other says where it is, and is a loss."""
    twice = figures(rich_dossier(), f_11b={"event": "ev-aroma", "place": None})
    aroma, kassala = row_of(twice, "ev-aroma"), row_of(twice, "ev-shelling")
    assert sorted((aroma["fatalities"], kassala["fatalities"])) == ["0", "11"]
    assert "are in the row of another event and are not counted twice" in kassala["notes"] + aroma["notes"]
    assert any("never counted twice" in x.reason for x in export(twice).report.losses)


def test_more_civilians_than_everybody_is_a_dispute() -> None:
    """Where one origin counts more civilians than another counts people, both stand in the notes and the lowest counts."""
    everybody = {"event": "ev-shelling", "population": Population(), "value": 7.0, "low": 7.0, "high": 7.0}
    row = row_of(figures(rich_dossier(), f_23=everybody), "ev-shelling")
    assert row["fatalities"] == "7"
    assert "7 (everybody) according to Kassala State health ministry" in row["notes"]
    assert "11 (civilians only) according to Gash Valley Monitor" in row["notes"]


def test_a_party_alone_is_said_only_where_nobody_else_counts() -> None:
    """An event that a party claims but whose dead a monitor counts is not called a party's word."""
    claimed = changed(rich_dossier(), "ev-shelling", realis="claimed")
    assert "by a party" not in row_of(claimed, "ev-shelling")["notes"]
    assert "by a party" in row_of(changed(rich_dossier(), "ev-aroma", realis="claimed"), "ev-aroma")["notes"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"place": place("Sudan", 15.0, 30.0, kind="country", precision="country")},
            "no more exactly than to a country",
        ),
        ({"place": None}, "not even in which country"),
        ({"end_date": date("2027-06-05"), "precision": "period"}, "less exactly than to a month"),
    ],
)
def test_what_cannot_be_placed_or_dated_has_no_row(changes: dict[str, object], reason: str) -> None:
    """An event of a country, of nowhere, or of more than a month is left out for that reason."""
    exported = export(changed(rich_dossier(), "ev-shelling", **changes))
    assert "ev-shelling" not in {r["event_id_cnty"] for r in rows(exported)}
    assert any(reason in x.reason for x in exported.report.losses if x.record == "ev-shelling")


def test_who_demonstrates_has_acleds_name() -> None:
    """A protest of nobody in particular is the protesters' of its country."""
    row = row_of(
        changed(rich_dossier(), "ev-aroma", type="Protests", sub_type="Peaceful protest", actors=()), "ev-aroma"
    )
    assert (row["actor1"], row["inter1"], row["interaction"]) == ("Protesters (Sudan)", "Protesters", "Protesters only")


def test_what_is_no_actor_of_acleds_is_none() -> None:
    """A word without a class, or a monitor that is only described, is no actor; a column pair is never half filled."""
    odd = (actor("Tens", "unknown"), actor("Monitor", "international organisation"))
    dossier = changed(rich_dossier(), "ev-aroma", actors=odd, recipients=(actor("observers", "media"),))
    row = row_of(dossier, "ev-aroma")
    assert (row["actor1"], row["actor2"]) == ("Unidentified Armed Group (Sudan)", "")
    assert acled_faults(export(dossier).files["acled.csv"]) == []


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("Rebel Forces", True), ("Damascus Terrorists", True), ("Russian jets", True), ("Syrian army", False),
        ("Free Syrian Army", False), ("Highland Front", False), ("Hezbollah", False), ("Fighters", True),
    ],
)  # fmt: skip
def test_a_description_is_told_from_a_name(name: str, described: bool) -> None:
    """Nouns with qualities and nations describe, in capitals too; a group's name and a state's own army name."""
    assert is_described(name) is described


def test_a_known_name_stands_without_its_epithet() -> None:
    """A group's name inside a partisan's phrase is given as the group is known."""
    assert proper_name("Jaish al-Islam terror organization") == "Jaish al-Islam"
    assert proper_name("Highland Front") == "Highland Front"


def test_a_masked_place_is_no_location() -> None:
    """A place whose name is masked as a person's is given by its province."""
    masked = place("Tall █████", None, None, admin1="Hama")
    assert row_of(changed(rich_dossier(), "ev-aroma", place=masked), "ev-aroma")["location"] == "Hama"


def test_a_count_that_is_told_of_a_wider_place_is_that_places() -> None:
    """A town's event has no toll that its origin's same count is told of a whole state, unless only a headline says so."""
    wider = {"place": STATE, "event": None}
    assert row_of(figures(rich_dossier(), f_11b=wider), "ev-shelling")["fatalities"] == "0"
    headline = figures(rich_dossier(), f_11b={**wider, "field": "title"})
    assert row_of(headline, "ev-shelling")["fatalities"] == "11"


def test_a_question_alone_ties_no_figure_that_says_nowhere() -> None:
    """A count that only its question ties to the event counts where its words place it, and not where its report does."""
    asked = rich_dossier()
    assessments = tuple(
        msgspec.structs.replace(a, question=msgspec.structs.replace(a.question, event="ev-aroma"))
        if a.id == "as-fighters" else a
        for a in asked.assessments
    )  # fmt: skip
    asked = msgspec.structs.replace(asked, assessments=assessments)
    assert row_of(asked, "ev-aroma")["fatalities"] == "60"
    inherited = msgspec.structs.replace(AROMA, how="event")
    assert row_of(figures(asked, f_60={"place": inherited}), "ev-aroma")["fatalities"] == "0"


def test_a_masked_or_unknown_doer_is_not_named() -> None:
    """An accused whose name is masked, or of no known kind, is a person whom the record does not name."""
    masked = changed(rich_dossier(), "ev-shelling", accused=("█████ ████",))
    notes = row_of(msgspec.structs.replace(masked, responsibilities=()), "ev-shelling")["notes"]
    assert "█" not in notes
    assert "A person whom this record does not name is told of as the doer; not established." in notes
    someone = actor("Hancock", "unknown")
    claims = tuple(
        msgspec.structs.replace(c, actors=(someone,)) if c.id == "e-shell" else c for c in rich_dossier().claims
    )
    told = msgspec.structs.replace(changed(rich_dossier(), "ev-shelling", accused=("Hancock",)), claims=claims)
    assert "Hancock" not in row_of(msgspec.structs.replace(told, responsibilities=()), "ev-shelling")["notes"]


def test_police_of_no_nation_are_the_countrys() -> None:
    """ "Police" of a country's event are that country's; soldiers of no nation are unidentified."""
    dossier = changed(rich_dossier(), "ev-aroma", actors=(actor("police", "state forces"),))
    assert row_of(dossier, "ev-aroma")["actor1"] == "Police Forces of Sudan (2019-)"
    soldiers = changed(rich_dossier(), "ev-aroma", actors=(actor("soldiers", "state forces"),))
    assert row_of(soldiers, "ev-aroma")["actor1"] == "Unidentified Military Forces (Sudan)"


def test_civilians_are_the_target_where_the_type_says_so() -> None:
    """Violence against civilians has them as actor2 without a report naming them; so do protesters under fire."""
    attack = changed(rich_dossier(), "ev-aroma", type="Violence against civilians", sub_type="Attack")
    row = row_of(attack, "ev-aroma")
    assert (row["actor2"], row["civilian_targeting"]) == ("Civilians (Sudan)", "Civilian targeting")
    fired = {"type": "Protests", "sub_type": "Excessive force against protesters"}
    row = row_of(changed(rich_dossier(), "ev-aroma", actors=(actor("police", "state forces"),), **fired), "ev-aroma")
    assert (row["actor1"], row["actor2"]) == ("Protesters (Sudan)", "Police Forces of Sudan (2019-)")
    assert row["civilian_targeting"] == "Civilian targeting"


def test_precision_codes_grow_as_precision_falls() -> None:
    """The codes of ACLED and GED grow as a place is known less sharply."""
    order = ("exact", "near", "admin2", "admin1", "region")
    assert [GEO_PRECISION[p] for p in order] == ["1", "2", "3", "3", "3"]
    assert [WHERE_PREC[p] for p in (*order, "country")] == [1, 2, 3, 4, 5, 6]
