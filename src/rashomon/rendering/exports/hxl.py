"""The HXL export: a question a row, under a row of hashtags (HXL 1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.model.assessment import Assessment
from rashomon.model.claim import Figure
from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering import wording
from rashomon.rendering.csv_table import tagged_csv_bytes
from rashomon.rendering.exports.answers import Answer, answers_of, outside
from rashomon.rendering.exports.people_classes import people_classes
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import web_address

Row = dict[str, str | float | None]

#: Header and hashtag of the columns before the numbers, and of those behind them.
BEFORE = (
    ("Question", "#meta+id"),
    ("Story", "#meta+story"),
    ("Event", "#event+id"),
    ("What is counted", "#indicator+name"),
    ("Group, in the report's words", "#meta+group"),
    ("Side", "#meta+side"),
    ("Country", "#country+name"),
    ("Country code", "#country+code+v_iso3"),
    ("First-level area", "#adm1+name"),
    ("Place", "#loc+name"),
    ("Place's role", "#meta+role"),
    ("Latitude", "#geo+lat"),
    ("Longitude", "#geo+lon"),
    ("Radius in km", "#geo+radius"),
    ("Counted from", "#date+start"),
    ("Counted to", "#date+end"),
    ("As of, first day", "#date+asof+start"),
    ("As of, last day", "#date+asof+end"),
    ("Published", "#date+reported"),
)
BEHIND = (
    ("Counting", "#meta+counting"),
    ("Basis", "#meta+basis"),
    ("Support of the least", "#meta+support+min"),
    ("Support of the best", "#meta+support"),
    ("Support of the most", "#meta+support+max"),
    ("Origins", "#meta+source"),
    ("Outlets", "#meta+outlet"),
    ("Address", "#meta+url"),
    ("Description", "#description"),
    ("Note", "#meta+note"),
)
#: Measures with an attribute of #affected; displaced people are told apart by how they are counted.
_AFFECTED = (
    "killed", "injured", "missing", "detained", "abducted", "evacuated", "returned", "trapped", "rescued", "homeless",
    "displaced", "affected",
)  # fmt: skip
_DISPLACED = {"flow": "+displaced", "increment": "+displaced", "cumulative": "+displaced", "stock": "+idps"}
#: HXL's own attributes of age and sex for the classes of people that have them.
_CLASSES = {"people": "", "women": "+f+adults", "men": "+m+adults", "elderly": "+elderly", "families": ""}
_WORDS = {
    "f": "female", "m": "male", "hh": "households", "idps": "displaced now", "unclear": "now or newly is not told",
    "subgroup": "a group of its own",
}  # fmt: skip
_SEXES = (("girl", "+f"), ("boy", "+m"))
_CANNOT_CARRY = (
    "That rows overlap, but in the note: each answers a question of its own, and rows are not to be added up.",
    "Which origin gives which number, as fields: a row has the reconciled range, the description each origin's.",
    "What origins say of each other's numbers (agreement, contradiction, parts, revisions), but in the description.",
    "The history of a number: the row is as of the dossier.",
    "The words of the report, hedges and caveats, as fields.",
    "Events without a number, who did what to whom, and who is accused.",
)


def write_hxl(material: Material) -> Exported:
    """`figures.hxl.csv`: a row for each question about people, with the least, the best and the most."""
    rows: list[Row] = []
    losses: list[Loss] = []
    tags: dict[str, str] = {}
    offered = 0
    for dossier in material.dossiers:
        lookup = Lookup(dossier)
        apart = list(outside(lookup))
        losses += apart
        answers = answers_of(lookup)
        offered += len(answers) + len(apart)
        for answer in answers:
            tag = _tag(answer.assessment)
            if tag is None:
                losses.append(_loss(answer, "left out", "HXL's #affected counts people and households, not this."))
                continue
            tags[tag] = _header(tag)
            rows.append(_row(answer, tag))
            losses += [_loss(answer, "simplified", reason) for reason in _simplified(answer)]
    columns = [*BEFORE, *_numbers(tags), *BEHIND]
    report = LossReport(
        format="hxl", offered=offered, written=len(rows), cannot_carry=_CANNOT_CARRY, losses=tuple(losses)
    )
    return Exported(files={"figures.hxl.csv": tagged_csv_bytes(columns, rows)}, report=report)


def _loss(answer: Answer, what: str, reason: str) -> Loss:
    story = answer.lookup.dossier.story
    return Loss(story=story, record=answer.assessment.id, kind="figure", what=what, reason=reason)  # type: ignore[arg-type]


def _tag(assessment: Assessment) -> str | None:
    """The hashtag of an assessment's numbers; null where HXL has none for what is counted."""
    question = assessment.question
    if question.measure == "other:in_need":
        base = "#inneed"
    elif question.measure not in _AFFECTED or question.unit == "other":
        return None
    elif question.measure == "displaced":
        base = "#affected" + _DISPLACED.get(question.counting, "+displaced+unclear")
    else:
        base = "#affected" + ("" if question.measure == "affected" else f"+{question.measure}")
    return base + _people(assessment) + ("+hh" if question.unit == "household" else "")


