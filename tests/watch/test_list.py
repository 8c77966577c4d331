"""The list of sources as a file, and in a project."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import NotFoundError, UsageError
from rashomon.model.watched import SOURCE_KINDS, SourceState, WatchedSource
from rashomon.project.watching_list import parse_sources, read_duration, write_sources, written_duration
from rashomon.project.watching_sources import drop_source, take_sources
from rashomon.storage import Store, source_rows
from rashomon.storage.source_rows import StoredSource

NOON = dt.datetime(2025, 5, 10, 12, tzinfo=dt.UTC)
_NAMES = st.none() | st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30).map(
    str.strip
).filter(lambda s: bool(s) and s.isprintable())


def sources_strategy() -> st.SearchStrategy[WatchedSource]:
    """Entries as a file may hold them."""
    return st.builds(
        WatchedSource,
        address=st.integers(0, 10**6).map(lambda n: f"https://s{n}.example/feed?x=1&y={n}"),
        kind=st.sampled_from(SOURCE_KINDS),
        outlet=_NAMES,
        family=_NAMES,
        country=st.none() | st.sampled_from(["ZA", "PK"]),
        language=st.none() | st.sampled_from(["en", "fra"]),
        at_least_s=st.none() | st.integers(1, 3600).map(float),
        at_most_s=st.none() | st.integers(3600, 10**6).map(float),
    )


@given(st.lists(sources_strategy(), max_size=5, unique_by=lambda s: s.address))
def test_a_list_written_reads_back_to_the_same(entries: list[WatchedSource]) -> None:
    """Writing and reading a list gives the same entries in their order."""
    assert parse_sources(write_sources(entries), "sources.toml") == tuple(entries)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[source]]\naddress = "https://a.example/f"\n\n[[source]]\nkind = "feed"\n', "line 4, source 2"),
        ('[[source]]\naddress = "ftp://a.example/f"\n', "line 1, source 1: 'ftp://a.example/f' is no http"),
        ('[[source]]\naddress = "https://u:p@a.example/f"\n', "user name or password"),
        ('[[source]]\naddress = "https://a.example/f"\nkind = "blog"\n', "'blog' is no kind"),
        ('[[source]]\naddress = "https://a.example/f"\ncolour = "red"\n', "'colour' is no field"),
        ('[[source]]\naddress = "https://a.example/f"\noutlet = 3\n', "outlet must be a text"),
        ('[[source]]\naddress = "https://a.example/f"\ncountry = "Pakistan"\n', "country 'Pakistan'"),
        ('[[source]]\naddress = "https://a.example/f"\nat_least = "soon"\n', "at_least 'soon' is no duration"),
        ('[[source]]\naddress = "https://a.example/f"\nat_least = "2d"\nat_most = "1h"\n', "longer than at_most"),
        ('[[source]]\naddress = "https://a.example/f"\n' * 2, "stands there twice"),
        ('title = "x"\n', "'title' is no part"),
        ("[[source]\n", "line 1"),
        ('source = "x"\n', "must be a list"),
    ],
)
def test_a_wrong_list_is_refused_with_its_line(text: str, said: str) -> None:
    """Each mistake is a UsageError that names the file, the place and the mistake."""
    with pytest.raises(UsageError) as caught:
        parse_sources(text, "my.toml")
    assert said in caught.value.message
    assert caught.value.message.startswith("my.toml")


@given(st.integers(1, 10**7))
def test_durations_read_back(seconds: int) -> None:
    """A duration as it is written gives the same seconds."""
    assert read_duration(written_duration(float(seconds)), "x") == seconds


def test_taking_a_list_twice_changes_nothing(store: Store) -> None:
    """The second time every entry is as before and keeps its next instant."""
    entries = [WatchedSource(address=f"https://s{n}.example/") for n in range(3)]
    first = take_sources(store, entries, NOON)
    again = take_sources(store, entries, NOON + dt.timedelta(hours=1))
    assert (len(first.added), len(again.same), again.changed) == (3, 3, ())
    with store.reading() as connection:
        assert {s.due for s in source_rows.list_sources(connection)} == {NOON}


def test_an_entry_that_moved_keeps_its_new_address(store: Store) -> None:
    """A list that still holds the old address changes the rest of the entry, not where it is asked."""
    old, new = "https://old.example/f", "https://new.example/f"
    with store.writing() as connection:
        kept = StoredSource(WatchedSource(address=new, was=(old,)), SourceState(polls=4), NOON, active=True)
        source_rows.save_source(connection, kept)
    change = take_sources(store, [WatchedSource(address=old, outlet="Harbour Post")], NOON)
    with store.reading() as connection:
        (stored,) = source_rows.list_sources(connection)
    assert change.moved == (old,)
    assert (stored.entry.address, stored.entry.outlet, stored.state.polls) == (new, "Harbour Post", 4)


def test_a_source_taken_off_goes_with_those_it_named(store: Store) -> None:
    """Removing a list of feeds removes its feeds; adding one again goes on with its state."""
    with store.writing() as connection:
        for entry in (
            WatchedSource(address="https://l.example/o", kind="opml"),
            WatchedSource(address="https://l.example/f", via="https://l.example/o"),
            WatchedSource(address="https://other.example/f"),
        ):
            source_rows.save_source(connection, StoredSource(entry, SourceState(polls=7), NOON, active=True))
    assert drop_source(store, "https://l.example/o") == ("https://l.example/f", "https://l.example/o")
    take_sources(store, [WatchedSource(address="https://l.example/f")], NOON)
    with store.reading() as connection:
        left = source_rows.list_sources(connection)
    assert {s.entry.address: s.state.polls for s in left} == {"https://l.example/f": 7, "https://other.example/f": 7}
    with pytest.raises(NotFoundError):
        drop_source(store, "https://nowhere.example/")
