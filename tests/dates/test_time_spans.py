"""Time expressions are found with their exact words, and numbers that count something are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dates.dated_report import LIBRARY, found_in

from rashomon.language.english.time_grammar import scan_times

SPANS = [
    ("The dam failed on 29 November 2024 after rain.", ["29 November 2024"]),
    ("The dam failed on Nov. 29 after rain.", ["Nov. 29"]),
    ("The page says 29/11/2024 21h15 above the text.", ["29/11/2024 21h15"]),
    ("The log says 2024-11-29T10:11:12Z for the alarm.", ["2024-11-29T10:11:12Z"]),
    ("Guards fired on Friday, 16 July, near the bridge.", ["Friday, 16 July"]),
    ("Guards fired on 20 July (Saturday) near the bridge.", ["20 July (Saturday)"]),
    ("Saturdays blast killed nine.", ["Saturdays"]),
    ("Saturday's blast killed nine.", ["Saturday"]),
    ("It began last Wednesday.", ["last Wednesday"]),
    ("Shells fell since Wednesday.", ["since Wednesday"]),
    ("Shells fell early on Friday.", ["early on Friday"]),
    ("Shells fell on Tuesday evening.", ["Tuesday evening"]),
    ("Shells fell around 3 a.m. (0000 GMT) on Wednesday.", ["3 a.m. (0000 GMT) on Wednesday"]),
    ("This morning at 6:30 a.m. shells fell.", ["This morning at 6:30 a.m."]),
    ("At least 27 died in the past three days.", ["past three days"]),
    ("At least 27 died in the last 24 hours.", ["last 24 hours"]),
    ("At least 27 died in recent days.", ["recent days"]),
    ("At least 27 died so far this week.", ["so far this week"]),
    ("The toll rose earlier this week.", ["earlier this week"]),
    ("The truce ended two weeks ago.", ["two weeks ago"]),
    ("A day after the raid, 40 fled.", ["A day after"]),
    ("On the fourth day of the siege 40 fled.", ["fourth day"]),
    ("The war is in its 14th year.", ["14th year"]),
    ("It is the first attack since 2016.", ["since 2016"]),
    ("It erupted in March 2011.", ["March 2011"]),
    ("Between 5 and 9 August 30 died.", ["Between 5 and 9 August"]),
    ("From Monday to Thursday 30 died.", ["From Monday to Thursday"]),
    ("From July 16 to Aug. 4 courts stayed shut.", ["From July 16 to Aug. 4"]),
    ("In late July it rained; in May it did not.", ["late July", "May"]),
    ("In July and August 2024 it rained.", ["July and August 2024"]),
    ("In 2014-2015 it rained.", ["2014-2015"]),
    ("The 1990s were calm.", ["1990s"]),
    ("The 2011 uprising was calm.", ["2011"]),
    ("As of Sunday evening 40 had died.", ["As of Sunday evening"]),
    ("Overnight, five people were killed.", ["Overnight"]),
    ("On the night of 5 August roads closed.", ["night of 5 August"]),
    ("In the early hours of Sunday roads closed.", ["early hours of Sunday"]),
    ("Fighting went on since erupting in 2011.", ["since erupting in 2011"]),
    ("Thousands fled since the war began five years ago.", ["since the war began five years ago"]),
    (
        "Forty died since a hard-won U.N.-backed truce collapsed on Monday.",
        ["since a hard-won U.N.-backed truce collapsed on Monday"],
    ),
    ("Forty died since the truce collapsed last week.", ["since the truce collapsed last week"]),
    ("Rescuers dug for a third straight day.", ["third straight day"]),
    ("Houses were flattened by the March 17 strikes.", ["March 17"]),
    ("Forty had died by the 17th of March.", ["by the 17th of March"]),
]


@pytest.mark.parametrize(("text", "spans"), SPANS)
def test_time_expressions_are_found_whole(text: str, spans: list[str]) -> None:
    """Each time expression is found with exactly its words."""
    assert [w.text for w in found_in(text)] == spans


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May may go if the rebels march on the capital.",
        "August Wilson wrote plays, and so did April and June.",
        "Some 2,016 people and 2000 soldiers fled.",
        "They paid 2011 dollars for 1950 tents.",
        "The Sunday Times reported the deaths of 12.",
        "The second brigade lost 40 men and the first none.",
        "A boy of 12 and a 40-year-old woman died; 300 km away 3 were hurt.",
        "The score was 3-2 and the road is 12.5 km long.",
    ],
)
def test_names_and_counts_are_no_time_expressions(text: str) -> None:
    """Verbs, names, counts, ages and scores are not taken for times."""
    assert not found_in(text)


PIECES = [
    *"on last Friday May 2011 since until 29 November , . ( ) - the past three days 5 and 9 August".split(),
    *"a.m. 40 people ago week early late of so far this 1990 s 's ’ second day overnight 3:15 GMT 11/".split(),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(lambda words: " ".join([*words, "x"])))
def test_spans_slice_to_their_words_and_do_not_overlap(text: str) -> None:
    """The offsets of each expression give its words, in order and apart."""
    end = 0
    for when in found_in(text):
        assert when.start >= end
        assert text[when.start : when.end] == when.text
        end = when.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_scanned(text: str) -> None:
    """No text makes the scanner fail, and its spans lie inside the text."""
    assert all(0 <= e.start < e.end <= len(text) for e in scan_times(text, LIBRARY.times))
