"""What one thing at a time does to watching: a source that falls silent, moves, fails, is dropped; pages of each kind."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from tests.watch.scripted import HOUSE, Answer, Desk, feed, gone, page
from tests.watch.simulation import START, claimless_parts

from rashomon.model.watched import WatchedSource, WatchNote
from rashomon.project.watching_sources import drop_source
from rashomon.storage import Store, create_store, report_rows, source_rows
from rashomon.storage.issue_rows import source_issues

FEED = f"{HOUSE}/feed"


@pytest.fixture
def store(tmp_path: object) -> Store:
    """A new project; what is asked here lies above the databases."""
    return create_store(f"{tmp_path}/p.sqlite")


def story(number: int, text: str = "first") -> Answer:
    """A page of its own."""
    body = f"The council of Ovitz met for the {text} time on matter {number} and put off the bridge until the autumn."
    more = "The engineers said that the river stood too high for the works, and that the market would stay open."
    return page(f"Matter {number}", body, more, address=f"{HOUSE}/{number}")


def failed(code: str = "address_failed", **fields: object) -> Answer:
    """An answer that brings nothing."""
    return {"outcome": "failed", "code": code, "reason": "The server answered with status 503."} | fields


def desk(store: Store, answers: dict[str, list[Answer]]) -> Desk:
    """A desk that watches the feed."""
    made = Desk(store, answers, claimless_parts())
    made.watch(WatchedSource(address=FEED, outlet="Harbour Post"))
    return made


def codes(notes: list[WatchNote]) -> list[str]:
    """The codes of the issues met, in order."""
    return [i.code for note in notes for i in note.issues]


def reports(store: Store) -> int:
    """How many reports were kept."""
    with store.reading() as connection:
        return report_rows.count_reports(connection)


def test_a_silent_source_is_said_once_and_again_after_it_spoke(store: Store) -> None:
    """Silence is one issue each time it begins; a new page ends it."""
    one, two = f"{HOUSE}/1", f"{HOUSE}/2"
    quiet = [feed(one)] * 40
    made = desk(store, {FEED: [*quiet, feed(one, two)], one: [story(1)], two: [story(2)]})
    first = codes(made.until(120))
    assert first.count("source_silent") == 1
    with store.reading() as connection:
        assert source_rows.list_sources(connection)[0].state.silent
    assert codes(made.until(24 * 40)).count("source_silent") == 1
    with store.reading() as connection:
        assert [i.code for i in source_issues(connection)].count("source_silent") == 2


def test_a_failing_source_waits_as_asked_and_stops_no_other(store: Store) -> None:
    """A source that answers 429 with a wait is not asked before it is over; the others go on."""
    other = f"{HOUSE}/other"
    made = desk(
        store, {FEED: [failed(retry_after_s=4 * 3600.0), feed()], other: [feed(f"{HOUSE}/1")], f"{HOUSE}/1": [story(1)]}
    )
    made.watch(WatchedSource(address=other))
    notes = made.until(5)
    asked = [note.at for note in notes if note.source == FEED]
    assert asked[1] - asked[0] >= dt.timedelta(hours=4)
    assert sum(note.source == other and note.what == "polled" for note in notes) > 3
    assert reports(store) == 1
    assert next(note for note in notes if note.source == FEED).reason == "The server answered with status 503."


def test_what_is_no_feed_is_a_failure_with_its_reason(store: Store) -> None:
    """A page where a feed should be is said, and asked for again later and later."""
    notes = desk(store, {FEED: [story(1)]}).until(24)
    assert {note.outcome for note in notes} == {"failed"}
    assert all("no feed" in note.reason for note in notes)
    gaps = [b.at - a.at for a, b in itertools.pairwise(notes)]
    assert gaps == sorted(gaps)


def test_a_known_page_is_not_fetched_for_being_listed_again(store: Store) -> None:
    """A page is fetched when it is new and on its own schedule, however often and in whatever form it is listed."""
    one = f"{HOUSE}/1"
    made = desk(
        store, {FEED: [feed(one), feed(one + "?utm_source=rss#top")], one: [story(1), {"outcome": "unchanged"}]}
    )
    notes = made.until(3)
    assert sum(note.what == "polled" for note in notes) >= 4
    assert [address for address in made.web.asked if address != FEED] == [one] * 4
    assert reports(store) == 1


def test_a_page_that_its_source_calls_changed_is_looked_at_at_once(store: Store) -> None:
    """A later date of change in the feed brings the look forward, days after the page was last due."""
    one = f"{HOUSE}/1"
    later = START + dt.timedelta(days=20)
    made = desk(
        store,
        {
            FEED: [feed(one, updated={one: START})] * 90 + [feed(one, updated={one: later})],
            one: [story(1)] * 11 + [story(1, "second")],
        },
    )
    made.until(24 * 40)
    assert reports(store) == 2


def test_a_page_that_cannot_be_had_is_left_and_said(store: Store) -> None:
    """After six failures in a row the page is an issue and not asked for again."""
    one = f"{HOUSE}/1"
    made = desk(store, {FEED: [feed(one)], one: [failed()]})
    notes = made.until(24 * 10)
    assert made.web.asked.count(one) == 6
    assert codes(notes).count("page_unreachable") == 1


def test_a_page_that_vanishes_keeps_its_versions(store: Store) -> None:
    """A page that was read and is gone is said once; its report stays; back again, it is read on."""
    one = f"{HOUSE}/1"
    made = desk(store, {FEED: [feed(one)], one: [story(1), gone(), gone(), story(1, "second")]})
    notes = made.until(30)
    assert codes(notes).count("page_vanished") == 1
    assert reports(store) == 2


def test_a_source_that_moved_for_good_is_asked_at_its_new_address(store: Store) -> None:
    """After a permanent redirect only the new address is asked, with the old one's state."""
    new = f"{HOUSE}/new"
    moved = feed(f"{HOUSE}/1") | {"permanent_redirect_to": new, "final_address": new}
    made = desk(store, {FEED: [moved], new: [feed(f"{HOUSE}/1")], f"{HOUSE}/1": [story(1)]})
    notes = made.until(6)
    assert codes(notes) == ["source_moved"]
    assert made.web.asked.count(FEED) == 1
    assert made.web.asked.count(new) > 2
    with store.reading() as connection:
        (stored,) = source_rows.list_sources(connection)
    assert (stored.entry.address, stored.entry.was, stored.entry.outlet) == (new, (FEED,), "Harbour Post")


