"""A page's text -> its blocks, title, outlet, section, byline, dates and picture.

The layout is told from structure: which lines are running text (length, end of sentence), what stands above the
first and below the last of them, and what class a short line's words are of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.time_meaning import CalendarDate
from rashomon.model.passage import Passage
from rashomon.model.report import Block, BlockKind
from rashomon.reading.line_kinds import Judged, Where, judge_line
from rashomon.reading.lines import Line, split_lines

#: A list entry below the prose with fewer words is a link (words).
_SHORT_ENTRY = 9
#: A line with this share of the given title's words is the title.
_SAME_TITLE = 0.8
#: No headline is longer (words).
_LONGEST_HEADLINE = 30


@dataclass(frozen=True)
class LabelWords(WordClasses):
    """Small words of a label on a page."""

    source: ClassVar[str] = "en/words/texts.toml#labels"

    particles: frozenset[str]
    bylines: frozenset[str]

    @cached_property
    def byline_opening(self) -> re.Pattern[str]:
        """What stands before the author's name."""
        return re.compile(rf"^{either(self.bylines)}\b[\s:]*", re.IGNORECASE)


@dataclass(slots=True)
class Layout:
    """What the page shows, as found; `dates` are in order, those of an update apart."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    title_span: Passage | None = None
    outlet: str | None = None
    section: str | None = None
    byline: str | None = None
    picture_url: str | None = None
    dates: list[CalendarDate] = field(default_factory=list)
    updates: list[CalendarDate] = field(default_factory=list)


def lay_out(text: str, title: str | None, library: Library, front: int = 0) -> Layout:
    """The layout of a text; `title` is the title given beside it, `front` where its front matter ends."""
    lines = split_lines(text)
    judged = [Judged("chrome") if line.start < front else judge_line(line, library) for line in lines]
    first, last = _prose_bounds(lines, judged)
    page = Layout(title=title)
    headline = _headline(lines, judged, first, title, library)
    if headline is not None:
        page.title_span = Passage(start=lines[headline].start, end=lines[headline].end)
        page.title = title or lines[headline].text
    below_related = False
    for i, line in enumerate(lines):
        where = _where(i, first, last)
        kind = judged[i].at(where)
        below_related = below_related or (where is Where.TAIL and kind == "related")
        if i == headline:
            kind = "headline"
        elif kind is None or (below_related and kind in {"caption", "byline"}):
            kind = "related" if below_related else _by_place(line, lines, i, where, page, library)
        _note(page, line, kind, judged[i], library)
        page.blocks.append(Block(start=line.start, end=line.end, kind=kind))
    return page


def _prose_bounds(lines: list[Line], judged: list[Judged]) -> tuple[int, int]:
    """The first and last line of running text; without any, the first and last sentence, or the longest line."""
    rest = [i for i in range(len(lines)) if judged[i].at(Where.BODY) is None]
    prose = [i for i in rest if lines[i].is_prose and not lines[i].bullet]
    found = prose or [i for i in rest if lines[i].ends_sentence and not lines[i].heading]
    if not found and lines:
        found = [max(rest or range(len(lines)), key=lambda i: len(lines[i].text))]
    return (found[0], found[-1]) if found else (0, -1)


def _where(i: int, first: int, last: int) -> Where:
    return Where.HEAD if i < first else Where.TAIL if i > last else Where.BODY


def _headline(lines: list[Line], judged: list[Judged], first: int, title: str | None, library: Library) -> int | None:
    """The given title's line, else a heading, else the first line above the prose that can be a headline."""
    head = [i for i in range(min(first, len(lines))) if judged[i].kind is None and not lines[i].bullet]
    if title:
        near = [i for i in range(min(first + 4, len(lines))) if judged[i].kind != "chrome"]
        return next((i for i in near if _is_title(lines[i].text, title)), None)
    for i in head:
        if lines[i].heading and lines[i].words > 1:
            return i
    likely = [i for i in head if lines[i].words <= _LONGEST_HEADLINE and not lines[i].is_prose]
    likely = [i for i in likely if _name_of_section_or_outlet(lines[i], library) is None]
    return next((i for i in likely if lines[i].words >= 3 and len(lines[i].text) >= 12), likely[0] if likely else None)


def _is_title(line: str, title: str) -> bool:
    """Whether a line is the given title, with or without the outlet's name behind its last bar or dash."""
    if alike(line, title) >= _SAME_TITLE:
        return True
    shorter = re.split(r"\s[|–—-]\s(?=[^|–—-]*$)", title)[0]
    return shorter != title and alike(line, shorter) >= _SAME_TITLE


