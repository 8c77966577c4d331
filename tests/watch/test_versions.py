"""Pages that are edited: each version kept, and what it claims otherwise in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.store.worlds import dossiers
from tests.watch.scripted import HOUSE, Answer, Desk, feed, page

from rashomon.app.parts import shipped_parts
from rashomon.errors import NotFoundError
from rashomon.knowledge.correction_notices import load_correction_notices
from rashomon.model.version import Version
from rashomon.model.watched import WatchedSource
from rashomon.project.archive import write_project
from rashomon.project.doctor import examine
from rashomon.project.remove_report import remove_report
from rashomon.project.unarchive import read_project
from rashomon.project.versions import between, versions
from rashomon.storage import Store, create_store

LIBRARY = shipped_parts().library
FIRE = f"{HOUSE}/fire"
FEED = f"{HOUSE}/feed"
_OPENING = "A warehouse burned down in Durban on Friday night, and the fire spread to two buildings beside it."
_CLOSING = "Residents said that the building had stood empty for years before it was used as a store for furniture."
NOTE = "Correction: an earlier version of this story gave a wrong number of dead."


def told(dead: str, *more: str) -> Answer:
    """The page with this many dead."""
    body = f"The fire killed {dead} people in Durban, the eThekwini fire department said on Saturday morning."
    return page("Warehouse fire in Durban", _OPENING, body, _CLOSING, *more, address=FIRE)


def desk(store: Store, *answers: Answer) -> Desk:
    """A desk that watches a feed of the one page, which gives these answers in turn."""
    made = Desk(store, {FEED: [feed(FIRE)], FIRE: list(answers)})
    made.watch(WatchedSource(address=FEED, outlet="Harbour Post"))
    return made


def shown(store: Store, name: str = FIRE) -> tuple[Version, ...]:
    """The page's versions."""
    return versions(store, name, shipped_parts())


def test_an_edit_is_told_as_a_change_of_claims_between_two_looks(store: Store) -> None:
    """A number that changed is told with both numbers and the instants of the last and the first look."""
    desk(store, told("27"), told("27"), told("31")).until(12)
    first, second = shown(store)
    (change,) = [c for c in second.changes if c.kind == "value"]
    assert "27" in change.text
    assert "became 31" in change.text
    assert change.text.endswith("between 06:30 and 07:00 UTC on 10 May 2025, without a note")
    assert first.seen_until == dt.datetime(2025, 5, 10, 6, 30, tzinfo=dt.UTC)
    assert (first.changes, second.note) == ((), None)


def test_two_looks_within_a_minute_are_told_by_their_seconds() -> None:
    """Minutes that are equal get seconds; others do not."""
    noon = dt.datetime(2025, 5, 10, 12, tzinfo=dt.UTC)
    assert between(noon, noon + dt.timedelta(seconds=9)) == "between 12:00:00 and 12:00:09 UTC on 10 May 2025"
    assert between(noon, noon + dt.timedelta(seconds=60)) == "between 12:00 and 12:01 UTC on 10 May 2025"


def test_an_edit_with_a_correction_notice_is_told_with_it(store: Store) -> None:
    """A notice in the new text makes the change one with a note, and the dossier holds no issue of it."""
    desk(store, told("27"), told("31", NOTE)).until(2)
    second = shown(store)[1]
    assert second.note == "Correction: an earlier version of this story gave a wrong number of dead."
    assert all(", with a note" in c.text for c in second.changes if c.kind == "value")
    (dossier,) = dossiers(store)
    assert "edited_without_note" not in {i.code for i in dossier.issues}


def test_a_silent_edit_stands_in_the_dossier_from_when_it_was_seen(store: Store) -> None:
    """The dossier counts the live version alone and names the edit; as of before, it knows neither."""
    desk(store, told("27"), told("31")).until(3)
    (now,) = dossiers(store)
    (issue,) = [i for i in now.issues if i.code == "edited_without_note"]
    assert [issue.report] == [r.id for r in now.reports] == [shown(store)[1].report]
    assert "27" in issue.message
    assert "31" in issue.message
    assert {f.value for f in now.claims if getattr(f, "measure", None) == "killed"} == {31}
    (earlier,) = dossiers(store, as_of=dt.datetime(2025, 5, 10, 6, 20, tzinfo=dt.UTC))
    assert [r.id for r in earlier.reports] == [shown(store)[0].report]
    assert "edited_without_note" not in {i.code for i in earlier.issues}


@pytest.mark.parametrize("published", ["2025-05-10", ""])
def test_of_versions_of_one_date_the_last_one_seen_is_live(store: Store, published: str) -> None:
    """A page that keeps its date through its edits, or bears none, counts as it was seen last."""
    answers = [
        page("Fire in Durban", _OPENING, f"The fire killed {n} people in Durban, officials said.", address=FIRE)
        for n in range(20, 26)
    ]
    for answer in answers:
        answer["content"] = str(answer["content"]).replace("2025-05-10T05:00:00Z", published)
    desk(store, *answers).until(60)
    (dossier,) = dossiers(store)
    assert [r.id for r in dossier.reports] == [shown(store)[-1].report]
    assert len(shown(store)) == len(answers)


def test_a_reworded_page_changes_no_claim(store: Store) -> None:
    """A version that differs outside its claims alone has no change of a figure, and makes no issue."""
    other = "Residents said that the building had stood empty for a long time before it was used as a store."
    body = "The fire killed 27 people in Durban, the eThekwini fire department said on Saturday morning."
    desk(store, told("27"), page("Warehouse fire in Durban", _OPENING, body, other, address=FIRE)).until(2)
    second = shown(store)[1]
    assert {c.kind for c in second.changes} <= {"other"}
    (dossier,) = dossiers(store)
    assert "edited_without_note" not in {i.code for i in dossier.issues}


