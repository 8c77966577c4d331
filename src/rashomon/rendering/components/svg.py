"""SVG elements as escaped markup; no style attributes, since the page's policy allows none."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from rashomon.rendering.plain_text import clean

Value = str | float | int | None


def element(tag: str, content: str | Markup | Iterable[Markup] = "", /, **attributes: Value) -> Markup:
    """One element; `class_` is `class`, other underscores are hyphens, null attributes are left out."""
    parts = [f"<{tag}"]
    for key, value in attributes.items():
        if value is None:
            continue
        name = "class" if key == "class_" else key.replace("_", "-")
        text = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
        parts.append(f' {name}="{escape(clean(text))}"')
    if isinstance(content, str):
        inner = content if isinstance(content, Markup) else escape(clean(content))
    else:
        inner = Markup("").join(content)
    return Markup("".join(parts)) + Markup(">") + inner + Markup(f"</{tag}>")


def group(children: Iterable[Markup], **attributes: Value) -> Markup:
    """A `g` element."""
    return element("g", list(children), **attributes)


def picture(
    width: float, height: float, label: str, children: Iterable[Markup], class_: str, *, links: bool = False
) -> Markup:
    """A whole SVG that scales with the page; `label` is what a screen reader says of it."""
    return element(
        "svg", list(children), viewBox=f"0 0 {width:.0f} {height:.0f}", role="group" if links else "img",
        aria_label=label, class_=class_, preserveAspectRatio="xMidYMid meet",
    )  # fmt: skip


def text_width(text: str, size: float) -> float:
    """A guess at how wide a sans-serif text is, a little on the wide side, in the unit of `size`."""
    narrow, wide = sum(c in "iljtfrI.,:;'’|! ()" for c in text), sum(c in "mwMW@%" for c in text)
    return size * (0.56 * len(text) - 0.25 * narrow + 0.28 * wide)


def wrap(text: str, size: float, width: float, lines: int = 3) -> list[str]:
    """The text in at most `lines` lines that fit the width; what does not fit ends in an ellipsis."""
    words, out = clean(text).split(), [""]
    for word in words:
        longer = f"{out[-1]} {word}".strip()
        if out[-1] and text_width(longer, size) > width:
            out.append(word)
        else:
            out[-1] = longer
    out = [line if text_width(line, size) <= width * 1.15 else line[: int(width / size / 0.52)] + "…" for line in out]
    return out if len(out) <= lines else [*out[: lines - 1], out[lines - 1].rstrip(",;") + " …"]
