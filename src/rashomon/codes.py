"""Every issue code of every stage with its meaning: what the reference lists and the tests ask for."""

from __future__ import annotations

from rashomon.adapters.fetching.codes import FETCHING_CODES
from rashomon.comparing.tables.codes import CODES as COMPARING
from rashomon.composing.codes import CODES as COMPOSING
from rashomon.extraction.codes import CODES as EXTRACTION
from rashomon.grouping.codes import CODES as GROUPING
from rashomon.project.codes import PROJECT_CODES
from rashomon.reading.codes import READING_CODES
from rashomon.reconciliation.codes import CODES as RECONCILIATION

ALL_CODES: dict[str, str] = {
    **FETCHING_CODES,
    **READING_CODES,
    **EXTRACTION,
    **GROUPING,
    **RECONCILIATION,
    **COMPOSING,
    **COMPARING,
    **PROJECT_CODES,
}
