"""The wheel: the same bytes whenever it is built, and whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.check_wheel import COMPILED, ROOT, build_twice, missing, tracked

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="not a checkout: there is no commit to build"
)
#: Run with the wheel's files alone: what it prints shows that lexicons, gazetteer, templates and static files came along.
USE = """
import rashomon, pathlib
from rashomon.adapters.package_data import load_library
from rashomon.rendering import render_index
library = load_library()
assert library.gazetteer
assert b"<html" in render_index([])["index.html"]
folder = pathlib.Path(rashomon.__file__).parent
assert list(folder.glob("web/static/vendor/*/maplibre-gl-csp.js"))
print(folder)
"""


@pytest.fixture(scope="module")
def wheels() -> tuple[bytes, bytes]:
    """Two wheels of the last commit."""
    return build_twice()


def test_two_builds_have_the_same_bytes(wheels: tuple[bytes, bytes]) -> None:
    """Two builds of one commit, in other folders and under other umasks, differ in no byte."""
    assert wheels[0] == wheels[1]


def test_the_wheel_holds_every_file_of_the_package(wheels: tuple[bytes, bytes]) -> None:
    """Templates, static files with their vendor's, data, migrations, licence and notice are all in the wheel."""
    assert missing(wheels[0], tracked()) == []
    assert missing(wheels[0], ["src/rashomon/nothing.html"]) == ["rashomon/nothing.html"]


def test_the_wheel_works_where_it_is_put(wheels: tuple[bytes, bytes], tmp_path: Path) -> None:
    """Installed without network or dependencies into an empty folder, the program runs from there with its data."""
    wheel = tmp_path / "rashomon-0.1.0-py3-none-any.whl"
    wheel.write_bytes(wheels[0])
    place = tmp_path / "place"
    offline = ["--no-index", "--no-deps", "--no-compile", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "install", "-q", *offline, "--target", str(place), str(wheel)]
    subprocess.run(pip, check=True, cwd=tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(place)}
    done = subprocess.run(
        [sys.executable, "-c", USE], cwd=tmp_path, env=environment, check=True, stdout=subprocess.PIPE
    )
    assert Path(done.stdout.decode().strip()) == place / "rashomon"
    assert all((place / name.removeprefix("src/")).exists() for name in COMPILED)
