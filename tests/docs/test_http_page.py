"""The page on the HTTP API: its commands are answered by a server as the page starts it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon import app
from rashomon.settings import Settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "use-the-http-api.md").read_text("utf-8")
_COMMAND = re.compile(r"^    (curl (?:.*\\\n)*.*)$", re.MULTILINE)
COMMANDS = _COMMAND.findall(PAGE)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The port of a server over two reports, started as the page says, and the id of their story."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "a.txt").write_text("Gunmen killed 15 people in Maiduguri on Friday, police said.", "utf-8")
    app.init(str(folder / "crisis.sqlite"))
    app.add(str(folder / "crisis.sqlite"), [str(folder / "a.txt")], Settings())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = ["-m", "rashomon.cli", "serve", "--store", "crisis.sqlite", "--token", "a-token", "--port", port]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    process = subprocess.Popen([sys.executable, *command], cwd=folder, env=env, stdout=subprocess.DEVNULL)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/static/workspace.css")
            break
        except OSError:
            time.sleep(0.2)
    yield port, app.stories(str(folder / "crisis.sqlite"))[0].id
    process.terminate()
    process.wait(20)


def test_the_page_has_commands() -> None:
    """The page shows how to list, read, filter and check."""
    assert len(COMMANDS) == 4


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("command", COMMANDS, ids=range(len(COMMANDS)))
def test_each_command_is_answered(server: tuple[str, str], command: str) -> None:
    """The command as it stands, with this server's port, story and token, gets an answer that succeeds."""
    port, story = server
    here = command.replace("8350", port).replace("STORY", story).replace("2024-11-29", "2030-01-01")
    env = {"PATH": os.environ["PATH"], "TOKEN": "a-token"}
    done = subprocess.run(
        ["bash", "-c", here.replace("curl ", "curl -sSf ", 1)], env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(("{", "["))
