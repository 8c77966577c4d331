"""The one door of the front ends: what it lists, and what waits until it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon import app


def test_every_listed_name_can_be_had_and_is_no_module() -> None:
    """Each name of the door's list comes from the module named there, even after that module was imported."""
    listed = ast.parse(Path(app.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    names = [name.name for line in listed.body if isinstance(line, ast.ImportFrom) for name in line.names]
    assert "extract" in names
    assert not [name for name in names if not callable(getattr(app, name))]


def test_a_name_that_is_not_listed_cannot_be_had() -> None:
    """Another name is an AttributeError that says so."""
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = app.extrakt  # type: ignore[attr-defined]


def test_who_extracts_imports_no_database_and_no_renderer() -> None:
    """Asking for `extract` imports neither SQLAlchemy, nor grouping, composing and rendering."""
    code = (
        "import sys; from rashomon import app; app.extract;"
        "heavy = {'sqlalchemy', 'numpy', 'jinja2', 'rashomon.grouping', 'rashomon.composing', 'rashomon.rendering'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
