"""The use case of checking a project, and of mending it."""

from __future__ import annotations

from contextlib import suppress

from rashomon.app.parts import shipped_parts
from rashomon.errors import StoreError
from rashomon.project import Diagnosis, examine, repair
from rashomon.project.renew_links import renew_links
from rashomon.storage import open_store


def doctor(address: str, *, full: bool = False, mend: bool = False) -> Diagnosis:
    """Every invariant of a project checked; with `mend`, what can be made anew is, and the check done again.

    What another version of the program linked is linked anew first: that is no fault. Links and stories are made anew
    for a sample of the reports, or (`full`) for all. Raises StoreError where it cannot be opened at all.
    """
    with open_store(address) as store:
        # Damage is for the examination to name.
        with suppress(StoreError):
            renew_links(store, shipped_parts().library)
        if mend:
            return repair(store, shipped_parts(), full=full)
        return examine(store, shipped_parts().library, full=full)
