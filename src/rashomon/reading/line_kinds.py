"""What a single line of a page is, from its shape, its words and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from rashomon.knowledge.library import Library
from rashomon.knowledge.page import page_words
from rashomon.language.english.time_calendar import read_clock, read_date
from rashomon.language.english.time_tokens import Marks
from rashomon.language.time_meaning import CalendarDate
from rashomon.model.report import BlockKind
from rashomon.reading.lines import Line

_ADDRESS = re.compile(r"^<?(?:https?://|www\.)\S{3,2000}>?$", re.IGNORECASE)
_PICTURE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?)(?:$|[?#&])|/(?:images?|photos?|pictures?|media|img|thumbs?)/",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"[(\[|](?:[^()\[\]]{0,80}?\b(?:photo|image|getty|picture|handout|file)\b[^()\[\]]{0,60}|[^()\[\]/]{0,60}/[^()\[\]]{1,60}|AP|AFP|Reuters|EPA)[)\]]?\s*\.?$",
    re.IGNORECASE,
)
#: Longest line that can be chrome by its words (characters); rights notices run longer.
_CHROME_CHARS, _NOTICE_CHARS = 140, 600


class Where(Enum):
    """Above the first paragraph of running text, between two, below the last."""

    HEAD = "head"
    BODY = "body"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Judged:
    """A line's kind; `dates` are the written dates of a date line, `updated` whether it tells of a change."""

    kind: BlockKind | None
    dates: tuple[CalendarDate, ...] = ()
    updated: bool = False


def judge_line(line: Line, where: Where, library: Library) -> Judged:
    """What the line is by itself; kind null where only its place among the others can tell."""
    text = line.text
    if not any(c.isalnum() for c in text):
        return Judged("chrome")
    if _ADDRESS.match(text):
        return Judged("picture" if _PICTURE.search(text) else "chrome")
    dated = date_line(text, library)
    if dated is not None:
        return dated
    words = library.page_words
    if _is_notice(line, library):
        return Judged("disclaimer")
    if words.end_note.opens(text) and len(text) < 300:
        return Judged("credit")
    if _is_byline(line, where, library):
        return Judged("byline")
    if _is_caption(line):
        return Judged(
            "credit" if line.words < 7 or (words.picture_credit.opens(text) and line.words < 9) else "caption"
        )
    if len(text) <= _CHROME_CHARS:
        opener = words.related.opens(text)
        if opener and (
            len(page_words(text)) == len(opener.split())
            or text[len(opener) :].lstrip()[:1] in {":", "»", ">", "|", "-"}
        ):
            return Judged("related")
        if not line.is_prose and _mostly(text, words.chrome.in_line(text)):
            return Judged("chrome")
    return Judged(None)


def date_line(text: str, library: Library) -> Judged | None:
    """A line that holds dates and the words around dates, and nothing else."""
    if len(text) > 160 or not any(c.isdigit() for c in text):
        return None
    marks = Marks(text, library.times)
    dates: list[CalendarDate] = []
    rest: list[str] = []
    i = 0
    while i < len(marks):
        found = read_date(marks, i)
        if found is not None:
            dates.append(found[0])
            i = found[1]
            continue
        clock = read_clock(marks, i, bare=True)
        if clock is not None:
            i = clock[1]
            continue
        rest.append(marks[i].text)
        i += 1
    if not any(d.year is not None or d.day is not None for d in dates):
        return None
    left = " ".join(rest)
    known = sum(len(p.split()) for p in library.page_words.date_labels.in_line(left))
    known += sum(1 for w in page_words(left) if w in library.times.clock_labels or w in library.times.weekdays)
    others = len([w for w in page_words(left) if any(c.isalpha() for c in w)]) - known
    if others > 0:
        return None
    return Judged("date", tuple(dates), bool(library.page_words.updated_labels.in_line(left)))


def _is_notice(line: Line, library: Library) -> bool:
    if len(line.text) > _NOTICE_CHARS:
        return False
    found = library.page_words.disclaimer.in_line(line.text)
    strong = {"©", "all rights reserved", "rights reserved"}
    opens = library.page_words.disclaimer.opens(line.text)
    return bool(opens or strong.intersection(found) or len(found) > 1)


def _is_byline(line: Line, where: Where, library: Library) -> bool:
    if where is Where.BODY or line.words > 16 or (line.ends_sentence and line.words > 8):
        return False
    words = library.page_words
    opener = words.byline_openers.opens(line.text)
    if opener and opener != "from":
        rest = line.text[len(opener) :].strip(" :|")
        first = rest.split()[:1]
        return bool(first) and (first[0][:1].isupper() or first[0].isupper())
    roles = words.byline_roles.in_line(line.text)
    capitals = sum(1 for w in line.text.split() if w[:1].isupper())
    return (
        bool(roles) and line.words <= 8 and capitals >= line.words - 3 and len(page_words(line.text)) > 1 - len(roles)
    )


def _is_caption(line: Line) -> bool:
    tail = line.text[-160:]
    return (len(line.text) < 700 and bool(_CREDIT_END.search(tail))) or bool(
        re.match(
            r"(?:photos?|images?|pictures?|file photo|caption)\s*(?:by|credit|:|courtesy)",
            line.text[:40],
            re.IGNORECASE,
        )
    )


def _mostly(text: str, phrases: list[str]) -> bool:
    """Whether the phrases make up most of a line's words, or any of them a short line."""
    total = len(page_words(text))
    covered = sum(len(p.split()) for p in phrases)
    return covered > 0 and (covered * 2 >= total or (any(len(p.split()) > 1 for p in phrases) and total <= 14))
