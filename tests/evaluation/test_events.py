"""Events scored against records in the form of the PLOVER coders'."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.events import evaluate

RECORDS = [
    {"id": "PLV-TEST-001", "event": "ASSAULT", "text": "{Rebels shelled a village near Aleppo on Monday.}",
     "source": [{"actorText": "Rebels"}]},
    {"id": "PLV-TEST-002", "event": "DISAPPROVE", "text": "France condemned Russia on Tuesday.",
     "source": [{"actorText": "French president"}], "target": [{"actorText": "Germany"}]},
]  # fmt: skip


def test_a_records_type_and_parties_are_looked_for_in_its_text(tmp_path: Path) -> None:
    """Types go by today's names, a party by its word or its country; one that is not told is not found."""
    path = tmp_path / "records.json"
    path.write_text(json.dumps(RECORDS), encoding="utf-8")
    (_, shelled), (_, condemned) = evaluate(path)
    assert (shelled.wanted, shelled.main, shelled.source, shelled.target) == ("ASSAULT", True, True, None)
    assert (condemned.wanted, condemned.main, condemned.source, condemned.target) == ("ACCUSE", True, True, False)
