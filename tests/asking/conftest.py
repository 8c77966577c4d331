"""A local server that speaks as a language model's address does, well or badly, and counts what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from rashomon.settings import LanguageModel

#: Makes the text of an answer from the material that was sent.
Speak = Callable[[str], str]


@dataclass
class ModelServer:
    """What the server answers with, and what it was asked."""

    speak: Speak = lambda _material: "{}"
    status: int = 200
    body: bytes | None = None
    delay: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0

    def settings(self, **more: Any) -> LanguageModel:
        """Settings that ask this server."""
        return LanguageModel(address=f"http://127.0.0.1:{self.port}/v1", name="a-model", **more)


@pytest.fixture
def model_server() -> Iterator[ModelServer]:
    """A server on this machine; a test says how it behaves."""
    served = ModelServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["content-length"])))
            served.asked.append(request)
            time.sleep(served.delay)
            text = served.speak(request["messages"][-1]["content"])
            answer = {"choices": [{"message": {"content": text}}], "usage": {"total_tokens": 1000}}
            body = served.body if served.body is not None else json.dumps(answer).encode()
            self.send_response(served.status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()
