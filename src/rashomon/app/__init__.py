"""The use cases: the one door for every front end. What it offers is listed in `__init__.pyi`.

Each is imported when first asked for: who extracts claims waits for no database, who signs in for no parser.
"""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import Any


def _homes() -> dict[str, str]:
    """The module of each name in the list."""
    listed = ast.parse(Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imports = [line for line in listed.body if isinstance(line, ast.ImportFrom)]
    return {name.name: str(line.module) for line in imports for name in line.names}


_HOMES = _homes()


def __getattr__(name: str) -> Any:
    """A use case or a record, imported now; it stays, so that this is asked once a name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found
