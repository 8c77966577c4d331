"""The first as-of stop that a server just started is asked for, a moment after a story was opened."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from rashomon import app

#: Between a server's first answer and the slider a person opens the list, then the story, and reads its headline.
READING = 3.0
#: A server that does not answer by then does not come (seconds).
_PATIENCE = 120.0


def first_stop(project: str, story: str) -> float:
    """The seconds until a server of its own process answers its first as-of stop, which nobody composed before."""
    moments = app.moments(project, story)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rashomon.cli", "serve", "--store", project, "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        page = f"http://127.0.0.1:{port}/stories/{story}"
        _answer(page)
        time.sleep(READING)
        began = time.perf_counter()
        _answer(f"{page}?as_of={quote(moments[9 * len(moments) // 10].at.isoformat())}")
        return time.perf_counter() - began
    finally:
        server.terminate()
        server.wait()


def _answer(page: str) -> bytes:
    """What the server answers, once it does."""
    ends = time.monotonic() + _PATIENCE
    while True:
        try:
            with urlopen(page) as answer:
                found: bytes = answer.read()
                return found
        except URLError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.05)
