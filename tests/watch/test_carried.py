"""What a feed carries in full: kept where the page itself cannot be had, or has no address."""

from __future__ import annotations

import msgspec
import pytest
from tests.watch.scripted import HOUSE, Answer, Desk, gone, page
from tests.watch.simulation import claimless_parts

from rashomon.app.parts import shipped_parts
from rashomon.model.report import Report
from rashomon.model.watched import WatchedSource, WatchNote
from rashomon.project.remove_report import remove_report
from rashomon.storage import Store, report_rows, source_rows

FEED, ONE = f"{HOUSE}/feed", f"{HOUSE}/1"
REFUSED: Answer = {"outcome": "refused", "code": "robots_disallow", "reason": "The robots.txt asks not to fetch it."}
PAID: Answer = {"outcome": "failed", "code": "address_failed", "reason": "Status 402.", "status": 402}
BUSY: Answer = {"outcome": "failed", "code": "address_failed", "reason": "Status 503.", "status": 503}


def full(text: str, link: str | None = ONE) -> Answer:
    """A feed with one entry that carries its text."""
    said = (
        f"The council of Ovitz met for the {text} time and put off the bridge over the river until the autumn, "
        "its engineers said at the town hall, since the water stood too high for the works."
    )
    where = f"<link>{link}</link>" if link else ""
    return {
        "content": "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>Harbour Post</title><item><title>Bridge put off</title>{where}"
        f"<content:encoded><![CDATA[<p>{said}</p><p>The market would stay open.</p>]]></content:encoded></item></channel></rss>"
    }


def desk(store: Store, answers: dict[str, list[Answer]]) -> Desk:
    """A desk that watches the feed."""
    made = Desk(store, answers, claimless_parts())
    made.watch(WatchedSource(address=FEED, outlet="Harbour Post", language="en"))
    return made


def kept(store: Store) -> list[Report]:
    """The reports of the project, in the order in which they came."""
    with store.reading() as connection:
        return [s.report for s in report_rows.every_report(connection)]


def codes(notes: list[WatchNote]) -> list[str]:
    """The codes of the issues met."""
    return [i.code for note in notes for i in note.issues]


@pytest.mark.parametrize("answer", [REFUSED, PAID, gone()], ids=["refused", "paid", "gone"])
def test_a_page_that_is_kept_back_is_read_from_its_feed(store: Store, answer: Answer) -> None:
    """The feed's text is the report, at the page's address, with an issue that says so; it is kept once."""
    notes = desk(store, {FEED: [full("first")], ONE: [answer]}).until(48)
    (report,) = kept(store)
    assert "met for the first time" in report.text
    assert (report.canonical_url, report.outlet, report.lang) == (ONE, "Harbour Post", "en")
    assert codes(notes).count("kept_from_feed") == 1
    assert "page_unreachable" not in codes(notes)


def test_a_page_that_is_only_busy_is_waited_for(store: Store) -> None:
    """A passing failure takes nothing from the feed; the page is the report when it can be had."""
    body = page("Bridge put off", "The council of Ovitz met for the first time and put off the bridge.", address=ONE)
    notes = desk(store, {FEED: [full("first")], ONE: [BUSY, BUSY, body]}).until(48)
    assert "kept_from_feed" not in codes(notes)
    (report,) = kept(store)
    assert report.source == ONE


def test_a_page_that_could_never_be_had_is_read_from_its_feed(store: Store) -> None:
    """After the last attempt the feed's text is kept, and nothing is called lost."""
    notes = desk(store, {FEED: [full("first")], ONE: [BUSY]}).until(24 * 10)
    assert len(kept(store)) == 1
    assert codes(notes).count("kept_from_feed") == 1
    assert "page_unreachable" not in codes(notes)


def test_an_edit_in_the_feed_of_a_page_that_is_kept_back_is_a_version(store: Store) -> None:
    """The feed's text changes without a date: both texts are versions of the one page."""
    desk(store, {FEED: [full("first"), full("second")], ONE: [REFUSED]}).until(48)
    first, second = kept(store)
    assert first.lineage == second.lineage
    assert "second time" in second.text


def test_an_entry_without_an_address_is_read_from_its_feed(store: Store) -> None:
    """A full text that no page is named for is a report as soon as the feed is read, once."""
    notes = desk(store, {FEED: [full("first", link=None)]}).until(24)
    (report,) = kept(store)
    assert "met for the first time" in report.text
    assert [len(note.new) for note in notes][:2] == [1, 0]


def test_a_removed_report_leaves_no_words_in_what_its_feed_carried(store: Store) -> None:
    """Erased while the feed's newer text waits for its page, the report's words lie nowhere; named again, it stays out."""
    made = desk(store, {FEED: [full("first")], ONE: [REFUSED]})
    made.until(1)
    (report,) = kept(store)
    with store.writing() as connection:
        (page,) = source_rows.find_pages(connection, [ONE]).values()
        state = msgspec.structs.replace(page.state, carried=report)
        source_rows.save_page(connection, source_rows.StoredPage(page.key, state, page.due))
    remove_report(store, report.id, reason="x", by="y", at=made.clock.now(), library=shipped_parts().library)
    with store.reading() as connection:
        assert source_rows.find_pages(connection, [ONE])[ONE].state.carried is None
    made.until(48)
    assert kept(store) == []


def test_a_summary_is_no_report(store: Store) -> None:
    """Where the feed carries no full text, a refused page gives nothing but its reason."""
    short = {"content": f"<rss version='2.0'><channel><title>F</title><item><link>{ONE}</link></item></channel></rss>"}
    notes = desk(store, {FEED: [short], ONE: [REFUSED]}).until(24)
    assert kept(store) == []
    assert "robots_disallow" in codes(notes)
