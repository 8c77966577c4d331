"""Importing spaCy without its command line, whose HTTP client and other tools are a quarter of its import."""

from __future__ import annotations

import os
import sys
from types import ModuleType
from typing import Any

#: spaCy's package imports these for one function, which nobody here calls.
_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def use_one_thread() -> None:
    """Let NumPy, where it is not loaded yet, multiply in one thread: processes are what uses more cores."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def import_spacy() -> None:
    """Import spaCy once; its command line is imported when somebody asks for it. Raises ImportError."""
    if "spacy" in sys.modules:
        return
    use_one_thread()
    for name in _COMMAND_LINE:
        stand_in = ModuleType(name)
        vars(stand_in).update(__path__=[], info=_info)
        sys.modules[name] = stand_in
    try:
        import spacy  # noqa: F401
    finally:
        for name in _COMMAND_LINE:
            del sys.modules[name]


def _info(*given: Any, **named: Any) -> Any:
    """`spacy.info`, for whoever calls it in this process."""
    from spacy.cli.info import info

    return info(*given, **named)
