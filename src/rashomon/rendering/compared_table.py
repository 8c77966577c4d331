"""A comparison with another data set as a page, as JSON, and its pairs as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.model.compared_table import OurLine, TableComparison, TheirLine, Verdict
from rashomon.rendering import wording
from rashomon.rendering.csv_table import csv_bytes
from rashomon.rendering.json_file import encode
from rashomon.rendering.markdown_text import escape

_NAMES = {"acled": "ACLED", "ged": "UCDP GED", "hxl": "HXL"}
#: The verdicts as a page lists them, the agreeing ones first.
_VERDICTS: dict[Verdict, str] = {
    "same": "the same number as an origin of ours",
    "inside": "inside our range",
    "overlapping": "outside our range, but their range overlaps it",
    "outside": "outside our range",
    "earlier": "a number that its origin has since replaced",
    "party": "a party's claim",
    "only theirs": "a number of theirs only",
    "only ours": "a number of ours only",
    "none": "no dead in either",
}
_COLUMNS = (
    "found_in", "verdict", "outside_by", "our_story", "our_event", "our_about", "our_start", "our_end", "our_place",
    "our_numbers", "their_row", "their_id", "their_start", "their_end", "their_place", "their_low", "their_best",
    "their_high", "km", "days", "score", "text", "reviewed",
)  # fmt: skip


def compared_files(comparison: TableComparison) -> dict[str, bytes]:
    """`compared.md`, `compared.json` and `compared.csv`."""
    return {
        "compared.md": compared_markdown(comparison),
        "compared.json": encode(comparison),
        "compared.csv": compared_csv(comparison),
    }


def compared_markdown(comparison: TableComparison) -> bytes:
    """The page: how many events are in both, how their numbers agree, what each misses, what was not compared."""
    c = comparison
    note = c.reviewed[:1].upper() + c.reviewed[1:]
    lines = [f"# {escape(c.table)} against the record", "", escape(f"{note}. {c.names}".strip()), ""]
    lines += [f"{_many(c.rows, 'row')} of {_NAMES[c.format]}. {_many(len(c.pairs), 'event')} in both, "
              f"{len(c.they_miss)} only in the record, {len(c.we_miss)} only in the table.", ""]  # fmt: skip
    found = Counter(p.verdict for p in c.pairs)
    lines += ["## In both", "", *([f"- {found[v]}: {said}" for v, said in _VERDICTS.items() if found[v]] or ["None."])]
    lines += [""] if c.pairs else []
    for pair in c.pairs:
        km = "" if pair.km is None else f", {pair.km:g} km apart"
        apart = f"{km}, {_many(pair.days, 'day')} apart" if pair.days else km
        lines.append(f"- {_ours(pair.ours)} = row {pair.theirs.row}{_id(pair.theirs)}{apart}. {escape(pair.text)}")
    lines += ["", "## Only in the record", "", *([f"- {_ours(o)}{_numbers(o)}" for o in c.they_miss] or ["None."])]
    lines += ["", "## Only in the table", "", *([f"- {_theirs(t)}" for t in c.we_miss] or ["None."])]
    if c.not_compared:
        lines += ["", "## Not compared", ""]
        lines += [f"- {n.count} of {n.whose}: {n.reason}" for n in c.not_compared]
    if c.issues:
        lines += ["", "## Rows with faults", "", *(f"- {escape(i.message)} {escape(i.suggestion)}" for i in c.issues)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def compared_csv(comparison: TableComparison) -> bytes:
    """Every event of either as a row: the pairs, then those of the record only, then those of the table only."""
    return csv_bytes(_COLUMNS, ({**row, "reviewed": comparison.reviewed} for row in _rows(comparison)))


def _rows(comparison: TableComparison) -> Iterator[dict[str, str | float | None]]:
    for pair in comparison.pairs:
        yield {
            "found_in": "both",
            "verdict": pair.verdict,
            "outside_by": pair.by,
            **_our_cells(pair.ours),
            **_their_cells(pair.theirs),
            "km": pair.km,
            "days": pair.days,
            "score": pair.score,
            "text": pair.text,
        }
    yield from ({"found_in": "record", **_our_cells(o)} for o in comparison.they_miss)
    yield from ({"found_in": "table", **_their_cells(t)} for t in comparison.we_miss)


def _our_cells(ours: OurLine) -> dict[str, str | float | None]:
    return {
        "our_story": ours.story,
        "our_event": ours.event,
        "our_about": ours.about,
        "our_start": str(ours.start),
        "our_end": str(ours.end),
        "our_place": ours.place,
        "our_numbers": "; ".join(_counted(ours)),
    }


def _their_cells(theirs: TheirLine) -> dict[str, str | float | None]:
    return {
        "their_row": theirs.row,
        "their_id": theirs.id,
        "their_start": str(theirs.start),
        "their_end": str(theirs.end),
        "their_place": theirs.place,
        "their_low": theirs.low,
        "their_best": theirs.best,
        "their_high": theirs.high,
    }


def _ours(ours: OurLine) -> str:
    return f"{escape(ours.about)}, {escape(ours.place)}, {wording.days(ours.start, ours.end)}"


def _numbers(ours: OurLine) -> str:
    told = _counted(ours)
    return f": {escape('; '.join(told))}" if told else ""


def _counted(ours: OurLine) -> Sequence[str]:
    """Each origin's number: "27 or more (United Nations)", "11 (Monitor, since replaced)"."""
    found = []
    for count in ours.counts:
        aside = ", since replaced" if count.replaced else ", a party to it" if count.party else ""
        found.append(f"{wording.bounds(count.number, count.high)} ({count.voice}{aside})")
    return list(dict.fromkeys(found))


def _theirs(theirs: TheirLine) -> str:
    best = "" if theirs.best is None else f", {theirs.best} dead"
    where = f"{escape(theirs.place)}, " if theirs.place else ""
    return f"row {theirs.row}{_id(theirs)}: {where}{wording.days(theirs.start, theirs.end)}{best}"


def _id(theirs: TheirLine) -> str:
    return f" ({escape(theirs.id)})" if theirs.id else ""


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else noun + 's'}"
