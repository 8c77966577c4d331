"""The day on which a figure's source said it: "the Observatory said on Sunday"."""

from __future__ import annotations

import re

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Figure
from rashomon.model.moment import When

#: Between a speaker and the day of speaking stand the verb and at most two small words ("said in Geneva on").
MAX_WORDS_BETWEEN = 4
_THAT = re.compile(r",?\s+that\b")


def with_statement_day(figure: Figure, analysis: Analysis) -> Figure:
    """The figure with `said_when`, where its source's sentence names the day next to the speech.

    A day behind a source that stands behind the number ("killed 40, officials said on Friday") dates the speech alone,
    as does one before "that" ("officials said on Friday that 40").
    """
    if figure.attribution is None:
        return figure
    said = statement_day(figure.attribution, analysis)
    if said is None:
        return figure
    text = analysis.report.field_text(said.field)
    behind = figure.number_end <= figure.attribution.start and figure.attribution.end <= said.start
    before = figure.attribution.end <= said.start and _THAT.match(text, said.end) is not None
    speech_alone = (behind or before) and figure.field == said.field and figure.when == said
    return msgspec.structs.replace(figure, said_when=said, when=None if speech_alone else figure.when)


def statement_day(attribution: Attribution, analysis: Analysis) -> When | None:
    """The time expression nearest to the speaker in its sentence with only the speech verb between, or null."""
    sentence = analysis.sentence_at(attribution.field, attribution.start)
    if sentence is None:
        return None
    near: list[tuple[int, int, When]] = []
    for time in analysis.times_in(sentence.field, sentence.start, sentence.end):
        if _dates_a_noun(time, sentence):
            continue
        low, high = min(attribution.end, time.end), max(attribution.start, time.start)
        between = analysis.report.field_text(sentence.field)[low:high]
        words = between.split()
        # A number or a clause boundary between them: the day belongs to what is said.
        if len(words) <= MAX_WORDS_BETWEEN and "," not in between and " that " not in f" {between} ":
            near.append((len(words), time.start, time))
    return min(near, key=lambda n: n[:2])[2] if near else None


def _dates_a_noun(time: When, sentence: Sentence) -> bool:
    """Whether a time stands before the noun that it dates: "an August 21 attack", "Sunday's raid"."""
    token = sentence.parse.at(time.start - sentence.start) if sentence.parse is not None else None
    if token is None or sentence.parse is None or token.dep not in ("nmod", "compound", "amod", "poss", "nummod"):
        return False
    head = sentence.parse.head(token)
    return head.pos == "NOUN" and sentence.start + head.start >= time.end
