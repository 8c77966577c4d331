"""Copies: who carries whose text, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grouping.texts import ELSEWHERE, LATER_ATTACK, RETOLD, WIRE, wire
from tests.notation import make_report

from rashomon.grouping import find_copies
from rashomon.knowledge.library import Library
from rashomon.model.grouping import CopyGroup
from rashomon.model.report import Block, Report


def groups(reports: Sequence[Report], library: Library) -> list[CopyGroup]:
    """The copy groups of two reports or more."""
    return [g for g in find_copies(reports, library).value if len(g.reports) > 1]


def test_an_exact_copy_is_one_group_with_the_earlier_version_as_origin(library: Library) -> None:
    """Two outlets with one text are one group, copied from the one published first."""
    first, second = wire("Agency"), wire("Paper", "2031-05-13")
    (group,) = groups([second, first], library)
    assert group.reports == (first.id, second.id)
    assert group.origin_report == first.id
    assert group.altered == ()


def test_a_trimmed_version_is_a_copy(library: Library) -> None:
    """The first three sentences of a wire are a copy of it, and without dates the longer text is the origin."""
    whole, trimmed = wire("Agency", "?"), wire("Paper", "?", WIRE[: WIRE.index("No group")])
    (group,) = groups([trimmed, whole], library)
    assert group.origin_report == whole.id


#: A text of few names, in whose copies other names can outnumber them.
PLAIN = (
    "Divers searched the Danube below the broken bridge at Varna for a third day while families waited on the bank under "
    "blankets that neighbours had brought. The bus went through the railing in heavy fog shortly before dawn, and its "
    "driver, who had been on the road all night, told Petrov that the brakes had failed on the slope. Schools in Dobrich "
    "stayed shut, the ferry carried nobody, and the mayor asked Burgas for cranes because the current had "
    "pushed the wreck under the piers. Nothing was said of who owned the bus or when it had last been inspected."
)


@pytest.mark.parametrize("first", ["A", "Z"])
def test_names_put_in_the_place_of_words_leave_a_copy(first: str, library: Library) -> None:
    """A copy as long as its original is one though every sixth word gave way to a name, wherever its words sort."""
    words = PLAIN.split(" ")
    changed = [f"{first}orvath{at}" if at % 6 == 5 and w.isalpha() and w.islower() else w for at, w in enumerate(words)]
    original = make_report("Agency", "2021-05-12", PLAIN)
    copy = make_report("Paper", "2021-05-13", " ".join([f"{first}ivers", *changed[1:]]))
    (group,) = groups([original, copy], library)
    assert group.reports == (original.id, copy.id)


def test_two_undated_equal_texts_have_no_origin(library: Library) -> None:
    """Where neither text nor dates show which was copied, no origin is named."""
    (group,) = groups([wire("Agency", "?"), wire("Paper", "?")], library)
    assert group.origin_report is None


def test_the_agencys_own_version_is_the_origin(library: Library) -> None:
    """Where a copy names its agency, that agency's version is the origin though it was seen later."""
    own = wire("Northwire", "2031-05-13")
    copy = Report(id="rpt-copy", text=WIRE, outlet="Paper", agency="Northwire", published=wire().published)
    (group,) = groups([own, copy], library)
    assert group.origin_report == own.id


def test_changed_numbers_names_negations_and_hedges_are_named(library: Library) -> None:
    """Each word changed on the way is an alteration of its kind, with both wordings."""
    changed = (
        WIRE.replace("killing at least 14", "killing at least 41")
        .replace("Ilyas Demirov", "Ilyas Petrov")
        .replace("had been hidden", "had not been hidden")
        .replace("treated 37", "treated about 37")
    )
    first, second = wire("Agency"), wire("Paper", "2031-05-13", changed)
    (group,) = groups([first, second], library)
    assert [a.kind for a in group.altered] == ["number", "name", "negation", "hedge"]
    number = group.altered[0]
    assert "14" in first.text[number.original.start : number.original.end]
    assert "41" in second.text[number.copy.start : number.copy.end]


def test_retelling_in_other_words_is_no_copy(library: Library) -> None:
    """A report of the same happening in words of its own is its own group."""
    assert groups([wire(), wire("Paper", "2031-05-12", RETOLD)], library) == []


