"""The use cases of checking a project, of mending it, and of reading it anew with a better program."""

from __future__ import annotations

from contextlib import suppress

from rashomon.adapters import clock
from rashomon.adapters.terminal import TerminalProgress
from rashomon.app.engines import running
from rashomon.app.parts import open_project, shipped_parts
from rashomon.errors import StoreError
from rashomon.project import Diagnosis, Rebuilt, examine, rebuild, repair
from rashomon.project.renew_links import renew_links
from rashomon.run import Progress, Run
from rashomon.settings import Settings
from rashomon.storage import open_store


def doctor(address: str, *, full: bool = False, mend: bool = False) -> Diagnosis:
    """Every invariant of a project checked; with `mend`, what can be made anew is, and the check done again.

    What another version of the program linked is linked anew first: that is no fault. Links and stories are made anew
    for a sample of the reports, or (`full`) for all. Raises StoreError where it cannot be opened at all.
    """
    with open_store(address) as store:
        # Damage is for the examination to name.
        with suppress(StoreError):
            renew_links(store, shipped_parts().library, TerminalProgress())
        if mend:
            return repair(store, shipped_parts(), full=full)
        return examine(store, shipped_parts().library, full=full)


def rebuild_project(address: str, settings: Settings | None = None, progress: Progress | None = None) -> Rebuilt:
    """Extract anew the claims of every report that another version of the program read; decisions find theirs again.

    Those whose claim is not found any more are named and wait. Of the settings `jobs` and `engine` are heeded. Raises
    StoreError, UsageError.
    """
    with running(settings or Settings()) as parts, open_project(address) as store:
        return rebuild(store, parts, Run(clock.seconds, progress))
