"""Serves an ASGI application on a socket of this machine."""

from __future__ import annotations

from typing import Any

from rashomon.errors import PartError

#: Requests answered at a time; those past it wait their turn in the system's queue or are told to come back (503).
_AT_ONCE = 400


def run_server(application: Any, host: str, port: int) -> None:
    """Serve until the process is told to stop. Raises PartError where no server is installed."""
    try:
        import uvicorn
    except ModuleNotFoundError as error:
        raise PartError("The workspace needs a web server.", "Install it: pip install 'rashomon[web]'.") from error
    uvicorn.run(
        application, host=host, port=port, log_level="warning", server_header=False, date_header=False,
        limit_concurrency=_AT_ONCE, timeout_graceful_shutdown=3,
    )  # fmt: skip
