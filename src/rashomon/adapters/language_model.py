"""A language model behind an OpenAI-compatible address: bounded, recorded, replayed."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from rashomon.errors import PartError, UsageError
from rashomon.model.asking import Asked
from rashomon.settings import LanguageModel

#: The environment variable that holds the key of the address, where it needs one.
KEY = "RASHOMON_MODEL_KEY"
_MOST_BYTES = 2_000_000


class LanguageModelClient:
    """Asks one model within one run's bounds; every answer is recorded where the settings name a file.

    In replay only the recording answers: the same questions give the same bytes and nothing is sent.
    """

    def __init__(self, settings: LanguageModel, clock: Callable[[], float]) -> None:
        self._settings, self._clock = settings, clock
        self._kept = _recording(settings.replay) if settings.replay else {}
        self._calls = self._tokens = 0
        self._started: float | None = None
        self._lock = threading.Lock()
        self._client = None if settings.replay else _http_client(settings)

    def ask(self, task: str, material: str) -> Asked:
        """The model's answer, or why there is none: its bounds, the network, an answer that is none."""
        messages = [{"role": "system", "content": task}, {"role": "user", "content": material}]
        request = {"model": self._settings.name, "messages": messages, "temperature": 0, "seed": 1}
        key = hashlib.sha256(json.dumps(request, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
        if self._settings.replay:
            text = self._kept.get(key)
            return Asked(text=text) if text is not None else Asked(fault="it is not in the recording")
        with self._lock:
            fault = self._spent()
            if fault is not None:
                return Asked(fault=fault)
            self._calls += 1
        asked = self._send(request)
        if asked.text is not None and self._settings.record:
            self._note(key, request, asked.text)
        return asked

    def close(self) -> None:
        """End what is open; a request that is under way ends with it."""
        if self._client is not None:
            self._client.close()

    def _spent(self) -> str | None:
        now, limits = self._clock(), self._settings
        self._started = now if self._started is None else self._started
        if self._calls >= limits.most_calls:
            return f"the run's {limits.most_calls} calls are used up"
        if now - self._started >= limits.most_seconds:
            return f"the run's {limits.most_seconds:g} seconds for the model are used up"
        if self._tokens >= limits.most_tokens:
            return f"the run's {limits.most_tokens} tokens are used up"
        return None

    def _send(self, request: dict[str, Any]) -> Asked:
        import httpx2

        assert self._client is not None
        left = max(0.1, self._settings.most_seconds - (self._clock() - (self._started or 0.0)))
        address = self._settings.address.rstrip("/") + "/chat/completions"
        try:
            with self._client.stream("POST", address, json=request, timeout=min(left, 120.0)) as response:
                body = b""
                for piece in response.iter_bytes():
                    body += piece
                    if len(body) > _MOST_BYTES or self._clock() - (self._started or 0.0) > self._settings.most_seconds:
                        return Asked(fault="its answer is too long or takes too long")
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            return Asked(fault=f"{type(error).__name__} at {self._settings.address}")
        if response.status_code != 200:
            return Asked(fault=f"status {response.status_code} from {self._settings.address}")
        return self._read(body)

    def _read(self, body: bytes) -> Asked:
        try:
            answer = msgspec.json.decode(body, type=_Completion)
        except msgspec.MsgspecError:
            return Asked(fault="what came is no chat completion")
        with self._lock:
            self._tokens += answer.usage.total_tokens if answer.usage else len(body) // 4
        text = answer.choices[0].message.content if answer.choices else None
        return Asked(text=text) if text else Asked(fault="the answer is empty")

    def _note(self, key: str, request: dict[str, Any], text: str) -> None:
        line = json.dumps({"key": key, "request": request, "answer": text}, ensure_ascii=False, sort_keys=True)
        with self._lock, Path(str(self._settings.record)).open("a", encoding="utf-8", errors="replace") as out:
            out.write(line + "\n")


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Usage(msgspec.Struct):
    total_tokens: int = 0


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


def _http_client(settings: LanguageModel) -> Any:
    try:
        import httpx2
    except ModuleNotFoundError as error:
        raise PartError("A language model needs an HTTP client.", "Install it: pip install 'rashomon[llm]'.") from error
    if not settings.address.startswith(("http://", "https://")):
        raise UsageError(f"{settings.address!r} is no address of a model.", "Give http://HOST:PORT/v1.")
    key = os.environ.get(KEY)
    return httpx2.Client(headers={"authorization": f"Bearer {key}"} if key else {}, follow_redirects=False)


def _recording(path: str) -> dict[str, str]:
    """The answers of a recording by the keys of their questions. Raises UsageError where it cannot be read."""
    found: dict[str, str] = {}
    try:
        for line in Path(path).read_text("utf-8").splitlines():
            kept = json.loads(line)
            found.setdefault(str(kept["key"]), str(kept["answer"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path} is no recording of a model: {error}.", "Give a file that --model-record wrote."
        ) from error
    return found
