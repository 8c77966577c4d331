"""Stories' lines in the store: kept with their dossiers, found by words, place, day and doubt."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, or_, select, update

from rashomon.model.summary import StorySummary
from rashomon.storage import tables
from rashomon.storage.packing import instant, pack, stamp, unpack

_CHUNK = 500
#: So many words of a search count.
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories a list shows: those that hold every word, at a place, with a report since an instant, in doubt."""

    words: str = ""
    place: str = ""
    since: dt.datetime | None = None
    doubts: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.words.strip() or self.place.strip() or self.since or self.doubts)


@dataclass(frozen=True, slots=True)
class Listed:
    """A story of a list: its line (null where none was made yet), and whether that is of the story as it stands."""

    story: str
    newest: dt.datetime | None
    reports: int
    changed: int
    summary: StorySummary | None
    current: bool


def folded(text: str) -> str:
    """A text as it is found by: without case and accents, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def save_summary(connection: Connection, summary: StorySummary, state: str, made_by: str) -> None:
    """Keep a story's line, in place of the one before."""
    drop_summaries(connection, [summary.story])
    places = [summary.place or "", summary.country or ""]
    words = [summary.headline, *summary.titles, *places, *summary.measures, summary.main.label if summary.main else ""]
    connection.execute(
        insert(tables.summaries).values(
            story=summary.story,
            state=state,
            made_by=made_by,
            words=folded(" ".join(words)),
            places=folded(" ".join(places)),
            doubts=summary.doubts,
            record=pack(summary),
        )
    )


def is_current(connection: Connection, story: str, state: str, made_by: str) -> bool:
    """Whether a story's line is of this state and by this program."""
    table = tables.summaries
    wanted = select(table.c.story).where(table.c.story == story, table.c.state == state, table.c.made_by == made_by)
    return connection.execute(wanted).first() is not None


def drop_summaries(connection: Connection, stories: Collection[str]) -> None:
    """Forget the lines of these stories."""
    for some in _chunks(stories):
        connection.execute(delete(tables.summaries).where(tables.summaries.c.story.in_(some)))


def outdate(connection: Connection, stories: Collection[str] | None) -> None:
    """Say that these stories' lines (all, without any) no longer tell how the stories stand."""
    if stories is None:
        connection.execute(update(tables.summaries).values(state=""))
        return
    for some in _chunks(stories):
        connection.execute(update(tables.summaries).where(tables.summaries.c.story.in_(some)).values(state=""))


def list_summaries(
    connection: Connection, wanted: Wanted, made_by: str, *, limit: int, start: int = 0
) -> tuple[list[Listed], int]:
    """The stories wanted, that with the newest report first, and how many there are."""
    stories, lines = tables.stories, tables.summaries
    joined = stories.join(lines, lines.c.story == stories.c.id, isouter=wanted.everything)
    conditions = _conditions(wanted)
    count = connection.execute(select(func.count()).select_from(joined).where(*conditions)).scalar_one()
    rows = (
        _columns()
        .select_from(joined)
        .where(*conditions)
        .order_by(stories.c.newest.is_(None), stories.c.newest.desc(), stories.c.id)
    )
    return [_listed(row, made_by) for row in connection.execute(rows.limit(limit).offset(start))], count


def headlines(connection: Connection, stories: Collection[str], made_by: str) -> dict[str, str]:
    """The headlines of those of these stories whose line tells how they stand."""
    table, lines = tables.stories, tables.summaries
    wanted = select(lines.c.story, lines.c.record).join(table, table.c.id == lines.c.story)
    now = wanted.where(lines.c.state == table.c.state, lines.c.made_by == made_by)
    return {
        row.story: unpack(row.record, StorySummary).headline
        for some in _chunks(stories)
        for row in connection.execute(now.where(lines.c.story.in_(some)))
    }


def outdated(connection: Connection, made_by: str, *, limit: int) -> tuple[list[str], int]:
    """Stories whose line is missing or of another state or program, that with the newest report first; how many."""
    stories, lines = tables.stories, tables.summaries
    joined = stories.join(lines, lines.c.story == stories.c.id, isouter=True)
    stale = or_(lines.c.story.is_(None), lines.c.state != stories.c.state, lines.c.made_by != made_by)
    count = connection.execute(select(func.count()).select_from(joined).where(stale)).scalar_one()
    if not count:
        return [], 0
    rows = select(stories.c.id).select_from(joined).where(stale).order_by(stories.c.newest.desc(), stories.c.id)
    return list(connection.execute(rows.limit(limit)).scalars()), count


def summaries_raw(connection: Connection) -> Sequence[tuple[str, str, str, bytes]]:
    """Every line as it lies there: story, state, program, record."""
    table = tables.summaries
    wanted = select(table.c.story, table.c.state, table.c.made_by, table.c.record).order_by(table.c.story)
    return [(r.story, r.state, r.made_by, r.record) for r in connection.execute(wanted)]


def _columns() -> Select[tuple[object, ...]]:
    stories, lines = tables.stories, tables.summaries
    return select(
        stories.c.id, stories.c.newest, stories.c.reports, stories.c.changed, stories.c.state,
        lines.c.state.label("made_of"), lines.c.made_by, lines.c.record,
    )  # fmt: skip


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    lines = tables.summaries
    found: list[ColumnElement[bool]] = []
    words = folded(wanted.words).split()[:_MOST_WORDS]
    if words:
        found.append(and_(*(lines.c.words.contains(word, autoescape=True) for word in words)))
    if place := folded(wanted.place):
        found.append(lines.c.places.contains(place, autoescape=True))
    if wanted.since is not None:
        found.append(tables.stories.c.newest >= stamp(wanted.since))
    if wanted.doubts:
        found.append(lines.c.doubts > 0)
    return found


def _listed(row: object, made_by: str) -> Listed:
    record = row.record  # type: ignore[attr-defined]
    return Listed(
        story=row.id,  # type: ignore[attr-defined]
        newest=instant(row.newest),  # type: ignore[attr-defined]
        reports=row.reports,  # type: ignore[attr-defined]
        changed=row.changed,  # type: ignore[attr-defined]
        summary=unpack(record, StorySummary) if record is not None else None,
        current=(row.made_of, row.made_by) == (row.state, made_by),  # type: ignore[attr-defined]
    )


def _chunks(values: Collection[str]) -> Iterator[list[str]]:
    every = sorted(values)
    for at in range(0, len(every), _CHUNK):
        yield every[at : at + _CHUNK]
