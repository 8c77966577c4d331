"""The table of formats: one line each."""

from __future__ import annotations

from rashomon.errors import UsageError
from rashomon.rendering.exports.acled import ACLED
from rashomon.rendering.exports.corrections import CORRECTIONS
from rashomon.rendering.exports.evidence import EVIDENCE
from rashomon.rendering.exports.ged import GED
from rashomon.rendering.exports.geojson import GEOJSON
from rashomon.rendering.exports.hxl import HXL
from rashomon.rendering.exports.idmc import IDMC
from rashomon.rendering.exports.incident import INCIDENT
from rashomon.rendering.exports.markdown import MARKDOWN
from rashomon.rendering.exports.plover import PLOVER
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.exports.tables import ARROW, PARQUET
from rashomon.rendering.exports.word import WORD

FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        ACLED,
        GED,
        HXL,
        GEOJSON,
        IDMC,
        PLOVER,
        PARQUET,
        ARROW,
        MARKDOWN,
        WORD,
        INCIDENT,
        EVIDENCE,
        CORRECTIONS,
    )
}  # fmt: skip


def find_format(name: str) -> Format:
    """The format of this name; raises UsageError where there is none."""
    if name not in FORMATS:
        raise UsageError(f"There is no export format {name!r}.", "Choose from " + ", ".join(FORMATS) + ".")
    return FORMATS[name]
