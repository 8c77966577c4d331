"""The sentences of a report, parsed where a trigger says that they can hold a claim."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english import events, figures, sources
from rashomon.extraction.english.headline_case import sentence_cased
from rashomon.knowledge.library import Library
from rashomon.language.sentences import split_report
from rashomon.language.syntax import Parser, Sentence
from rashomon.model.remembered import remembered
from rashomon.model.report import Report

#: Reports longer than this are not parsed ahead: their sentences fill batches by themselves (characters).
_LONG = 20_000


def parsed_sentences(report: Report, parser: Parser, library: Library) -> tuple[Sentence, ...]:
    """The sentences of a report; those that can hold a claim have their parse."""
    split, given = _kept_split(report, library) if _is_short(report) else _split(report, library)
    parses = dict(zip(given, parser.parse_all(list(given.values())), strict=True))
    return tuple(msgspec.structs.replace(s, parse=parses[s.index]) if s.index in parses else s for s in split)


def parse_ahead(reports: Sequence[Report], parser: Parser, library: Library) -> None:
    """Parse the sentences of several reports together, for a parser that keeps its parses until they are asked for."""
    short = [r for r in reports if r.read and _is_short(r)]
    parser.parse_all([text for report in short for text in _kept_split(report, library)[1].values()])


def _is_short(report: Report) -> bool:
    return len(report.text) <= _LONG


def _split(report: Report, library: Library) -> tuple[tuple[Sentence, ...], dict[int, str]]:
    """The sentences, and what the parser is given of those that can hold a claim, by their index."""
    split = split_report(report, library.words)
    return split, {s.index: _for_parser(s, library) for s in split if _may_claim(s.text, library)}


#: A report is split when it is parsed ahead, and soon after when it is read.
_kept_split = remembered(most=32)(_split)


def _for_parser(sentence: Sentence, library: Library) -> str:
    """Headlines in Title Case parse badly: the parser gets them with their common words in lower case."""
    return sentence_cased(sentence.text, library.word_rarity) if sentence.field == "title" else sentence.text


def _may_claim(text: str, library: Library) -> bool:
    """Parsing is the main cost of a report, so each kind of claim says cheaply whether a sentence can hold it."""
    # The cheapest question first.
    words = library.words
    return sources.needs_parse(text, words) or events.needs_parse(text, words) or figures.needs_parse(text, library)
