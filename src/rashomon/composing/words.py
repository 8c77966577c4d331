"""All that words the record of one story, built once from the protected material."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from rashomon.composing.dates import DateWords
from rashomon.composing.event_wording import EventPhrases
from rashomon.composing.figure_wording import FigureWords
from rashomon.composing.known_names import KnownNames
from rashomon.composing.ledger import Ledger
from rashomon.composing.naming import Naming
from rashomon.composing.statement_wording import StatementWords
from rashomon.composing.told_places import with_told_places
from rashomon.knowledge.library import Library
from rashomon.model.material import Material, Reconciled

#: News tells of the last weeks; what lies further back is told as background.
_RECENT = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Words:
    """The wordings of names, dates, figures, events and statements over one ledger."""

    library: Library
    ledger: Ledger
    naming: Naming
    dates: DateWords
    figures: FigureWords
    events: EventPhrases
    statements: StatementWords
    story_start: dt.date | None

    def is_old(self, date: dt.date | None) -> bool:
        """Whether a day lies before the story."""
        return date is not None and self.story_start is not None and date < self.story_start


def words_for(material: Material, reconciled: Reconciled, library: Library, known: KnownNames | None = None) -> Words:
    """The wordings for one story; `material` and `reconciled` are protected already, `known` null names everybody."""
    ledger = Ledger(material, with_told_places(reconciled.events, material.claims))
    naming = Naming(library, ledger, known)
    dates = DateWords(_story_year(material, reconciled))
    return Words(
        library=library,
        ledger=ledger,
        naming=naming,
        dates=dates,
        figures=FigureWords(library, ledger, naming, dates),
        events=EventPhrases(library, ledger, naming, dates),
        statements=StatementWords(library, ledger, naming, known),
        story_start=_story_start(material),
    )


def _story_start(material: Material) -> dt.date | None:
    """What ended before this day is background: _RECENT before the first report."""
    published = [r.published.earliest.date() for r in material.reports if r.published]
    return min(published) - _RECENT if published else None


def _story_year(material: Material, reconciled: Reconciled) -> int | None:
    """The year most of the story's events, else its reports, stand in."""
    dates: list[dt.date] = [e.start_date for e in reconciled.events if e.start_date and not e.background]
    dates = dates or [r.published.earliest.date() for r in material.reports if r.published]
    years = Counter(d.year for d in dates)
    return max(years, key=lambda y: (years[y], y)) if years else None
