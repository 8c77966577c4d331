"""What a single line of a page is, from its shape, its words and where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.library import Library
from rashomon.knowledge.page import page_words
from rashomon.knowledge.word_classes import WordClasses, either
from rashomon.language.english.time_calendar import read_date
from rashomon.language.english.time_tokens import Marks
from rashomon.language.time_meaning import CalendarDate
from rashomon.model.report import BlockKind
from rashomon.reading.address import names_picture
from rashomon.reading.lines import Line

_ADDRESS = re.compile(r"^<?(?:https?://|www\.)\S{3,2000}>?$", re.IGNORECASE)
#: A day in a language that is not read: 2 décembre 2024, 2. Dezember 2024, 2 de diciembre de 2024.
_ELSEWHERE = re.compile(
    r"^(?:[^\W\d]{2,20},? )?(?P<day>\d{1,2})\.? (?:de )?(?P<month>[^\W\d]{3,12})\.? (?:de )?(?P<year>(?:19|20)\d\d)\b"
)
#: A trail of sections: Home > World > Asia.
_TRAIL = re.compile(r"^(?:[^>»›]{1,30} ?[>»›] ?){1,6}[^>»›]{1,30}$")
#: A row of a situation report, wherever it stands: "People displaced: 16,000 households".
_COUNTED_ROW = re.compile(r"[^\W\d_][^:\n]{2,60}: ?(?:[a-z]+ ){0,2}\d[\d,.]*(?: [a-z]+){0,3}\.?$")
#: Words before a copyright mark that make the line a picture's caption, and the most in a line of a name and a date.
_CAPTION_WORDS, _DATED_NAME_WORDS = 8, 12
#: Longest line of dates (characters), and small words inside them.
_DATE_LINE_CHARS = 160
#: Longest line that can be chrome by its words (characters); rights notices run longer.
_CHROME_CHARS, _NOTICE_CHARS = 140, 600


@dataclass(frozen=True, slots=True)
class DateLineWords(WordClasses):
    """Words of a line of dates."""

    source: ClassVar[str] = "en/words/texts.toml#date_lines"

    particles: frozenset[str]


@dataclass(frozen=True)
class CaptionWords(WordClasses):
    """Words of a picture's caption and credit."""

    source: ClassVar[str] = "en/words/texts.toml#captions"

    pictures: frozenset[str]
    openers: frozenset[str]
    credits: frozenset[str]

    @cached_property
    def credit_end(self) -> re.Pattern[str]:
        """A picture's credit in brackets at the end of a line: (Photo: ...), (Name/Agency), | Name/Agency."""
        return re.compile(
            rf"(?:[(\[|][^()\[\]]{{0,80}}?\b(?i:{either(self.pictures)})\b[^()\[\]]{{0,60}}"
            r"|[(\[|][^()\[\]/]{1,60}/[A-Z][^()\[\]]{1,60})[)\]]?\s*\.?$"
        )

    @cached_property
    def start(self) -> re.Pattern[str]:
        """How a caption that says what it is begins."""
        return re.compile(rf"{either(self.openers)}\s*(?::|{either(self.credits)})", re.IGNORECASE)


class Where(Enum):
    """Above the first paragraph of running text, between two, below the last."""

    HEAD = "head"
    BODY = "body"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Judged:
    """A line's kind, null where only its place among the others can tell.

    `outside` says that it has this kind only above or below the story. `dates` are the written dates of a date line,
    `updated` whether it tells of a change.
    """

    kind: BlockKind | None
    outside: bool = False
    dates: tuple[CalendarDate, ...] = ()
    updated: bool = False

    def at(self, where: Where) -> BlockKind | None:
        """The kind of the line where it stands."""
        return None if self.outside and where is Where.BODY else self.kind


