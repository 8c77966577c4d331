"""Lines that only name a source ("Source: Kotri Police"), and which sentences around them are that source's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_names import organisation_in
from rashomon.extraction.english.source_reading import Spoken
from rashomon.extraction.english.source_tags import is_source
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution
from rashomon.model.passage import Field
from rashomon.model.report import Report

#: So many sentences before a line that credits a source are that source's.
_BEFORE = 2
_CREDIT = re.compile(r"(?i:sources?)[:.]\s+(?P<name>[A-Z][^:;!?\"“”|]{2,200}?)\.?")
_LABEL = re.compile(r"(?P<label>[A-Z][\w ]{2,24})[:.](?=\s|$)")
#: The sentences of a field with their acts of speech.
Read = Sequence[tuple[Sentence, list[Spoken]]]


@dataclass(frozen=True, slots=True)
class LabelWords(WordClasses):
    """Labels of the parts of a report that has its source in a line of its own."""

    source: ClassVar[str] = "en/words/sources.toml#labels"

    details: frozenset[str]
    earlier: frozenset[str]


def read_credit(sentence: Sentence, library: Library) -> Attribution | None:
    """The source of a line that only names it ("Source: Kotri Police"); else null."""
    line = _CREDIT.fullmatch(sentence.text.strip())
    if line is None:
        return None
    return _attribution(sentence.field, sentence.start + sentence.text.find(line["name"]), line["name"], library)


def credit_lines(report: Report, library: Library) -> list[Attribution]:
    """The sources of a page's lines that only name one, pictures' and media's left out."""
    found: list[Attribution] = []
    for block in report.blocks:
        text = report.text[block.start : block.end]
        line = _CREDIT.fullmatch(text.strip()) if block.kind == "credit" else None
        if line is None:
            continue
        credit = _attribution("text", block.start + text.find(line["name"]), line["name"], library)
        known = library.organisations.find(credit.text)
        holder = credit.text.partition(" of ")[0]
        described = credit.origin != credit.text or is_source(holder, library) or is_source(credit.text, library)
        if described and (known is None or known.kind != "media"):
            found.append(credit)
    return found


def _attribution(field: Field, start: int, words: str, library: Library) -> Attribution:
    """The source that a line names: with the post of a person, and without where it was heard ("speaking on air")."""
    name, *behind = words.split(", ")
    post = behind[0] if behind else ""
    held = any(library.speech.role_of(w) is not None for w in post.lower().split())
    text = f"{name}, {post}" if held else words
    origin = (organisation_in(post, None, library) or name) if held else words
    return Attribution(field=field, start=start, end=start + len(text), text=text, origin=origin)


def credited(credit: Attribution, read: Read, library: Library) -> Iterator[Sentence]:
    """The sentences that a line's source answers for: those right before it, and all below a label for details."""
    before = [pair for pair in read if pair[0].end <= credit.start]
    behind = read[len(before) :]
    for sentence, spoken in reversed(before[-_BEFORE:]):
        if any(s.act.attributes for s in spoken):
            break
        yield sentence
    labels = library.words.of(LabelWords)
    if not behind or _label(behind[0][0]) not in labels.details:
        return
    for sentence, spoken in behind:
        if any(s.act.attributes for s in spoken) or _label(sentence) in labels.earlier:
            return
        yield sentence


def _label(sentence: Sentence) -> str:
    """The word that labels a part of a report, where a sentence opens with one: "Details:"."""
    found = _LABEL.match(sentence.text)
    return found["label"].lower() if found is not None else ""
