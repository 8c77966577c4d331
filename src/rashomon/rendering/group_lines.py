"""The lines of `rashomon group`: one JSON object a report."""

from __future__ import annotations

import msgspec


def group_line(given_id: str | None, copy_group: str, story: str, origin_report: str | None) -> bytes:
    """One line of JSON with a line end; `origin_report` is the id of the report that this one was copied from."""
    line = {"id": given_id, "copy_group": copy_group, "story": story, "origin_report": origin_report}
    return msgspec.json.encode(line) + b"\n"
