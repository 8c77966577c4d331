"""What every format is: a name, what it is for, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rashomon.model.exported import Exported, Material


class Format(NamedTuple):
    """A format's name on the command line, one line about it, its media type, and what writes it.

    `write` gives the same bytes for the same material. It raises PartError where a package that it needs is missing,
    UsageError where the options do not fit. `options` names the fields of `ExportOptions` that it heeds; `provenance`
    is true where it asks when a project saw the reports.
    """

    name: str
    about: str
    media_type: str
    write: Callable[[Material], Exported]
    options: tuple[str, ...] = ()
    provenance: bool = False