def judge_line(line: Line, library: Library) -> Judged:
    """What the line is by its own shape and words."""
    text = line.text
    if not any(c.isalnum() for c in text):
        return Judged("chrome")
    if len(text) <= _CHROME_CHARS and _TRAIL.match(text):
        return Judged("chrome")
    if _ADDRESS.match(text):
        return Judged("picture" if names_picture(text) else "chrome")
    dated = date_line(text, library)
    if dated is not None:
        return dated
    words = library.page_words
    before, mark, _ = text.partition("©")
    if mark and len(before.split()) >= _CAPTION_WORDS:
        return Judged("caption")
    if _is_notice(line, library):
        return Judged("disclaimer")
    if len(text) < 300 and (words.end_note.opens(text) or (line.words <= 25 and words.end_note_inside.in_line(text))):
        return Judged("credit")
    if _is_byline(line, library):
        return Judged("byline", True, _dates_in(text, library), bool(words.updated_labels.in_line(text)))
    dates = _dates_in(text, library) if line.words <= _DATED_NAME_WORDS and not line.ends_sentence else ()
    if dates and dates[0].year and all(w[:1].isupper() or not w.isalpha() for w in text.split()):
        return Judged("byline", True, dates, bool(words.updated_labels.in_line(text)))
    if _is_caption(line, library):
        return Judged(
            "credit" if line.words < 7 or (line.words < 9 and words.picture_credit.opens(text)) else "caption"
        )
    if words.agency_end.search(text[-12:]) and len(text) < 300:
        return Judged("caption", outside=True)
    kind = _links_or_buttons(line, library)
    return Judged("body" if kind is None and _COUNTED_ROW.match(text) else kind)


def _links_or_buttons(line: Line, library: Library) -> BlockKind | None:
    text = line.text
    if len(text) > _CHROME_CHARS:
        return None
    opener = library.page_words.related.opens(text)
    if opener:
        after = text[len(opener) :].lstrip()[:1]
        if len(page_words(text)) == len(opener.split()) or (after and after in ":»>|-–"):
            return "related"
    if not line.is_prose and _mostly(text, library.page_words.chrome.in_line(text)):
        return "chrome"
    return None


def date_line(text: str, library: Library) -> Judged | None:
    """A line that holds dates and the words around dates, and nothing else."""
    if len(text) > _DATE_LINE_CHARS or not any(c.isdigit() for c in text):
        return None
    elsewhere = _ELSEWHERE.match(text)
    month = library.page_words.months_elsewhere.get(elsewhere["month"].lower()) if elsewhere else None
    if elsewhere and month and 1 <= int(elsewhere["day"]) <= 31:
        return Judged("date", False, (CalendarDate(int(elsewhere["year"]), month, int(elsewhere["day"])),))
    words = page_words(text)
    if not all(_dates_or_labels(word, library) for word in words):
        return None
    dates = _dates_in(text, library)
    if not any(d.year is not None or d.day is not None for d in dates):
        return None
    return Judged("date", False, dates, bool(library.page_words.updated_labels.in_words(words)))


def _dates_in(text: str, library: Library) -> tuple[CalendarDate, ...]:
    """The written dates of a line, in order."""
    if not any(c.isdigit() for c in text):
        return ()
    marks = Marks(text, library.times)
    dates: list[CalendarDate] = []
    i = 0
    while i < len(marks):
        found = read_date(marks, i)
        if found is not None:
            dates.append(found[0])
        i = found[1] if found else i + 1
    return tuple(dates)


def _dates_or_labels(word: str, library: Library) -> bool:
    """Whether a word of a line can belong to a date, a time of day, or a label beside them."""
    times = library.times
    return (
        not word.isalpha()
        or word in library.page_words.date_labels.sizes
        or word in times.months
        or word in times.weekdays
        or word in times.weekday_short
        or word in times.clock_labels
        or word in library.words.of(DateLineWords).particles
    )


def _is_notice(line: Line, library: Library) -> bool:
    if len(line.text) > _NOTICE_CHARS:
        return False
    found = library.page_words.disclaimer.in_line(line.text)
    strong = {"©", "all rights reserved", "rights reserved"}
    opens = library.page_words.disclaimer.opens(line.text)
    return bool(opens or strong.intersection(found) or len(found) > 1)


def _is_byline(line: Line, library: Library) -> bool:
    if line.words > 16 or (line.ends_sentence and line.words > 8):
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


def _is_caption(line: Line, library: Library) -> bool:
    if len(line.text) >= 700:
        return False
    words = library.words.of(CaptionWords)
    return bool(words.credit_end.search(line.text[-160:]) or words.start.match(line.text[:40]))


def _mostly(text: str, phrases: list[str]) -> bool:
    """Whether the phrases make up most of a line's words, or any of them a short line."""
    total = len(page_words(text))
    covered = sum(len(p.split()) for p in phrases)
    return covered > 0 and (covered * 2 >= total or (any(len(p.split()) > 1 for p in phrases) and total <= 14))
