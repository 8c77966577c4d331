"""Events of ACLED, GED and HXL tables against the record: what is one event, how the numbers agree, what is missed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from tests.comparing.tables_by_hand import ACLED, GED, table, tagged
from tests.rendering.desk import place
from tests.rendering.exports.test_acled import changed, figures
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.comparing import compare_table
from rashomon.comparing.tables.verdicts import judge
from rashomon.model.compared_table import EventPair, OurCount, TableComparison, TheirLine
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Material
from rashomon.rendering.exports.acled import write_acled
from rashomon.rendering.exports.ged import write_ged

TOWN = {"location": "Aroma", "latitude": "15.8100", "longitude": "36.1400", "event_date": "02 March 2027"}
FOUGHT = {
    **TOWN,
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Highland Front",
    "fatalities": "4",
}


def compared(*rows: Mapping[str, str], dossier: Dossier | None = None) -> TableComparison:
    """An ACLED table of these rows against the invented fight."""
    return compare_table("t.csv", table(ACLED, rows), [dossier or rich_dossier()])


def pair_of(comparison: TableComparison, event: str = "ev-shelling") -> EventPair:
    """The pair of one event of ours."""
    return next(p for p in comparison.pairs if p.ours.event == event)


@pytest.mark.parametrize("content", [table(ACLED, [{}]), table(GED, [{}]), tagged([{}])])
def test_the_same_event_is_found_in_each_shape(content: bytes) -> None:
    """The shelling of Kassala is one pair in every shape, with its distance and the same number of dead."""
    found = compare_table("t.csv", content, [rich_dossier()])
    pair = pair_of(found)
    assert pair.verdict == "same"
    assert pair.text == "Both have 11 (Gash Valley Monitor)."
    assert pair.days == 0
    assert pair.km is not None
    assert pair.km < 1
    assert found.we_miss == ()


def test_what_each_misses_is_told() -> None:
    """An event of ours without a row, and a row near ours without an event, stand on either side."""
    found = compared({}, {**TOWN, "event_date": "06 March 2027", "event_id_cnty": "SUD9"})
    assert [o.event for o in found.they_miss] == ["ev-aroma"]
    assert [t.id for t in found.we_miss] == ["SUD9"]


def test_rows_of_another_time_or_area_are_no_gap_of_ours() -> None:
    """A row of last year or of another part of the country is counted, not listed as missed."""
    far = {"location": "Nyala", "latitude": "12.05", "longitude": "24.88"}
    found = compared({}, {"event_date": "03 March 2026"}, far)
    assert found.we_miss == ()
    assert [(n.count, n.whose) for n in found.not_compared if "another time" in n.reason] == [(2, "theirs")]


def test_events_of_ours_that_no_data_set_codes_are_counted_with_the_reason() -> None:
    """A flood of years ago is not looked for in ACLED, and the comparison says so."""
    assert [n.reason for n in compared({}).not_compared if n.whose == "ours"] == ["ACLED does not code disasters."]


def test_the_best_pairs_are_chosen() -> None:
    """Of two rows on one day the one of the town and kind is the event; the order of the rows changes nothing."""
    suburb = {"location": "West Kassala", "latitude": "15.5200", "longitude": "36.3200", "event_id_cnty": "SUD2"}
    for rows in ([{}, suburb], [suburb, {}]):
        assert pair_of(compared(*rows)).theirs.id == "SUD1"


@pytest.mark.parametrize(
    "row",
    [
        {"event_date": "06 March 2027"},
        {"latitude": "15.9000", "location": "Elsewhere"},
        {"event_type": "Protests", "sub_event_type": "Peaceful protest"},
        {"iso": "232", "country": "Eritrea"},
        {"event_date": "04 March 2027", "event_type": "Battles", "sub_event_type": "Armed clash"},
    ],
)
def test_what_keeps_two_events_apart(row: dict[str, str]) -> None:
    """Days, places, violence and none, countries, or another kind on the next day: no pair."""
    assert compared(row).pairs == ()


@pytest.mark.parametrize(("precision", "paired"), [("1", False), ("2", True)])
def test_their_precision_of_days_counts(precision: str, paired: bool) -> None:
    """A row that is exact to a week only may be an event of four days before; one exact to the day may not."""
    found = compared({"event_date": "07 March 2027", "time_precision": precision})
    assert bool(found.pairs) is paired


def test_a_region_is_no_single_row() -> None:
    """What is told of half a country pairs with no row of a town, and is not said to be missed."""
    north = place("eastern Sudan", 15.4, 36.3, kind="region", precision="region")
    wide = figures(changed(rich_dossier(), "ev-shelling", place=north), f_11a={"place": north})
    found = compared({}, dossier=wide)
    assert found.pairs == ()
    assert "ev-shelling" not in {o.event for o in found.they_miss}
    assert any(n.reason == "It is told of a whole region or country." for n in found.not_compared)


def test_numbers_take_no_part_in_matching() -> None:
    """A row with another number is the same pair with the same score."""
    same, other = pair_of(compared({})), pair_of(compared({"fatalities": "900"}))
    assert same.score == other.score
    assert (other.verdict, other.by) == ("inside", None)


def test_a_number_below_ours_says_by_how_much_and_whose_ours_is() -> None:
    """Their 8 against at least 11 is 3 below what the monitor gives."""
    pair = pair_of(compared({"fatalities": "8"}))
    assert (pair.verdict, pair.by) == ("outside", -3)
    assert pair.text == "Their 8 is 3 below our lowest, 11 or more (Gash Valley Monitor)."


def test_an_earlier_number_is_named_as_such() -> None:
    """Their 11, which the monitor has since replaced by 19, is an earlier number."""
    pair = pair_of(compared({}, dossier=figures(rich_dossier(), f_19={"event": "ev-shelling"})))
    assert pair.verdict == "earlier"
    assert pair.text == "Their 11 is an earlier number of Gash Valley Monitor, since replaced."


def test_a_partys_claim_is_named_as_such() -> None:
    """Their number that only an army claims of its enemy is a party's claim."""
    dossier = figures(rich_dossier(), f_60={"event": "ev-aroma"})
    assert pair_of(compared({**FOUGHT, "fatalities": "60"}, dossier=dossier), "ev-aroma").verdict == "party"


