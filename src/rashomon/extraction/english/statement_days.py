"""The day on which a figure's source said it: "the Observatory said on Sunday"."""

from __future__ import annotations

import re

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.knowledge.speech import SpeechWords
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Figure
from rashomon.model.moment import When

#: Between a speaker and the day of speaking stand the verb and at most two small words ("said in Geneva on").
MAX_WORDS_BETWEEN = 4
_THAT = re.compile(r",?\s+that\b")


def with_statement_day(figure: Figure, analysis: Analysis, words: SpeechWords) -> Figure:
    """The figure with `said_when`, where its source's sentence names the day next to the speech.

    A day behind a source that stands behind the number ("killed 40, officials said on Friday") dates the speech alone,
    as does one before "that" ("officials said on Friday that 40"), and one that opens a sentence whose verb is the
    speech ("on Friday the ministry said 40"). Who speaks on in the next sentence speaks of that day.
    """
    if figure.attribution is None:
        return figure
    opening = _opening_day(figure, analysis, words)
    if opening is not None:
        when = None if figure.when == opening else figure.when
        return msgspec.structs.replace(figure, said_when=opening, when=when)
    said = statement_day(figure.attribution, analysis) or _day_told_before(figure, analysis, words)
    if said is None:
        return figure
    text = analysis.report.field_text(said.field)
    behind = figure.number_end <= figure.attribution.start and figure.attribution.end <= said.start
    before = figure.attribution.end <= said.start and _THAT.match(text, said.end) is not None
    speech_alone = (behind or before) and figure.field == said.field and figure.when == said
    return msgspec.structs.replace(figure, said_when=said, when=None if speech_alone else figure.when)


def _day_told_before(figure: Figure, analysis: Analysis, words: SpeechWords) -> When | None:
    """The day on which a source spoke that is named in the sentence before: "she said in an interview on Friday"."""
    source = figure.attribution
    sentence = analysis.sentence_at(source.field, source.start) if source is not None else None
    if source is None or sentence is None or sentence.parse is None:
        return None
    if source.field != figure.field or not sentence.end <= figure.start:
        return None
    speaker = sentence.parse.at(source.end - 1 - sentence.start)
    verb = _verb_of(speaker, sentence.parse) if speaker is not None else None
    if verb is None or verb.lemma not in words.verbs:
        return None
    for time in analysis.times_in(sentence.field, sentence.start, sentence.end):
        token = sentence.parse.at(time.start - sentence.start)
        if token is not None and not _is_span(token, sentence.parse):
            of = _verb_of(token, sentence.parse)
            if of is not None and of.i == verb.i:
                return time
    return None


def _opening_day(figure: Figure, analysis: Analysis, words: SpeechWords) -> When | None:
    """The figure's own day where that hangs on a verb of speech whose content, behind both, tells it; else null."""
    day, said = figure.when, figure.attribution
    sentence = analysis.sentence_at(figure.field, figure.start)
    if day is None or said is None or sentence is None or sentence.parse is None:
        return None
    if not sentence.start <= day.start < day.end <= figure.number_start or said.start > figure.number_start:
        return None
    parse = sentence.parse
    token, number = parse.at(day.start - sentence.start), parse.at(figure.number_start - sentence.start)
    if token is None or number is None or _is_span(token, parse):
        return None
    verb = _verb_of(token, parse)
    if verb is None or verb.lemma not in words.verbs or verb.i > number.i:
        return None
    speaker = parse.at(said.end - 1 - sentence.start)
    own = _verb_of(speaker, parse) if speaker is not None else None
    if own is None or own.i != verb.i:
        return None
    return day if _tells(verb, number, parse) else None


def _is_span(token: Token, parse: Parse) -> bool:
    """Whether a time says from when or until when: "since Friday", which dates what is told, not who tells it."""
    own = [token, *(a for a in parse.ancestors(token))]
    link = next((a for a in own if a.pos in ("VERB", "AUX", "ADP", "SCONJ")), token)
    return link.pos in ("ADP", "SCONJ") and link.lower != "on"


def _verb_of(token: Token, parse: Parse) -> Token | None:
    """The verb that a word hangs on."""
    return next((a for a in parse.ancestors(token) if a.pos in ("VERB", "AUX")), None)


def _tells(verb: Token, number: Token, parse: Parse) -> bool:
    """Whether a number stands in the content of a verb of speech, in the first clause of it that has a verb."""
    return any(a.head == verb.i and a.dep in ("ccomp", "dobj", "prep") for a in (number, *parse.ancestors(number)))


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
