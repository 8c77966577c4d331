"""The PLOVER 2.0 export: events as JSON Lines, with the auxiliary modes and no accused actor as the doer."""

from __future__ import annotations

from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering.exports.dating import dated_by_tolls
from rashomon.rendering.exports.plover.choosing import dates_of, simplified, why_left_out
from rashomon.rendering.exports.plover.lines import line_of
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.json_file import encode_line
from rashomon.rendering.lookup import Lookup

_CANNOT_CARRY = (
    "Contexts beyond military and disaster: the record has no other themes.",
    "text_info.sequence: the record keeps where a sentence stands, not its number in the report.",
    "Bounds, hedges and origins of numbers: size has closed, undisputed numbers alone, rashomon.size_told all of them.",
    "Who is accused by whom, and the answer: rashomon.accusations has it, actor never does.",
    "More reports than the earliest: text and cite_info are of that one, rashomon.claims names all claims.",
    "Figures of no single event, statements that are no events, control of places.",
)


def write_plover(material: Material) -> Exported:
    """`plover.jsonl`: a line for each event with a PLOVER code; what is ours alone stands under the key `rashomon`."""
    lines: list[bytes] = []
    losses: list[Loss] = []
    offered = 0
    for given in material.dossiers:
        dossier, by_toll = dated_by_tolls(given)
        lookup = Lookup(dossier)
        offered += len(dossier.events)
        for event in dossier.events:
            reason = why_left_out(event, lookup)
            dates = dates_of(event, by_toll, lookup)
            if reason is None and dates is not None:
                lines.append(encode_line(line_of(event, dates, lookup)))
                found = [(r, "simplified") for r in simplified(event, dates, lookup)]
            else:
                found = [(reason or "No report dates it, and the day of publication is not known.", "left out")]
            losses += [
                Loss(story=dossier.story, record=event.id, kind="event", what=what, reason=why)  # type: ignore[arg-type]
                for why, what in found
            ]
    report = LossReport(
        format="plover", offered=offered, written=len(lines), cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files={"plover.jsonl": b"".join(lines)}, report=report)


PLOVER = Format("plover", "Events in PLOVER 2.0, as JSON Lines.", "application/jsonl", write_plover)
