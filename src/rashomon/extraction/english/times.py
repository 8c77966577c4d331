"""The time expressions of a report, with exact spans; what they mean stays open until they are resolved."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.knowledge.library import Library
from rashomon.language.english.time_grammar import scan_times
from rashomon.language.syntax import Sentence
from rashomon.language.time_meaning import CalendarDate, TimeExpression
from rashomon.model.moment import When
from rashomon.model.report import Report


def find_times(report: Report, sentences: Sequence[Sentence], library: Library) -> tuple[When, ...]:
    """Every time expression of the sentences, in their order, none inside another.

    Numbers inside these spans are parts of dates, times of day, and lengths of time.
    """
    found: list[When] = []
    for sentence in sentences:
        scanned = scan_times(sentence.text, library.times)
        found += [_mention(report, sentence, e) for e in scanned if not _counts_something(e, sentence)]
    return tuple(found)


def _mention(report: Report, sentence: Sentence, expression: TimeExpression) -> When:
    start, end = sentence.start + expression.start, sentence.start + expression.end
    return When(field=sentence.field, start=start, end=end, text=report.field_text(sentence.field)[start:end])


def _counts_something(expression: TimeExpression, sentence: Sentence) -> bool:
    """Whether what looks like a year alone counts the plural noun after it ("in 2000 homes")."""
    meaning = expression.meaning
    if not (isinstance(meaning, CalendarDate) and meaning.month is None and meaning.part is None):
        return False
    if sentence.parse is None:
        return False
    token = sentence.parse.at(expression.start)
    if token is None or token.dep != "nummod" or token.end - token.start != 4:
        return False
    head = sentence.parse.head(token)
    return head.i > token.i and head.tag in {"NNS", "NNPS"}