def alike(one: str, other: str) -> float:
    """The share of words that two lines have in common, from 0 to 1."""
    a, b = (set(re.findall(r"\w+", t.casefold())) for t in (one, other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _by_place(line: Line, lines: list[Line], i: int, where: Where, page: Layout, library: Library) -> BlockKind:
    if where is Where.BODY:
        if line.is_prose or line.bullet or line.ends_sentence:
            return "body"
        return "heading" if line.words <= 16 else "body"
    if where is Where.TAIL:
        return _below(line, lines, i)
    if (
        page.title
        and line.words > 3
        and alike(line.text, page.title) >= (0.3 if line.emphasis or line.heading else 0.5)
    ):
        return "headline"
    if line.bullet:
        return "key_point" if line.words >= 5 else "chrome"
    kind = _label(line, page, library)
    if kind is not None:
        return kind
    if line.ends_sentence or line.words > 16:
        return "body" if line.words > 4 else "chrome"
    return "heading" if line.words > 3 or line.heading else "chrome"


def _label(line: Line, page: Layout, library: Library) -> BlockKind | None:
    """Section, outlet or byline: a short line of capitalised words above the prose."""
    words = library.words.of(LabelWords)
    if line.words > 7 or (line.ends_sentence and line.words > 2):
        return None
    named = _name_of_section_or_outlet(line, library)
    if named is not None:
        return named
    tokens = re.findall(r"[\w&'’.-]+", line.text)
    media = [t for t in tokens if t.casefold() in library.page_words.media_words.all]
    capitals = all(t[:1].isupper() or t[:1].isdigit() or t.casefold() in words.particles for t in tokens)
    if media and capitals and page.outlet is None and len(tokens) > len(media) - 1:
        return "outlet"
    if re.fullmatch(r"[\w-]{2,40}(?:\.[a-z]{2,12}){1,2}", line.text.casefold()):
        return "outlet"
    if capitals and 2 <= len(tokens) <= 4 and page.title is not None and page.byline is None:
        return "byline"
    return None


def _name_of_section_or_outlet(line: Line, library: Library) -> BlockKind | None:
    """Whether the whole line is the name of a section, or of an outlet that is known."""
    folded = line.text.casefold().strip(" |>/:")
    if folded in library.page_words.sections.all:
        return "section"
    return "outlet" if folded in library.outlets.names else None


def _named_outlet(line: Line, library: Library) -> str | None:
    """The outlet of "Highland Post, 11 June 2025": capitalised words, one of them of outlets, before a comma or bar."""
    name = re.split(r"[,|·]", line.text, maxsplit=1)[0].strip()
    words = re.findall(r"[\w&'’.-]+", name)
    media = any(w.casefold() in library.page_words.media_words.all for w in words)
    if len(name) == len(line.text) or not 1 < len(words) <= 5 or not media:
        return None
    return name if all(w[:1].isupper() for w in words) and words[0].casefold() != "by" else None


def _below(line: Line, lines: list[Line], i: int) -> BlockKind:
    if line.ends_sentence and line.words >= 4:
        return "body"
    # A run of short lines without an end of sentence below the story is a list of links.
    around = [n for n in lines[max(0, i - 1) : i + 2] if n is not line]
    if line.words >= 3 and (line.bullet or any(not n.ends_sentence for n in around)):
        return "related"
    return "chrome" if line.words < _SHORT_ENTRY else "related"


def _note(page: Layout, line: Line, kind: BlockKind, judged: Judged, library: Library) -> None:
    """Keeps what the first line of each kind says."""
    if kind == "date" or (kind == "byline" and judged.dates):
        (page.updates if judged.updated and len(judged.dates) == 1 else page.dates).extend(judged.dates[:1])
        if len(judged.dates) > 1:
            page.updates.extend(judged.dates[1:2])
    name = _named_outlet(line, library) if kind == "byline" and judged.dates else None
    if name is not None and page.outlet is None:
        page.outlet = name
    elif kind == "byline" and page.byline is None:
        page.byline = library.words.of(LabelWords).byline_opening.sub("", line.text)
    elif kind == "outlet" and page.outlet is None:
        page.outlet = line.text.strip(" |>/:")
    elif kind == "section" and page.section is None:
        page.section = line.text.strip(" |>/:")
    elif kind == "picture" and page.picture_url is None:
        page.picture_url = line.text.strip("<>")
