"""The figure board: a row a question, a column an origin, in each cell that origin's figures in the source's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.dossier import Dossier
from rashomon.rendering.components.chart_points import has_history
from rashomon.rendering.components.citable import Citable, best_citable, is_contradicted
from rashomon.rendering.components.figure_table import FigureBlock, FigureGroup, Row
from rashomon.rendering.components.step_chart import step_chart
from rashomon.rendering.lookup import Lookup, lookup_of
from rashomon.rendering.page_sections import last_day

#: Columns of origins of their own; the figures of the others share one more column, each with its origin's name.
_MOST_ORIGINS = 6
OTHERS = "Other origins"
Link = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: its words, where they are read, whether another origin contradicts it, whether it names its own."""

    row: Row
    address: str
    contradicted: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One question: its range, its figures column by column, a line to cite, and its history: empty without one."""

    block: FigureBlock
    columns: tuple[tuple[Cell, ...], ...]
    chart: Markup
    wide: bool
    cite: Citable | None


@dataclass(frozen=True, slots=True)
class Board:
    """The questions of one measure over the origins that answer them; `more` are those behind a fold."""

    label: str
    origins: tuple[str, ...]
    lines: tuple[Line, ...]
    more: tuple[Line, ...]


def figure_boards(dossier: Dossier, groups: Sequence[FigureGroup], link: Link) -> list[Board]:
    """A board a measure, in the order of the groups; `link` gives the address of a claim's words."""
    lookup = lookup_of(dossier)
    return [_board(group, lookup, link) for group in groups]


def _board(group: FigureGroup, lookup: Lookup, link: Link) -> Board:
    counts = Counter(row.origin for block in (*group.blocks, *group.more) for row in block.rows)
    ranked = [origin for origin, _ in counts.most_common()]
    # One origin alone in the shared column has the column to itself.
    own = ranked if len(ranked) <= _MOST_ORIGINS + 1 else ranked[:_MOST_ORIGINS]
    origins = tuple(own) if len(own) == len(ranked) else (*own, OTHERS)

    def line(block: FigureBlock) -> Line:
        return _line(block, origins, lookup, link)

    return Board(group.label, origins, tuple(map(line, group.blocks)), tuple(map(line, group.more)))


def _line(block: FigureBlock, origins: Sequence[str], lookup: Lookup, link: Link) -> Line:
    columns: dict[str, list[Cell]] = {origin: [] for origin in origins}
    for row in block.rows:
        column = row.origin if row.origin in columns else OTHERS
        columns[column].append(Cell(row, link(row.claim), is_contradicted(row.claim, lookup), column == OTHERS))
    assessment = next(a for a in lookup.dossier.assessments if a.id == block.id)
    chart, wide = Markup(""), False
    if has_history(assessment, lookup):
        chart, wide = step_chart(assessment, lookup, last_day(lookup.dossier), link)
    cells = tuple(tuple(sorted(told, key=lambda cell: cell.row.old)) for told in columns.values())
    return Line(block, cells, chart, wide, best_citable(assessment, lookup))
