"""The timeline by both of its clocks."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.rendering.fixtures import rich_dossier

from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.lookup import Lookup
from rashomon.web.told_lines import Order, first_told, told_lines


@pytest.mark.parametrize("order", ["event", "told"])
@pytest.mark.parametrize("background", [False, True])
def test_both_orders_tell_the_same_things(order: Order, background: bool) -> None:
    """In either order every entry of the news, and of the background, stands once."""
    lookup = Lookup(rich_dossier())
    groups = told_lines(lookup, Notes(lookup), order, background=background)
    told = sorted(line.text for g in groups for line in g.lines)
    assert told == sorted(e.text for e in lookup.dossier.timeline if e.background == background)


def test_the_order_of_telling_is_that_of_the_reports() -> None:
    """Ordered by telling, the days of the groups are those of the entries' earliest reports, oldest first."""
    lookup = Lookup(rich_dossier())
    groups = told_lines(lookup, Notes(lookup), "told", background=False)
    days = sorted({d for e in lookup.dossier.timeline if not e.background and (d := first_told(e, lookup))})
    assert len(days) > 1
    assert [dt.datetime.strptime(g.label, "%d %B %Y").date() for g in groups if g.exact] == days


def test_what_was_told_late_says_so() -> None:
    """A thing of one known day that was first told two days later or more says how much later; others do not."""
    lookup = Lookup(rich_dossier())
    lines = {x.text: x for g in told_lines(lookup, Notes(lookup), "event", background=False) for x in g.lines}
    for entry in lookup.dossier.timeline:
        told = first_told(entry, lookup)
        if not entry.background and told and entry.precision == "day" and entry.end_date in (None, entry.date):
            days = (told - entry.date).days
            assert lines[entry.text].late == (f"{days} days later" if days > 1 else "")


def test_what_is_told_before_its_day_is_doubted() -> None:
    """A thing of one known day that an older report tells says that one of the two dates is wrong."""
    dossier = rich_dossier()
    told = next(e for e in dossier.timeline if not e.background and e.precision == "day" and e.end_date is None)
    later = replace(told, date=dt.date(2099, 1, 1))
    lookup = Lookup(replace(dossier, timeline=(later,)))
    (group,) = told_lines(lookup, Notes(lookup), "event", background=False)
    assert "is wrong" in group.lines[0].late


def test_the_address_asks_for_the_order(client: TestClient, story: str) -> None:
    """The page marks the order that its address asks for, links the other, and keeps it in the form of the as-of."""
    page = client.get(f"/stories/{story}/timeline?by=told").text
    assert re.search(r'by=told" aria-current="page"', page)
    assert "by=event" in page
    assert '<input type="hidden" name="by" value="told">' in page
    assert client.get(f"/stories/{story}/timeline?by=colour").status_code == 400