def test_each_way_in_which_claims_change_is_told_once(store: Store) -> None:
    """A number told in title and text changes once; a new source, a new figure and a dropped one each have a line."""
    first = page(
        "Air strike on Idlib kills 27",
        "An air strike on a market in Idlib killed 27 civilians on Friday, the White Helmets said.",
        "At least 40 people were injured, hospital officials said on Friday.",
        address=FIRE,
    )
    second = page(
        "Air strike on Idlib kills 31",
        "An air strike on a market in Idlib killed 31 civilians on Friday, the Syrian Observatory for Human Rights said.",
        "More than 14,000 people have been displaced, the United Nations said on Friday.",
        address=FIRE,
    )
    desk(store, first, second).until(2)
    changes = shown(store)[1].changes
    assert sorted(c.kind for c in changes if c.kind != "other") == ["added", "dropped", "source", "value"]
    by_kind = {c.kind: c.text for c in changes}
    assert by_kind["value"].startswith("27 civilians killed")
    assert "White Helmets named as its source before, Syrian Observatory" in by_kind["source"]
    assert by_kind["added"].startswith("More than 14,000 people displaced: new,")
    assert by_kind["dropped"].startswith("At least 40 people injured: told no more,")


def test_a_page_that_goes_back_is_shown_so(store: Store) -> None:
    """27, then 31, then 27 again are three versions in time, of two reports."""
    desk(store, told("27"), told("31"), told("27")).until(12)
    first, second, third = shown(store)
    assert first.report == third.report != second.report
    assert (first.again, second.again, third.again) == (False, False, True)
    assert any("31" in c.text and "became 27" in c.text for c in third.changes)


def killed(store: Store, as_of: dt.datetime | None = None) -> set[float | None]:
    """The numbers of dead that the one dossier's live reports claim."""
    (dossier,) = dossiers(store, as_of=as_of)
    return {f.value for f in dossier.claims if getattr(f, "measure", None) == "killed"}


def test_a_text_that_comes_back_is_live_again(store: Store) -> None:
    """27, then 31, then 27: each counts as of the instants at which it stood there; both edits are issues; doctor agrees."""
    desk(store, told("27"), told("31"), told("27")).until(1.1)
    assert killed(store) == {27}
    assert killed(store, dt.datetime(2025, 5, 10, 6, 20, tzinfo=dt.UTC)) == {27}
    assert killed(store, dt.datetime(2025, 5, 10, 6, 40, tzinfo=dt.UTC)) == {31}
    assert killed(store, dt.datetime(2025, 5, 10, 7, 10, tzinfo=dt.UTC)) == {27}
    (now,) = dossiers(store)
    assert len([i for i in now.issues if i.code == "edited_without_note"]) == 2
    assert examine(store, shipped_parts().library, full=True).findings == ()


def test_a_text_that_comes_back_under_a_later_date_is_live_again(store: Store) -> None:
    """A version that bore a date yet to come gives way to the earlier text that is seen after it."""
    later = told("31")
    later["content"] = str(later["content"]).replace("2025-05-10T05:00:00Z", "2025-05-12")
    desk(store, told("27"), later, told("27")).until(1.1)
    assert killed(store) == {27}


def test_back_and_forth_and_away_the_page_counts_as_it_stands(store: Store, tmp_path: Path) -> None:
    """27, 31, 27, 31 counts 31; an archive of it read back counts the same, and with the 31 erased 27 does."""
    desk(store, told("27"), told("31"), told("27"), told("31")).until(3)
    assert killed(store) == {31}
    (before,) = dossiers(store)
    assert len([i for i in before.issues if i.code == "edited_without_note"]) == 3
    write_project(store, str(tmp_path / "archive"))
    with create_store(str(tmp_path / "elsewhere.sqlite")) as elsewhere:
        read_project(elsewhere, str(tmp_path / "archive"), LIBRARY)
        assert dossiers(elsewhere) == [before]
        assert examine(elsewhere, LIBRARY, full=True).findings == ()
    gone = shown(store)[1].report
    remove_report(store, gone, reason="x", by="y", at=dt.datetime(2025, 5, 11, tzinfo=dt.UTC), library=LIBRARY)
    assert killed(store) == {27}
    assert examine(store, LIBRARY, full=True).findings == ()


def test_a_version_is_found_by_report_and_by_address(store: Store) -> None:
    """A report's id and its page's address, tracking parts included, give the same versions."""
    desk(store, told("27"), told("31")).until(2)
    by_address = shown(store, FIRE + "?utm_source=x")
    assert by_address == shown(store, by_address[0].report)
    with pytest.raises(NotFoundError):
        shown(store, "https://nowhere.example/x")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Correction: the ministry gave the toll, not the army.", True),
        ("This article was amended on 3 May 2025 to give the right toll.", True),
        ("An earlier version of this report misstated the toll.", True),
        ("Editor's note: the headline was changed.", True),
        ("This story, first published on Monday, has been corrected.", True),
        ("The army corrected its count on Monday.", False),
        ("Officials updated the toll, and the report of the commission is due.", False),
        ("The correction of the river took ten years.", False),
        ("The ministry revised an earlier version of its law.", False),
    ],
)
def test_notices_are_told_from_sentences_on_the_news(text: str, found: bool) -> None:
    """A sentence on the page itself is a notice; one on what others corrected is none."""
    notices = load_correction_notices(shipped_parts().library)
    assert bool(notices.of(f"The bridge is closed. {text}")) is found
