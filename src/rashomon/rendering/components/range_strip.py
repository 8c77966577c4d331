"""Low, best and high on one short line: a closed end is a bar, an open end an arrow, the best a filled dot."""

from __future__ import annotations

from markupsafe import Markup

from rashomon.model.assessment import Assessment
from rashomon.rendering import wording
from rashomon.rendering.components.scale import Linear
from rashomon.rendering.components.svg import element, picture

WIDTH, HEIGHT = 210.0, 40.0


def range_strip(assessment: Assessment) -> Markup:
    """The strip as SVG, or nothing where there is no range to show (one exact number, or none)."""
    low, best, high = assessment.low, assessment.best, assessment.high
    if low is None or (high is not None and low == high):
        return Markup("")
    top = max(v for v in (low, best, high) if v is not None)
    foot = min(v for v in (low, best) if v is not None)
    x = Linear(foot, top, 16, WIDTH - 48 if high is None else WIDTH - 26) if top > foot else Linear(0, 1, 16, 16)
    parts = [element("path", d=f"M{x(low):.1f} 8v12", class_="bound")]
    if high is None:
        end = WIDTH - 12
        parts.append(element("path", d=f"M{x(low):.1f} 14H{end:.1f}m-6 -5l6 5l-6 5", class_="bound"))
    else:
        parts.append(element("path", d=f"M{x(low):.1f} 14H{x(high):.1f}m0 -6v12", class_="bound"))
        parts.append(element("text", wording.number(high), x=x(high), y=34, text_anchor="middle", class_="end"))
    if best is not None:
        parts.append(element("circle", cx=x(best), cy=14, r=4.5, class_="best"))
    if best is None or x(best) - x(low) > 30 or best == low:
        parts.append(element("text", wording.number(low), x=x(low) - 4, y=34, class_="end"))
    title = f"Low {wording.number(low)}; best {wording.number(best) or 'none'}; high {wording.number(high) or 'open'}"
    return picture(WIDTH, HEIGHT, title, parts, "strip")
