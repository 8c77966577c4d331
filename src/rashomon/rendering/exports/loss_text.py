"""The loss report as a page to read and as JSON."""

from __future__ import annotations

from itertools import groupby

from rashomon.model.exported import LossReport
from rashomon.rendering.json_file import encode
from rashomon.rendering.plain_text import clean


def loss_json(report: LossReport) -> bytes:
    """The loss report as JSON."""
    return encode(report)


def loss_markdown(report: LossReport) -> bytes:
    """The loss report in Markdown: what the format cannot carry, then what became of single records, by reason."""
    lines = [
        f"# What {report.format} does not carry",
        "",
        f"{report.written} written of {report.offered} records.",
        "",
        "## Not in this format",
        "",
        *(f"- {line}" for line in report.cannot_carry),
    ]
    key = lambda loss: (loss.what, loss.reason)  # noqa: E731
    for (what, reason), losses in groupby(sorted(report.losses, key=key), key=key):
        found = list(losses)
        lines += ["", f"## {what.capitalize()}: {len(found)}", "", clean(reason), ""]
        lines += [f"- {loss.kind} {clean(loss.record)} (story {clean(loss.story)})" for loss in found]
    return ("\n".join(lines) + "\n").encode("utf-8")