def _people(assessment: Assessment) -> str:
    """The attributes of the people counted: age and sex as HXL has them, other classes under their own names."""
    population = assessment.question.population
    classes = people_classes()
    of = classes.class_of(population)
    if of.startswith("group:"):
        return "+subgroup"
    if of not in (*_CLASSES, "children") and not classes.lies_within(of, population.category):
        of = population.category  # the words of the group speak of others too ("members of the national army")
    if of == "children":
        words = set(re.findall(r"[a-z]+", (population.group or "").lower()))
        return "+children" + "".join(tag for noun, tag in _SEXES if {noun, noun + "s"} & words)
    return _CLASSES.get(of, f"+{of}")


def _header(tag: str) -> str:
    base, *attributes = tag.lstrip("#").split("+")
    words = [_WORDS.get(a, a) for a in attributes] or [base]
    return ", ".join(words).replace("_", " ").capitalize()


def _numbers(tags: dict[str, str]) -> Iterator[tuple[str, str]]:
    for tag in sorted(tags):
        yield tags[tag], tag
        yield f"{tags[tag]}, at least", f"{tag}+min"
        yield f"{tags[tag]}, at most", f"{tag}+max"


def _row(answer: Answer, tag: str) -> Row:
    one, dossier, best = answer.assessment, answer.lookup.dossier, answer.best
    question, as_of = one.question, answer.as_of
    report = answer.lookup.reports.get(best.report) if best else None
    period = question.period
    note = wording.review_note(dossier)
    return {
        "#meta+id": one.id,
        "#meta+story": dossier.story,
        "#event+id": question.event,
        "#indicator+name": answer.label,
        "#meta+group": question.population.group,
        "#meta+side": question.population.side,
        **_place(answer),
        "#date+start": str(period.start) if period and period.start else None,
        "#date+end": str(period.end) if period and period.end else None,
        "#date+asof+start": str(as_of.start) if as_of and as_of.start else None,
        "#date+asof+end": str(as_of.end) if as_of and as_of.end else None,
        "#date+reported": report.published[:10] if report and report.published else None,
        tag: None if _is_vague(best) else one.best,
        f"{tag}+min": one.low,
        f"{tag}+max": one.high,
        "#meta+counting": question.counting,
        "#meta+basis": question.basis,
        "#meta+support+min": one.support.low,
        "#meta+support": one.support.best,
        "#meta+support+max": one.support.high,
        "#meta+source": "; ".join(answer.roots),
        "#meta+outlet": "; ".join(answer.outlets),
        "#meta+url": web_address(report.url) if report else None,
        "#description": answer.sentence(),
        "#meta+note": f"{note[:1].upper()}{note[1:]}. {wording.names_note(dossier)} Rows overlap: do not add them up.",
    }


def _is_vague(best: Figure | None) -> bool:
    """Whether the best figure is a word ("dozens"): it stays one, and only its floor is a number."""
    return best is not None and best.qualifier == "vague"


def _place(answer: Answer) -> Row:
    """Country, area and point; the point only of a place that a figure's own sentence gives."""
    spot, country = answer.stated_spot, answer.country
    row: Row = {
        "#country+name": country.name if country else None,
        "#country+code+v_iso3": country.iso3 if country else None,
    }
    if spot is None:
        return row
    area, nation = spot.precision == "admin1", spot.precision == "country"
    row["#meta+role"] = answer.assessment.question.role
    row |= {"#adm1+name": spot.name if area else spot.admin1, "#loc+name": None if area or nation else spot.name}
    if spot.radius_km is not None:
        row |= {"#geo+lat": spot.lat, "#geo+lon": spot.lon, "#geo+radius": spot.radius_km}
    return row


def _simplified(answer: Answer) -> Iterable[str]:
    one = answer.assessment
    if one.best is None and one.low is None and one.ceiling is None:
        yield "Only a party counted, or only a word is told: no number stands in the row, the description has it all."
    if _is_vague(answer.best):
        yield "A vague word is no number: it stands in the description, its floor in the column of the least."
    if one.ceiling is not None:
        yield 'A feared or "up to" number sets no bound: it stands in the description alone.'
    if answer.stated_spot is None and one.question.place is not None:
        yield "No report says the place with the number: the row has the country, the description the probable place."


HXL = Format("hxl", "Figures as an HXL-tagged CSV table, a question a row.", "text/csv", write_hxl)
