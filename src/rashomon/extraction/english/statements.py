"""Who says what in a report: speaker, verb and what is said, quoted or paraphrased."""

from __future__ import annotations

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_reading import Spoken
from rashomon.model.claim import Statement
from rashomon.model.ids import content_id

_QUOTES = frozenset('"“”«»„')
#: What is said in fewer characters is no statement.
_SHORTEST = 8


def extract_statements(analysis: Analysis) -> tuple[Statement, ...]:
    """The statements of a report in text order, one for each stretch that is said."""
    found: list[Statement] = []
    for read in analysis.speech.values():
        taken: set[tuple[int, int]] = set()
        for _, acts in read:
            for spoken in acts:
                statement = _statement(analysis.report.id, spoken)
                if statement is None or (statement.content_start, statement.content_end) in taken:
                    continue
                taken.add((statement.content_start, statement.content_end))
                found.append(statement)
    return tuple(found)


def _statement(report: str, spoken: Spoken) -> Statement | None:
    act, sentence, speaker, named = spoken.act, spoken.sentence, spoken.speaker, spoken.attribution
    if act.content is None or act.content[1] - act.content[0] < _SHORTEST:
        return None
    low, high = act.content
    anchor = (sentence.start + act.anchor[0], sentence.start + act.anchor[1])
    name = speaker.name or named.text
    offset = named.text.find(name)
    at = (named.start + offset, named.start + offset + len(name)) if offset >= 0 else (named.start, named.end)
    return Statement(
        id=content_id("stm", report, sentence.field, "statement", *anchor),
        report=report,
        made_by=f"speech: {_rule(act)}",
        field=sentence.field,
        start=sentence.start,
        end=sentence.end,
        speaker=name if offset >= 0 else named.text,
        speaker_start=at[0],
        speaker_end=at[1],
        speaker_role=speaker.role,
        organisation=_organisation(spoken),
        verb=act.verb,
        verb_class=act.verb_class,
        quote=not _QUOTES.isdisjoint(sentence.text[low:high]),
        content_start=sentence.start + low,
        content_end=sentence.start + high,
        private=speaker.private,
    )


def _rule(act: SpeechAct) -> str:
    """How the words show that something was said: by "according to", or by a verb before or behind what is said."""
    if " " in act.verb:
        return act.verb
    return "verb behind" if act.whole else "verb before"


def _organisation(spoken: Spoken) -> str | None:
    speaker = spoken.speaker
    if speaker.organisation is not None:
        return speaker.organisation
    return spoken.attribution.origin or spoken.attribution.agency if speaker.kind in ("body", "media") else None
