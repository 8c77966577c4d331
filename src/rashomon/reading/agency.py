"""Which news agency a page credits with its text, and where it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.knowledge.library import Library
from rashomon.knowledge.outlets import Agency
from rashomon.model.passage import Mention
from rashomon.model.report import Block

#: Marks that set a credit apart from the sentence before it.
_SET_OFF = re.compile(r"(?:^|[-–—/(\[|]|\n|[.!?\"”’]\s)\s*$")
_CLOSES = re.compile(r"[\s)\]/.|*_]*$")
_TAIL_CHARS = 60


def credited_agency(text: str, blocks: Sequence[Block], library: Library) -> tuple[Agency, Mention] | None:
    """The agency of the first credit line, else the one that closes the running text; a picture's credit names none."""
    for block in blocks:
        if block.kind in {"byline", "credit", "disclaimer", "outlet"}:
            words = text[block.start : min(block.end, block.start + 400)]
            if block.kind != "byline" and library.page_words.picture_credit.in_line(words):
                continue
            match = library.outlets.credit.search(words)
            agency = library.outlets.agency(match.group()) if match else None
            if match and agency:
                return agency, _mention(text, block.start + match.start(), block.start + match.end())
    bodies = [b for b in blocks if b.kind == "body"]
    return _closing(text, bodies[-1], library) if bodies else None


def _closing(text: str, block: Block, library: Library) -> tuple[Agency, Mention] | None:
    low = max(block.start, block.end - _TAIL_CHARS)
    for match in library.outlets.credit.finditer(text, low, block.end):
        agency = library.outlets.agency(match.group())
        if agency and _SET_OFF.search(text[low : match.start()]) and _CLOSES.match(text[match.end() : block.end]):
            return agency, _mention(text, match.start(), match.end())
    return None


def _mention(text: str, start: int, end: int) -> Mention:
    return Mention(start=start, end=end, text=text[start:end])
