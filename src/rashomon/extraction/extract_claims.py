"""The extraction stage: one report in, its claims out, names and times still as mentions."""

from __future__ import annotations

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english import (
    actors,
    control,
    events,
    figures,
    places,
    relations,
    responsibility,
    sources,
    statements,
    times,
)
from rashomon.extraction.english.counted_people import with_people
from rashomon.extraction.english.descriptive_places import mark_descriptive
from rashomon.extraction.english.figure_events import with_events
from rashomon.extraction.english.source_credits import credit_lines
from rashomon.extraction.english.source_issuers import issued_sources
from rashomon.extraction.english.source_reading import read_sentences
from rashomon.extraction.english.statement_days import with_statement_day
from rashomon.extraction.parsed_sentences import parsed_sentences
from rashomon.extraction.second_reading import read_twice
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.model.asking import Ask
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report


def extract_claims(report: Report, parser: Parser, library: Library, ask: Ask | None = None) -> Outcome[ReportClaims]:
    """The claims of one report; a report that is not read (language, damage) has none.

    With `ask` a language model is a second reader of its figures (`second_reading`).
    """
    if not report.read:
        return Outcome(ReportClaims(report=report.id))
    seen = analyse(report, parser, library)
    told = events.read_events(seen, library)
    read = figures.extract_figures(seen, library)
    added, issues = read_twice(seen, read, library, ask) if ask is not None else ((), ())
    found = with_events(
        sorted((*read, *added), key=lambda f: (f.field == "text", f.number_start)), told, seen, library.words
    )
    return Outcome(
        ReportClaims(
            report=report.id,
            figures=with_people(
                [with_statement_day(f, seen, library.speech) for f in found], seen, library, told.of_disaster
            ),
            events=told.events,
            places=seen.places,
            statements=statements.extract_statements(seen),
            responsibilities=responsibility.extract_responsibilities(seen, told, library),
            relations=relations.extract_relations(seen, library),
            control=control.extract_control(seen, library),
        ),
        issues,
    )


def analyse(report: Report, parser: Parser, library: Library) -> Analysis:
    """The report's sentences, parsed where a trigger says that they can hold a claim, and the mentions in them."""
    split = parsed_sentences(report, parser, library)
    speech = read_sentences(split, library)
    found = places.find_places(report, split, library)
    return Analysis(
        report=report,
        sentences=split,
        places=mark_descriptive(found, split, library),
        times=times.find_times(report, split, library),
        actors=actors.find_actors(report, split, library),
        speech=speech,
        sources=(
            *sources.find_sources(speech, library, credit_lines(report, library), found),
            *issued_sources(report, split, library),
        ),
    )
