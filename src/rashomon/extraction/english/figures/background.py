"""Figures of an earlier or another happening than the one reported: by years, other dates and days, whole wars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.report_time import (
    DAY,
    MONTH,
    MONTHS,
    YEAR,
    ReportTime,
    day_numbers,
    may_hold_year,
)
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.knowledge.word_classes import WordClasses, any_of

_EARLIER = re.compile(
    r"\b(?:(?<!since )last (?:year|month|summer|winter|spring|autumn)|"
    r"(?:year|month|decade|fortnight)s? (?:ago|earlier)|"
    r"in (?:such|similar|other) (?:attacks|bombings|shootings|raids|strikes|incidents|accidents|disasters|floods)|"
    r"hours earlier|a separate (?:\w+ )?(?:crash|accident|collision|plunge|incident|shooting|stabbing)|"
    r"(?:year|month)s? before|a year ago|days earlier|weeks? (?:ago|earlier|before)|earlier this (?:year|month)|"
    r"in recent (?:years|months)|over the years|in previous|historically|century|home to|"
    r"(?:previous|earlier) (?:attack|bombing|shooting|earthquake|quake|war|wave|clash|incident|disaster|flood|strike|"
    r"storm|typhoon|cyclone|hurricane|eruption|blast|explosion|crash|fire|raid|outbreak|epidemic|accident|landslide)\w*|"
    r"the past (?:few |several |two |three |four |five |ten )?(?:years|decades?)|already (?:hosts?|hosting|home)|"
    r"had already (?:displaced|uprooted|forced|killed|fled)|"
    r"in that (?:attack|bombing|shooting|strike|raid|incident|blast|crash|quake|earthquake)\b|"
    r"a similar (?:\w+ )?(?:attack|incident|bombing|shooting|disaster)|(?:each|every|per|a) year\b|annually|"
    r"anniversary|(?<!since )mid-(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december))"
)
#: "days after another raid killed 40": what stands behind is an older happening; "after the quake" is the report's own.
_AFTER_ANOTHER = re.compile(
    r"(?i)\b(?:hours|days?|weeks?|fortnight|months?|years?) (?:after|since) "
    r"(?:an?|another|dozens|scores|hundreds|thousands|several|some|at least|more than|\d+)\b"
)
#: A count over many happenings: a city's year or weekend, several shootings.
_TALLY = re.compile(
    r"\b(?:this year|so far in (?:19|20)\d\d|that year|violent weekend|holiday weekend|in recent weeks)\b"
    r"|\b(?:homicides|murders) (?:reported|recorded|in)\b|\brecorded [^.;]{0,20}(?:homicides|murders)\b"
    r"|\bin (?:\w+ )?(?:separate|multiple|several|various|different|two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:separate |other |different )?(?:shootings?|stabbings|homicides|crashes)(?! victims)\b"
    rf"|\b(?:across|around|throughout) the (?:city|country|state)\b|\b(?:{'|'.join(MONTHS)}) alone\b"
    r"|\bin (?:about |just )?\w+ hours\b|\bover a span of\b|\bgun violence\b"
)
_HARM = ("killed", "injured")
#: What the first figure of a report of flight counts; that the war is named beside it tells why.
_MOVED = ("displaced", "affected", "evacuated", "returned")
#: A war as one known thing ("the conflict", "Syria's war", "civil war"); "escalating conflict" is fighting of the day.
_WAR = re.compile(
    r"(?:\b(?:the|this|its|their)|['’]s|s['’])\s+(?:(?!latest|recent|renewed|new|current|escalating)[\w-]+\s+){0,4}?"
    r"(?:war|conflict|insurgency|uprising|revolt|hostilities|pandemic|genocide)\b"
    r"|\b(?:civil|\w+-year(?:-old)?|year) (?:war|conflict)\b"
)
#: What a vague total ("tens of thousands") may be told of as well; a stated number of "the fighting" is the day's.
_FIGHTING = re.compile(r"\bthe (?:fighting|violence|crisis|unrest) has\b|\bhumanitarian (?:crisis|catastrophe)\b")
#: What a clause tells of a war or a crackdown up to a number.
_WAR_THAT = re.compile(
    r"\b(?:war|conflict|insurgency|uprising|rebellion|crackdown|genocide|revolt)\b(?: [\w-]+){0,4},? (?:that|which) "
    r"(?:has|have|had) [^;:]{0,60}$"
)
_WAR_SPAN = re.compile(
    r"\b(?:since|so far|began|begun|broke out|erupted|started|beginning|outbreak|years?|multi-front|multi-sided|"
    r"decades?|complex|brutal|killed|has|have|left|claimed)\b"
)
_HEADING = re.compile(
    rf"(?:{MONTH}|on {MONTH.replace('<m>', '<m2>')})?\s*(?:\d{{1,2}},?\s+)?(?P<y>(?:19|20)\d\d)\b\s*(?:[A-Z:–—-])",
    re.IGNORECASE,
)
#: "In June, two trains collided": a month alone, with nothing that counts on from it.
_BARE_MONTH = re.compile(rf"(?:^|,\s|\b(?:back|earlier) )in {MONTH}(?:,|\s+(?!\d))", re.IGNORECASE)
#: "Killed six guards in April.": the month closes its clause.
_GOING_ON = re.compile(r"(?i)\b(?:since|from|between|began|begun|start\w*|beginning|onset|erupted|until|by)\b")
_CLOSING_MONTH = re.compile(rf"\s(?:back )?in {MONTH}$", re.IGNORECASE)
#: "In January 2009 ...": what a sentence that opens with a year tells.
_YEAR_OPENS = re.compile(rf"(?i)(?:back )?in (?:{MONTH} )?(?:19|20)\d\d\b")
#: A month that lies so many months back is not the report's own.
_MONTHS_BACK = 2
#: A whole war's dead are told in thousands; a day's are not (people).
_WAR_FLOOR = 10_000
#: Dates this close to the report's own belong to what it reports (days).
_NEAR_DAYS = 3
#: A date so many days behind publication is no slip of the calendar, and last year's where nothing is said to come.
_AHEAD_DAYS = 31


@dataclass(frozen=True)
class BackgroundWords(WordClasses):
    """Words by which a text sets a happening apart from its own, or keeps it."""

    source: ClassVar[str] = "en/words/figures.toml#background"

    follow_up: frozenset[str]
    superlatives: frozenset[str]
    happenings: frozenset[str]
    coming: frozenset[str]

    @cached_property
    def superlative_since(self) -> re.Pattern[str]:
        """A record that holds since an older happening: "the deadliest blast since"."""
        most = "|".join(sorted(map(re.escape, self.superlatives)))
        return re.compile(rf"(?i)\b(?:{most})\b[^.;]*\bsince\b[^.;]*$")

    @cached_property
    def happening(self) -> re.Pattern[str]:
        """A word that begins like one of a happening: "attack", "attackers"."""
        return re.compile(rf"(?i)\b(?:{'|'.join(sorted(map(re.escape, self.happenings)))})\w*\b")


def is_background(view: SentenceView, read: Read, time: ReportTime, first: bool) -> bool:
    """True where the words around a figure put it in another time than the report's; `first`: its sentence leads."""
    text = view.sentence.text
    low, high = _clause(view, read)
    clause = text[low:high]
    # Asked of every figure, in lower case: in two cases a pattern takes twice as long.
    plain = clause.lower()
    words = view.words.of(BackgroundWords)
    followed = first and any_of(words.follow_up).search(text[: read.slot.quantity.start].lower()) is not None
    if (_other_year(clause, time, words) and not followed) or (not first and _EARLIER.search(plain)):
        return True
    if _is_titled(view, read, time):
        return False
    moved = first and read.reading.measure in _MOVED and read.slot.quantity.qualifier != "vague"
    if (
        (_whole_war(text, read) and not moved)
        or _of_a_war(text, read)
        or _old_heading(text, time)
        or _since_then(text, read, words)
    ):
        return True
    if first:
        return False
    if time.year is None and view.sentence.field == "text" and _YEAR_OPENS.match(text):
        return True  # of a report that bears no date: it would have told its own year at its beginning
    if view.sentence.field == "text" and read.reading.measure in _HARM and _TALLY.search(plain):
        return True
    return (
        _other_month(text, time)
        or _other_month(clause, time)
        or _other_date(clause, time, words)
        or _other_day(clause, time, words)
    )