def test_a_shared_quotation_is_no_copy(library: Library) -> None:
    """Two reports that share only a long quotation are not copies."""
    quote = (
        "“We will rebuild every stall and every wall of this square before the winter comes and nobody "
        "will stop us doing so”"
    )
    one = make_report("a", "?", f"{LATER_ATTACK} {quote}, the mayor said.")
    other = make_report("b", "?", f"{ELSEWHERE} {quote}, said the mayor.")
    assert groups([one, other], library) == []


def test_page_chrome_is_no_copy(library: Library) -> None:
    """Reports that share only what is marked as page chrome are not copies."""
    chrome = (
        "Sign up for our morning letter and read every story as it happens. All rights reserved by the publisher. " * 3
    )
    reports = [
        Report(
            id=f"rpt-{n}",
            text=text + chrome,
            blocks=(
                Block(start=0, end=len(text), kind="body"),
                Block(start=len(text), end=len(text) + len(chrome), kind="chrome"),
            ),
        )
        for n, text in enumerate((LATER_ATTACK, ELSEWHERE))
    ]
    assert groups(reports, library) == []


def test_a_template_with_other_names_is_no_copy(library: Library) -> None:
    """Two pages of one template, whose names and numbers differ, are not copies though most of their words are the same."""
    page = (
        "Follow this reporter and get a letter whenever {} posts something new. Your wish has been kept. There was a "
        "problem with keeping it. Letters are sent once a day from {} and only where there is something new to send."
    )
    reports = [
        make_report(n, "?", page.format(*names))
        for n, names in (("a", ("Ilna Moor", "Tarvesh")), ("b", ("Omo Kett", "Belmora")))
    ]
    assert groups(reports, library) == []


@settings(max_examples=30, deadline=None)
@given(order=st.permutations([0, 1, 2, 3, 4, 5]))
def test_order_changes_nothing(library: Library, order: list[int]) -> None:
    """The groups of a set of reports are the same in whatever order they come, and hold each report once."""
    reports = [
        wire("Agency"),
        wire("Paper", "2031-05-13"),
        wire("Digest", "?", WIRE[:300]),
        wire("Other", "2031-05-20", LATER_ATTACK),
        wire("Third", "2031-05-21", LATER_ATTACK.replace("six", "seven")),
        wire("Fourth", "?", ELSEWHERE),
    ]
    expected = find_copies(reports, library).value
    assert find_copies([reports[i] for i in order], library).value == expected
    assert sorted(r for g in expected for r in g.reports) == sorted(r.id for r in reports)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(max_size=200), max_size=5))
def test_any_text_is_grouped(library: Library, texts: list[str]) -> None:
    """No text makes grouping fail, and every report lies in one group."""
    reports = [make_report(f"o{n}", "?", text) for n, text in enumerate(texts)]
    found = find_copies(reports, library).value
    assert sorted(r for g in found for r in g.reports) == sorted(r.id for r in reports)


def test_accounts_of_one_crisis_in_formulas_of_the_trade_are_no_copies(library: Library) -> None:
    """Two accounts that share the names of a crisis and short formulas, each in its own order, are not copies."""
    one = (
        "The road to Kolvesh was closed by evening, Peret Anlo told a radio station in Kolvesh. Staff of Marn town hall "
        "brought blankets to the corner of Ruvo Lane. At least 41 people were killed in Tarvesh, the health office said "
        "on Monday. Crews from Kolvesh cleared the bridge at Osk all night. Older residents queued outside Brenn school, "
        "Ilsa Korr recalled. Volunteers from Dunmar asked for fuel and medicine near the market."
    )
    other = (
        "Volunteers from Dunmar shared tents behind Marn town hall. Ilsa Korr, a nurse, said that older residents queued "
        "outside the clinic all night. The health office said on Monday that 17 people were missing in Tarvesh. Families "
        "waited at the corner of Ruvo Lane, and staff of Marn town hall opened a kitchen. The road to Kolvesh was closed "
        "until Tuesday, Peret Anlo wrote. Crews from Kolvesh repaired a bus line near Brenn school."
    )
    assert groups([make_report("a", "2031-05-12", one), make_report("b", "2031-05-13", other)], library) == []


def test_a_copy_may_be_rearranged(library: Library) -> None:
    """A text whose sentences stand in another order is a copy still."""
    sentences = WIRE.removesuffix(".").split(". ")
    shuffled = ". ".join([*sentences[4:], *sentences[2:4], *sentences[:2]]) + "."
    assert len(groups([wire("Agency"), wire("Paper", "2031-05-13", shuffled)], library)) == 1