def test_a_number_of_theirs_only() -> None:
    """Where no report of ours ties a number to the event, theirs stands alone."""
    pair = pair_of(compared(FOUGHT), "ev-aroma")
    assert (pair.verdict, pair.text) == (
        "only theirs",
        "They count 4 dead; no report of ours ties a number to this event.",
    )


@pytest.mark.parametrize(
    ("low", "best", "high", "verdict", "by"),
    [
        (9, 20, 20, "overlapping", 1),
        (20, 20, 20, "outside", 1),
        (None, 15, None, "inside", None),
        (None, 12, None, "same", None),
    ],
)
def test_ranges_are_held_against_ranges(
    low: int | None, best: int, high: int | None, verdict: str, by: int | None
) -> None:
    """Against 12 by one origin and 19 by another: inside, the same, above, or above with a range that overlaps."""
    day = rich_dossier().events[0].start_date
    assert day is not None
    theirs = TheirLine(row=2, id="", start=day, end=day, place="", low=low, best=best, high=high)
    counts = [OurCount(number=12, high=12, voice="A"), OurCount(number=19, high=19, voice="B")]
    judged = judge(theirs, counts)
    assert (judged.verdict, judged.by) == (verdict, by)


def test_civilians_are_held_against_civilians() -> None:
    """A table's civilians are compared with our origin that counts civilians, where one does."""
    day = rich_dossier().events[0].start_date
    assert day is not None
    theirs = TheirLine(row=2, id="", start=day, end=day, place="", best=19, counted="civilians")
    counts = [
        OurCount(number=255, high=255, voice="A"),
        OurCount(number=27, high=None, voice="B", counted="civilians"),
    ]
    assert judge(theirs, counts).text == "Their 19 is 8 below our lowest, 27 or more (B)."


def test_only_lethal_events_are_looked_for_in_the_ged() -> None:
    """An event of ours without a count of dead is not said to be missed by the GED."""
    found = compare_table(
        "t.csv", table(GED, [{"latitude": "1", "longitude": "1", "where_coordinates": "X"}]), [rich_dossier()]
    )
    assert [o.event for o in found.they_miss] == ["ev-shelling"]
    assert any("lethal events only" in n.reason for n in found.not_compared)


def test_a_total_of_a_country_is_no_event() -> None:
    """An HXL row with neither a point nor a place below its country is a total, and no gap of ours."""
    nowhere = {"#geo+lat": "", "#geo+lon": "", "#loc+name": "", "#adm1+name": ""}
    found = compare_table("t.csv", tagged([nowhere]), [rich_dossier()])
    assert (found.pairs, found.we_miss) == ((), ())
    assert any("total of a whole country" in n.reason for n in found.not_compared)


def test_our_own_exports_come_back_whole() -> None:
    """Each row of the record's own ACLED and GED exports pairs with its own event, with nothing missed."""
    material = Material(dossiers=(rich_dossier(),))
    for content in (write_acled(material).files["acled.csv"], write_ged(material).files["ged.csv"]):
        found = compare_table("own.csv", content, [rich_dossier()])
        assert found.pairs
        assert all(p.theirs.id == p.ours.event and p.verdict in ("same", "none") for p in found.pairs)
        assert (found.they_miss, found.we_miss) == ((), ())


def test_a_sensitive_place_is_compared_at_its_town() -> None:
    """A hospital of ours is printed and placed as its town."""
    assert pair_of(compared({})).ours.place == "Kassala"


def test_a_record_without_events_is_compared() -> None:
    """Against a story without a dated event everything in the table is of another area."""
    found = compare_table("t.csv", table(ACLED, [{}]), [tiny_dossier()])
    assert (found.pairs, found.they_miss, found.we_miss) == ((), (), ())
    assert msgspec.json.encode(found)
