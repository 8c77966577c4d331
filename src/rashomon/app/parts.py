"""The parts that the stages are handed, loaded once a process, each when first used.

So are the modules behind them: a database that nobody opens is not imported.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rashomon.adapters import clock
from rashomon.adapters.files import read_sources
from rashomon.adapters.package_data import load_library
from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.adapters.terminal import TerminalProgress
from rashomon.model.fetched import Fetch
from rashomon.model.outcome import Outcome
from rashomon.model.source import RawSource
from rashomon.settings import Settings
from rashomon.understanding import Parts

if TYPE_CHECKING:
    from rashomon.storage import Store


@functools.lru_cache(maxsize=1)
def shipped_parts() -> Parts:
    """The shipped parser and lexicons, in this process."""
    return Parts(SpacyParser(), load_library())


@contextmanager
def assisted(parts: Parts, settings: Settings) -> Iterator[Parts]:
    """The parts with the language model of the settings, where they name one; what it holds open ends with the block.

    Raises PartError where no HTTP client is installed, UsageError for a bad address or recording.
    """
    model = settings.model
    if model is None or not (model.second_reader or model.editor):
        yield parts
        return
    from rashomon.adapters.language_model import LanguageModelClient

    client = LanguageModelClient(model, clock.seconds)
    try:
        yield dataclasses.replace(
            parts,
            # What a model is asked is one conversation with one set of bounds: it stays in this process.
            extract_all=None if model.second_reader else parts.extract_all,
            tell_all=None if model.editor else parts.tell_all,
            second_reader=client.ask if model.second_reader else None,
            editor=client.ask if model.editor else None,
        )
    finally:
        client.close()


def open_project(address: str) -> Store:
    """The store at an address, its links and stories as this program makes them.

    Another version's are made anew, which takes as long as adding the reports did without extraction: in steps that a
    kill does not undo, with a bar where standard error is a terminal. Raises StoreError.
    """
    from rashomon.project.renew_links import renew_links
    from rashomon.storage import open_store

    store = open_store(address)
    try:
        renew_links(store, shipped_parts().library, TerminalProgress())
    except BaseException:
        store.close()
        raise
    return store


def opened_sources(sources: Sequence[str], settings: Settings) -> Outcome[tuple[RawSource, ...]]:
    """The bytes of files, folders, addresses and (where the settings allow it) objects. Raises SourceError."""
    return read_sources(sources, clock.now(), lambda: polite_fetch(settings), objects=settings.fetching.objects)


def polite_fetch(settings: Settings) -> Fetch:
    """A fetcher by the settings; the client is loaded only here, where an address is to be asked for."""
    from rashomon.adapters.fetching import Fetcher

    return Fetcher(settings.fetching)
