"""Hundreds of requests at once against a real server: nothing lost, nothing taken twice, memory bounded."""

from __future__ import annotations

import re
import resource
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx2 as httpx
import pytest
from benchmarks.serving import served

from rashomon import app

#: Requests, and how many of them are under way at a time.
_REQUESTS, _AT_ONCE = 1_000, 64
#: What the process may grow by while it answers them (megabytes).
_GROWTH = 150


def test_hundreds_of_requests_at_once_lose_nothing(project: str) -> None:
    """Of 1,000 requests each is answered; each claim is decided once, and whoever came second is told of the first."""
    app.make_lines(project, seconds=60)
    items = app.review(project)
    claims = [i.claim for i in items if i.kind != "responsibility"]
    with served(project) as address, httpx.Client(base_url=address, timeout=120) as client:
        page = client.get("/review").text
        token = _of(page, r'data-token="([0-9a-f]+)"')
        cookies = {"cookie": "; ".join(f"{k}={v}" for k, v in client.cookies.items())}
        client.get(f"/stories/{items[0].story}")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

        def ask(number: int) -> tuple[str, int]:
            # One in ten decides: 40 decisions, several on each claim, all made from the page as it was.
            if number % 10 == 0:
                data = {"kind": "accept", "target": claims[number // 10 % len(claims)], "token": token, "seen": ""}
                return "post", client.post("/decisions", data=data, headers=cookies).status_code
            path = ("/", f"/stories/{items[0].story}", "/?q=ferry", "/static/workspace.css")[number % 4]
            return "get", client.get(path).status_code

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            answers = Counter(pool.map(ask, range(_REQUESTS)))
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
    assert answers.total() == _REQUESTS
    assert answers["get", 200] == _REQUESTS * 9 // 10
    taken = app.decisions(project)
    assert sorted(d.targets[0] for d in taken) == sorted(claims)
    assert answers["post", 303] == len(claims)
    assert answers["post", 409] == _REQUESTS // 10 - len(claims)
    assert grown < _GROWTH
    assert app.doctor(project).findings == ()


def _of(page: str, pattern: str) -> str:
    found = re.search(pattern, page)
    assert found is not None
    return found[1]


@pytest.fixture
def project(project: str) -> str:
    """A project with claims enough to decide on, and few enough that several decide on each."""
    assert 3 < len(app.review(project)) < 100
    return project
