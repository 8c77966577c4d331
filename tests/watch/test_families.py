"""What the list of sources says of an outlet's family, in the dossier."""

from __future__ import annotations

from tests.store.worlds import FIRE, NOON, add, dossiers

from rashomon.app.parts import shipped_parts
from rashomon.model.watched import WatchedSource
from rashomon.project import kept_story_dossier
from rashomon.project.watching_sources import take_sources
from rashomon.run import Run
from rashomon.storage import Store
from rashomon.storage.story_rows import list_stories


def test_outlets_of_one_family_on_the_list_are_one_house(store: Store) -> None:
    """Three outlets are three families until the list puts two under one; a kept dossier follows the list too."""
    add(store, FIRE)
    assert dossiers(store)[0].sourcing.families == 3
    with store.reading() as connection:
        (stored,) = list_stories(connection)
    assert kept_story_dossier(store, stored, shipped_parts(), Run(lambda: 0.0)).sourcing.families == 3
    named = {"https://a.example/": "Harbour Post", "https://b.example/": "NATAL LEDGER"}
    entries = [WatchedSource(address=a, outlet=o, family="Coast Media") for a, o in named.items()]
    take_sources(store, entries, NOON)
    assert dossiers(store)[0].sourcing.families == 2
    assert kept_story_dossier(store, stored, shipped_parts(), Run(lambda: 0.0)).sourcing.families == 2
