"""The tables of what happened and who told it: events, roots, reports."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.rendering.exports.answers import shown_root
from rashomon.rendering.exports.tables.cells import day_of, names, place_cells, text
from rashomon.rendering.exports.tables.shape import PLACE, STORY, Column, Row, Table
from rashomon.rendering.lookup import Lookup


def _events(lookup: Lookup) -> Iterator[Row]:
    for event in lookup.dossier.events:
        yield {
            "story": lookup.dossier.story,
            "id": event.id,
            "type": event.type,
            "sub_type": event.sub_type,
            "plover": event.plover,
            "mode": event.mode,
            "aux_modes": list(event.aux_modes),
            "actors": names(event.actors),
            "recipients": names(event.recipients),
            "accused": [text(a) or "" for a in event.accused],
            **place_cells(event.place, lookup),
            "start_date": event.start_date,
            "end_date": event.end_date,
            "date_precision": event.precision,
            "realis": event.realis,
            "means": text(event.means),
            "parent": event.parent,
            "background": event.background,
            "claims": list(event.claims),
        }


def _roots(lookup: Lookup) -> Iterator[Row]:
    for root in lookup.dossier.roots:
        yield {
            "story": lookup.dossier.story,
            "id": root.id,
            "name": shown_root(root.name),
            "family": shown_root(root.family),
            "kind": root.kind,
            "side": text(root.side),
            "works_under": text(root.works_under),
            "draws_on": [shown_root(name) for name in root.draws_on],
            "grade": root.grade,
        }


def _reports(lookup: Lookup) -> Iterator[Row]:
    for report in lookup.dossier.reports:
        yield {
            "story": lookup.dossier.story,
            "id": report.id,
            "given_ids": [text(i) or "" for i in report.given_ids],
            "outlet": text(report.outlet),
            "agency": text(report.agency),
            "url": text(report.url),
            "title": text(report.title),
            "published": report.published,
            "published_on": day_of(report.published),
            "published_how": report.published_how,
            "lang": report.lang,
            "lineage": text(report.lineage),
            "read": report.read,
            "copy_group": report.copy_group,
            "copy_of": lookup.copy_of.get(report.id),
        }


EVENTS = Table(
    "events",
    "One happening over all reports.",
    (
        STORY,
        Column("id", "text", "The event's id."),
        Column("type", "text", "ACLED's event type, or disaster:<kind>."),
        Column("sub_type", "text", "ACLED's sub-event type."),
        Column("plover", "text", "PLOVER's event."),
        Column("mode", "text", "PLOVER's mode."),
        Column("aux_modes", "texts", "historical, future, hypothetical, negation."),
        Column("actors", "texts", "Who did it, where that may be stated; private persons by role."),
        Column("recipients", "texts", "To whom."),
        Column("accused", "texts", "Who is named as the doer without being established."),
        *PLACE,
        Column("start_date", "day", "First day."),
        Column("end_date", "day", "Last day, inclusive."),
        Column("date_precision", "text", "instant, hour, day, week, month, year, period, unknown."),
        Column("realis", "text", "happened, claimed, denied, feared, planned, background."),
        Column("means", "text", "The weapon or hazard, as worded."),
        Column("parent", "text", "The longer event that it belongs to."),
        Column("background", "flag", "Whether it is of another time."),
        Column("claims", "texts", "The event claims that it is made of."),
    ),
    _events,
)
ROOTS = Table(
    "roots",
    "An organisation or named office that produced information.",
    (
        STORY,
        Column("id", "text", "The root's id."),
        Column("name", "text", "Its name."),
        Column("family", "text", "The family that it belongs to."),
        Column("kind", "text", "monitor, un, aid, government, army, party, ministry, hospital, ..."),
        Column("side", "text", "Its side."),
        Column("works_under", "text", "The party that it works under."),
        Column("draws_on", "texts", "The roots that it compiles."),
        Column("grade", "text", "A user's own grade, A to F; none is shipped."),
    ),
    _roots,
)
REPORTS = Table(
    "reports",
    "One version of one article by one outlet.",
    (
        STORY,
        Column("id", "text", "The report's id."),
        Column("given_ids", "texts", "The ids that it came with."),
        Column("outlet", "text", "Who printed it."),
        Column("agency", "text", "The agency whose text it is."),
        Column("url", "text", "Its address, as given: text, not checked."),
        Column("title", "text", "Its title, names masked."),
        Column("published", "text", "ISO instant, day, month or year, as exactly as it is known."),
        Column("published_on", "day", "The same where it is known to the day."),
        Column("published_how", "text", "given, page, text, address, unknown."),
        Column("lang", "text", "Its language."),
        Column("lineage", "text", "The page whose version it is."),
        Column("read", "flag", "Whether it was read for claims."),
        Column("copy_group", "text", "The reports that carry the same text."),
        Column("copy_of", "text", "The report that it copies."),
    ),
    _reports,
)