def test_a_source_taken_off_is_not_asked_nor_its_pages(store: Store) -> None:
    """After a removal nothing of the source is fetched; what it brought stays."""
    one = f"{HOUSE}/1"
    made = desk(store, {FEED: [feed(one)], one: [story(1)]})
    made.until(1)
    drop_source(store, FEED)
    asked = len(made.web.asked)
    notes = made.until(100)
    assert len(made.web.asked) == asked
    assert [note.outcome for note in notes] == ["left"]
    assert reports(store) == 1


def test_a_single_page_is_watched_for_as_long_as_it_is_on_the_list(store: Store) -> None:
    """A page as a source is asked beyond the week, and each edit is a version."""
    one = f"{HOUSE}/1"
    made = Desk(store, {one: [story(1)] * 20 + [story(1, "second")]}, claimless_parts())
    made.watch(WatchedSource(address=one, kind="page", outlet="Harbour Post"))
    notes = made.until(24 * 40)
    assert reports(store) == 2
    assert sum(len(note.edited) for note in notes) == 1
    assert notes[-1].at > START + dt.timedelta(days=38)


def test_of_a_sitemap_only_the_pages_of_these_days_are_fetched(store: Store) -> None:
    """A page dated long ago is never fetched; an undated one only where it came after the first poll."""

    def sitemap(*pages: tuple[str, str | None]) -> Answer:
        urls = "".join(
            f"<url><loc>{HOUSE}/{name}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</url>"
            for name, date in pages
        )
        return {"content": f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'}

    first = (("1", "2025-05-09"), ("2", "2019-01-01"), ("3", None))
    answers = {f"{HOUSE}/{n}": [story(n)] for n in range(1, 5)}
    address = f"{HOUSE}/sitemap.xml"
    made = Desk(store, {address: [sitemap(*first), sitemap(*first, ("4", None))]} | answers, claimless_parts())
    made.watch(WatchedSource(address=address, kind="sitemap"))
    made.until(6)
    assert {a for a in made.web.asked if a != address} == {f"{HOUSE}/1", f"{HOUSE}/4"}


def test_a_list_of_feeds_watches_what_it_names_and_no_more_what_it_dropped(store: Store) -> None:
    """Feeds of an OPML list come on the list of sources with its fields, and go when it drops them."""

    def opml(*names: str) -> Answer:
        outlines = "".join(f'<outline type="rss" text="{n}" xmlUrl="{HOUSE}/{n}"/>' for n in names)
        return {"content": f'<opml version="2.0"><body>{outlines}</body></opml>'}

    address = f"{HOUSE}/list.opml"
    answers = {address: [opml("a", "b"), opml("b")], f"{HOUSE}/a": [feed()], f"{HOUSE}/b": [feed()]}
    made = Desk(store, answers, claimless_parts())
    made.watch(WatchedSource(address=address, kind="opml", family="Harbour Media"))
    made.until(1)
    with store.reading() as connection:
        named = {s.entry.address: s.entry.family for s in source_rows.list_sources(connection)}
    assert named == dict.fromkeys((address, f"{HOUSE}/a", f"{HOUSE}/b"), "Harbour Media")
    made.until(48)
    with store.reading() as connection:
        assert {s.entry.address for s in source_rows.list_sources(connection)} == {address, f"{HOUSE}/b"}
