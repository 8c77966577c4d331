"""Figures of an earlier or another happening than the one reported: by years, other dates and days, whole wars."""

from __future__ import annotations

import re

from rashomon.extraction.english.figures.background_words import BackgroundWords
from rashomon.extraction.english.figures.calendar_names import may_hold_year
from rashomon.extraction.english.figures.dated_openings import DatedOpenings, dated_openings
from rashomon.extraction.english.figures.earlier_words import EarlierWords, TallyWords
from rashomon.extraction.english.figures.other_happenings import is_other_happening
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.report_time import ReportTime
from rashomon.extraction.english.figures.sentence_view import SentenceView, top_of
from rashomon.extraction.english.figures.whole_wars import is_of_whole_war, told_of_war
from rashomon.knowledge.word_classes import WordBook, any_of

_HARM = ("killed", "injured")
#: What the first figure of a report of flight counts; that the war is named beside it tells why.
_MOVED = ("displaced", "affected", "evacuated", "returned")
#: What one happening does to people and buildings.
OF_HAPPENINGS = (*_HARM, "missing", "trapped", "homeless", "displaced", "buildings_destroyed", "buildings_damaged")
#: "since operations resumed on March 18", "as of 3 October", "between 3 May and 9 June": a count that still goes on,
#: the day it stood or the time it took.
_SINCE = re.compile(r"(?i)\b(?:since|as (?:of|at)|between)\b[^,;.]*\.?[^,;.]*")
#: "since the rains began three months ago": where a count begins that still goes on.
_SINCE_AGO = re.compile(r"\bsince\b[^,;.]*? ago\b")
#: So far behind its noun stands what a camp is said to do ("a camp in the north of X sheltering").
_CAMP_WORDS = 8
#: So many words before and behind a figure can say its time.
_MOST_BEFORE, _MOST_BEHIND = 25, 22
#: What a sentence told last stands in so many characters at its end.
_LAST_WORDS = 90
#: Dates this close to the report's own belong to what it reports (days).
_NEAR_DAYS = 3
#: A date so many days behind publication is no slip of the calendar, and last year's where nothing is said to come.
_AHEAD_DAYS = 31


def is_background(view: SentenceView, read: Read, time: ReportTime, first: bool, behind: bool) -> bool:
    """True where the words around a figure put it in another time than the report's.

    `first`: its sentence leads; `behind`: the sentence before told of background alone.
    """
    text = view.sentence.text
    left, right = _clause(view, read)
    clause = text[view.parse.tokens[left].start : view.parse.tokens[right].end]
    # Asked of every figure, in lower case: in two cases a pattern takes twice as long.
    plain = clause.lower()
    words, opened = view.words.of(BackgroundWords), dated_openings(view.words, time.names)
    followed = first and any_of(words.follow_up).search(text[: read.slot.quantity.start].lower()) is not None
    if (_other_year(clause, time, words) and not followed) or (not first and _is_earlier(plain, view, time)):
        return True
    if words.before_these.search(text[: read.slot.quantity.start].lower()):
        return True
    if _is_titled(view, read, time):
        return False
    if (read.reading.measure == "displaced" and _of_camp(view, read)) or _record_before(text, read, words):
        return True
    moved = first and read.reading.measure in _MOVED and read.slot.quantity.qualifier != "vague"
    war = is_of_whole_war(view, read) and not moved
    if (
        war
        or told_of_war(text, read, view.words)
        or _old_heading(text, time, opened)
        or _since_then(text, read, view.words)
    ):
        return True
    if first:
        return False
    if time.year is None and view.sentence.field == "text" and opened.tells_year(text, clause):
        return True  # of a report that bears no date: it would have told its own year at its beginning
    if behind and read.reading.measure in OF_HAPPENINGS and _goes_on(view):
        return True
    return (
        _tallied(view, read, plain, words, time)
        or (
            view.sentence.field == "text"
            and read.reading.measure in OF_HAPPENINGS
            and is_other_happening(view, left, right, time)
        )
        or opened.is_months_back(text, time.month)
        or opened.is_months_back(clause, time.month)
        or _other_date(clause, text, time, words)
        or _other_day(clause, text, time, words)
    )


def _is_titled(view: SentenceView, read: Read, time: ReportTime) -> bool:
    """Whether the title tells the figure's number, in digits: then it is what the report is about."""
    quantity = read.slot.quantity
    number = view.sentence.text[quantity.core_start : quantity.core_end]
    return view.sentence.field == "text" and len(number) > 1 and number in time.titled


def _goes_on(view: SentenceView) -> bool:
    """Whether a sentence goes on with the happening before: "It destroyed ..."; not "It was unclear ...", "It said"."""
    opener = view.parse.tokens[0]
    verb = view.parse.head(opener)
    if opener.lower != "it" or opener.dep != "nsubj":
        return False
    return any(view.cues(t.i) for t in (verb, *view.parse.kids(verb, "dobj")))  # "It claimed the lives of"