def _is_titled(view: SentenceView, read: Read, time: ReportTime) -> bool:
    """Whether the title tells the figure's number, in digits: then it is what the report is about."""
    quantity = read.slot.quantity
    number = view.sentence.text[quantity.core_start : quantity.core_end]
    return view.sentence.field == "text" and len(number) > 1 and number in time.titled


def _clause(view: SentenceView, read: Read) -> tuple[int, int]:
    """Character offsets of the stretch of sentence that a figure's time can stand in."""
    tokens = view.parse.tokens
    left, right = read.slot.first, read.slot.last
    while (
        left > 0
        and read.slot.first - left < 25
        and view.lower(left - 1) not in (";", ".", ":", "above", "than", "while", "said", "says")
    ):
        left -= 1
    while right + 1 < len(tokens) and right - read.slot.last < 22:
        word = view.lower(right + 1)
        if word in (";", ":", "above", "while", "said", "says", "when"):
            break
        if word == "," and view.lower(right + 2) in ("and", "but", "after", "with", "which", "when", "a"):
            break
        right += 1
    return tokens[left].start, tokens[right].end


def _other_year(clause: str, time: ReportTime, words: BackgroundWords) -> bool:
    if time.year is None or not may_hold_year(clause):
        return False
    return any(
        int(m["y"] or m["y2"]) < time.year and not words.superlative_since.search(clause[: m.end()])
        for m in YEAR.finditer(clause)
    )


