"""Small labels for what a colour means, each with a shape and a word of its own."""

from __future__ import annotations

from markupsafe import Markup

from rashomon.model.assessment import Support
from rashomon.rendering import wording

#: A support's kind of label.
SUPPORT_KIND: dict[Support, str] = {
    "corroborated": "agreed", "documented": "documented", "single": "single", "disputed": "disputed",
    "party only": "party", "withdrawn": "superseded",
}  # fmt: skip
#: The shapes, drawn once a page and used by reference. All fill a 12 by 12 square.
SYMBOLS: dict[str, str] = {
    "agreed": '<circle cx="4" cy="6" r="3.4"/><circle cx="8.4" cy="6" r="2.9" class="ring"/>',
    "documented": '<circle cx="6" cy="6" r="3.6"/>',
    "single": '<circle cx="6" cy="6" r="3.3" class="ring"/>',
    "disputed": '<path d="M2 4.2h8M2 7.8h8M8.4 1.2L3.6 10.8" class="line"/>',
    "party": '<path d="M2.5 11V1.5h7L7.6 4.2l1.9 2.7h-7" class="line"/>',
    "superseded": '<path d="M1.5 6h9M4 2.5L8 9.5" class="line"/>',
    "doubtful": '<path d="M6 1L11.4 10.8H.6z" class="line"/><path d="M6 4.6v3M6 8.6v1" class="line"/>',
    "up": '<path d="M6 10V2M2.8 5L6 1.8L9.2 5" class="line"/>',
    "down": '<path d="M6 2v8M2.8 7L6 10.2L9.2 7" class="line"/>',
    "same": '<path d="M2 6h8" class="line"/>',
}


def symbol_sheet() -> Markup:
    """The hidden SVG that holds every shape."""
    symbols = "".join(f'<symbol id="i-{k}" viewBox="0 0 12 12">{v}</symbol>' for k, v in SYMBOLS.items())
    return Markup('<svg class="sheet" width="0" height="0" aria-hidden="true" focusable="false">{}</svg>').format(
        Markup(symbols)
    )


def icon(kind: str) -> Markup:
    """One shape, for eyes only."""
    return Markup('<svg class="icon" viewBox="0 0 12 12" aria-hidden="true"><use href="#i-{}"/></svg>').format(kind)


def tag(kind: str, text: str) -> Markup:
    """A label: shape, word, colour."""
    return Markup('<span class="tag {0}">{1}{2}</span>').format(kind, icon(kind), text)


def support_tag(support: Support | None) -> Markup:
    """The label of a bound's support, or nothing."""
    return tag(SUPPORT_KIND[support], wording.support(support)) if support else Markup("")
