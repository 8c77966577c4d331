"""The workspace over a project, served to a real browser for as long as a test needs it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from rashomon.web import Serving, create_application


@contextmanager
def served(project: str, **choices: str) -> Iterator[str]:
    """The address of the workspace over this project, on a free port of this machine, with these choices of `Serving`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    application = create_application(Serving(project, port=port, **choices))
    server = uvicorn.Server(
        uvicorn.Config(application, port=port, log_level="error", lifespan="on", ws="none", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the workspace did not start")
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