def _whole_war(text: str, read: Read) -> bool:
    quantity = read.slot.quantity
    large = (quantity.value is not None and quantity.value >= _WAR_FLOOR) or (
        quantity.value is None
        and quantity.qualifier == "vague"
        and any(
            w in text[quantity.start : quantity.end].lower()
            for w in ("million", "hundreds of thousands", "tens of thousands")
        )
    )
    if not large:
        return False
    plain = text.lower()
    told = _WAR.search(plain) or (quantity.value is None and _FIGHTING.search(plain))
    return bool(told and _WAR_SPAN.search(plain))


def _of_a_war(text: str, read: Read) -> bool:
    """ "The years-long conflict that has killed hundreds": what a war is said to have done so far."""
    return _WAR_THAT.search(text[: read.slot.quantity.start].lower()) is not None


def _old_heading(text: str, time: ReportTime) -> bool:
    """An entry of a chronology: the sentence opens with a date of an earlier year."""
    match = _HEADING.match(text)
    return bool(match and time.year is not None and int(match["y"]) < time.year)


def _since_then(text: str, read: Read, words: BackgroundWords) -> bool:
    """ "the deadliest since an attack that killed hundreds", "a week after a raid killed 40": the older happening."""
    before = text[: read.slot.quantity.core_end]
    behind = [m for m in _AFTER_ANOTHER.finditer(before) if not set(before[m.end() :]) & set(",;:")]
    return bool(words.superlative_since.search(before) or behind)


def _other_month(text: str, time: ReportTime) -> bool:
    """A sentence that opens with a bare month of some months before publication, or of the year before."""
    match = _BARE_MONTH.search(text[:40])
    if match is None and not _GOING_ON.search(text):
        match = _CLOSING_MONTH.search(text[-20:].rstrip(" .,;"))
    if match is None or time.month is None:
        return False
    month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match["m"][:3].lower()))
    return (time.month - month) % 12 >= _MONTHS_BACK


def _other_date(clause: str, time: ReportTime, words: BackgroundWords) -> bool:
    """An explicit date that lies before everything that the report's beginning dates."""
    dates = day_numbers(clause)
    if not dates or not time.dates:
        return False
    # "On Oct. 7", read in May, was a year before.
    if (
        time.month is not None
        and min(dates) > time.dates[0] + _AHEAD_DAYS
        and not any_of(words.coming).search(clause.lower())
    ):
        return True
    return max(dates) < min(time.dates) - _NEAR_DAYS


def _other_day(clause: str, time: ReportTime, words: BackgroundWords) -> bool:
    """ "Saturday's bombing killed ..." in a report of a Wednesday."""
    days = {d.lower() for d in DAY.findall(clause)}
    return bool(days and time.days and not days & time.days and words.happening.search(clause))