def _tallied(view: SentenceView, read: Read, plain: str, words: BackgroundWords, time: ReportTime) -> bool:
    """Whether a clause counts the victims of many happenings; riots across a country are one."""
    if view.sentence.field != "text" or read.reading.measure not in _HARM:
        return False
    spread = any_of(words.spread).search(view.sentence.text.lower())
    tallies = view.words.of(TallyWords)
    tally = tallies.told.search(plain) or time.names.month_alone.search(plain)
    if tally is not None and tally.group() == "this year" and time.yearly:
        tally = None
    return bool(tally or (tallies.across.search(plain) and not spread))


def _of_camp(view: SentenceView, read: Read) -> bool:
    """ "The bombing of a refugee camp sheltering 20,000": who lived there before."""
    words, verb = view.words.of(BackgroundWords), view.parse.head(top_of(view, read.slot))
    if verb.lemma not in words.keeping or verb.dep not in ("acl", "relcl"):
        return False
    before = range(max(1, verb.i - _CAMP_WORDS), verb.i)
    return any(view.lower(k) in words.camps and view.lower(k - 1) in words.of_camps for k in before)


def _record_before(text: str, read: Read, words: BackgroundWords) -> bool:
    """ "The highest toll of a day, above the 67 of July": the older record."""
    return words.superlative_over.search(text[: read.slot.quantity.start]) is not None


def _clause(view: SentenceView, read: Read) -> tuple[int, int]:
    """The tokens, both inside, of the stretch of sentence that a figure's time can stand in."""
    tokens, words = view.parse.tokens, view.words.of(BackgroundWords)
    left, right = read.slot.first, read.slot.last
    while left > 0 and read.slot.first - left < _MOST_BEFORE and view.lower(left - 1) not in words.breaks_before:
        left -= 1
    while right + 1 < len(tokens) and right - read.slot.last < _MOST_BEHIND:
        word = view.lower(right + 1)
        if word in words.breaks_behind or (word == "," and view.lower(right + 2) in words.after_comma):
            break
        if word == "than" and view.slot_at(right + 1) is None:
            break  # "4,000 troops, far more than in 2012"
        right += 1
    return left, right


def _other_year(clause: str, time: ReportTime, words: BackgroundWords) -> bool:
    if time.year is None or not may_hold_year(clause):
        return False
    return any(
        int(m["y"] or m["y2"]) < time.year and not words.superlative_since.search(clause[: m.end()])
        for m in time.names.year.finditer(clause)
    )


def _is_earlier(clause: str, view: SentenceView, time: ReportTime) -> bool:
    """Whether a clause, in lower case, tells of an earlier time or of another happening."""
    clause = view.words.of(BackgroundWords).recovering.sub(" ", _SINCE_AGO.sub(" ", clause))
    return view.words.of(EarlierWords).told.search(clause) is not None or time.names.names_middle_of_another(
        clause, time.month
    )


def is_of_earlier_year(text: str, time: ReportTime, book: WordBook) -> bool:
    """Whether a sentence without figures ends with a happening of an earlier year: "worse than the 2015 quake"."""
    clause = text[-_LAST_WORDS:]
    return _other_year(clause, time, book.of(BackgroundWords)) and not any(
        int(m["y"] or m["y2"]) == time.year for m in time.names.year.finditer(clause)
    )


def _old_heading(text: str, time: ReportTime, opened: DatedOpenings) -> bool:
    """An entry of a chronology: the sentence opens with a date of an earlier year."""
    year = opened.year_of_heading(text)
    return year is not None and time.year is not None and year < time.year


def _since_then(text: str, read: Read, words: WordBook) -> bool:
    """ "the deadliest since an attack that killed hundreds", "a week after a raid killed 40": the older happening."""
    before = text[: read.slot.quantity.core_end]
    another = words.of(EarlierWords).after_another
    behind = [m for m in another.finditer(before) if not set(before[m.end() :]) & set(",;:")]
    return bool(words.of(BackgroundWords).superlative_since.search(before) or behind)


def _other_date(clause: str, sentence: str, time: ReportTime, words: BackgroundWords) -> bool:
    """An explicit date that lies before everything that the report's beginning dates."""
    begun = {d for since in _SINCE.findall(sentence) for d in time.names.days_in(since)}
    dates = [d for d in time.names.days_in(clause) if d not in begun]
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


def _other_day(clause: str, sentence: str, time: ReportTime, words: BackgroundWords) -> bool:
    """ "Saturday's bombing killed ..." in a report of a Wednesday."""
    days = time.names.weekdays_in(clause)
    if days and time.disaster and words.known_disaster.search(sentence):
        return False  # "the quake, which struck on Saturday", where the lead tells what its toll was on Monday
    return bool(days and time.days and not days & time.days and words.happening.search(clause))
