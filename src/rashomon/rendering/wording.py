"""Numbers, dates and labels in the words of the page: "27 or more", "29 November 2024", "Civilians killed"."""

from __future__ import annotations

import datetime as dt

from rashomon.model.assessment import Question, Support
from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.model.moment import AsOf

MEASURES = {
    "killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained", "abducted": "abducted",
    "displaced": "displaced", "evacuated": "evacuated", "returned": "returned", "affected": "affected",
    "trapped": "trapped", "rescued": "rescued", "homeless": "homeless", "buildings_destroyed": "destroyed",
    "buildings_damaged": "damaged", "settlements_captured": "captured",
}  # fmt: skip
#: Measures whose word is what is counted, not what happened to it.
NOUN_MEASURES = {"strikes": "strikes", "troops": "troops", "rescuers": "rescuers"}
#: What is counted where the text names no group.
DEFAULT_GROUPS = {
    "buildings_destroyed": "buildings", "buildings_damaged": "buildings", "settlements_captured": "towns and villages",
}  # fmt: skip
SUPPORT = {
    "corroborated": "two or more origins",
    "documented": "one origin, method stated",
    "single": "one origin",
    "disputed": "disputed",
    "party only": "a party's claim",
    "withdrawn": "withdrawn",
}
BASIS = {"reported": "as reported to the origin", "unknown": "not stated"}
CAVEATS = {
    "preliminary": "preliminary", "expected_to_rise": "expected to rise", "undercount": "probably an undercount",
    "unverified": "unverified", "no_access": "no access", "presumed": "presumed", "excludes": "leaves some out",
    "do_not_add": "not to be added up",
}  # fmt: skip
POLICIES = {
    "recommended": "newest of the best supported figures", "conservative": "lowest figure",
    "ged": "as the UCDP would choose", "minmax": "lowest and highest only", "latest": "latest figure",
}  # fmt: skip
MACHINE_MADE = "machine-made, not reviewed"


def review_note(dossier: Dossier) -> str:
    """Who reviewed the dossier and when, or that nobody did."""
    return f"reviewed by {dossier.reviewed.by} on {day(dossier.reviewed.on)}" if dossier.reviewed else MACHINE_MADE


def names_note(dossier: Dossier) -> str:
    """How private persons are named in this output."""
    return "Private persons appear by name." if dossier.names == "all" else "Private persons appear by role."


def number(value: float | None) -> str:
    """The number with thousands apart: 14,000; 2.5."""
    if value is None:
        return ""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def bounds(low: float | None, high: float | None) -> str:
    """The range in words: an open top is never closed."""
    if low is None:
        return "not known" if high is None else f"up to {number(high)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def stated(figure: Figure) -> str:
    """A figure's number with its hedge, where the source's own words are not at hand."""
    if figure.qualifier == "vague":
        return "a number not stated"
    if figure.value is None:
        return bounds(figure.low, figure.high)
    hedge = {"at_least": "at least ", "more_than": "more than ", "up_to": "up to ", "approx": "about "}
    return hedge.get(figure.qualifier, "") + number(figure.value)


def day(date: dt.date) -> str:
    """29 November 2024."""
    return f"{date.day} {date:%B} {date.year}"


def short_day(date: dt.date) -> str:
    """29 Nov, for the axis of a chart that names the year elsewhere."""
    return f"{date.day} {date:%b}"


def days(start: dt.date | None, end: dt.date | None, precision: str = "day") -> str:
    """The interval as it is read: "November 2024", "27–29 November 2024", "since 27 November 2024"."""
    if start is None:
        return f"until {day(end)}" if end else "date not known"
    if precision == "year" and (end is None or end.year == start.year):
        return str(start.year)
    if precision == "month" and (end is None or (end.year, end.month) == (start.year, start.month)):
        return f"{start:%B} {start.year}"
    if end is None:
        return f"since {day(start)}" if precision == "period" else day(start)
    if start == end:
        return day(start)
    if precision == "year":
        return f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def instant(text: str | None) -> str:
    """An ISO date or instant as it is read: "29 November 2024, 21:15 UTC"; a whole day prints as a day."""
    if not text:
        return "date not known"
    try:
        if len(text) <= 10:
            return _partial_date(text)
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    if moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC)
    if moment.time() in (dt.time.min, dt.time.max) or (moment.hour, moment.minute) == (23, 59):
        return day(moment.date())
    return f"{day(moment.date())}, {moment:%H:%M} UTC"


def _partial_date(text: str) -> str:
    if len(text) == 4:
        return text
    if len(text) == 7:
        return f"{dt.date.fromisoformat(text + '-01'):%B %Y}"
    return day(dt.date.fromisoformat(text))


def as_of(value: AsOf | None) -> str:
    """A figure's as-of in words; where only its first possible day is known, that day "or later"."""
    if value and value.start and value.end is None:
        return f"{day(value.start)} or later"
    return days(value.start, value.end) if value and (value.start or value.end) else "date not known"


AS_OF_HOW = {
    "stated": "as the text states", "statement_day": "day of the statement", "dateline": "the report's dateline",
    "publication": "day of publication",
}  # fmt: skip


#: Only people who move have a place they come from or go to.
MOVEMENTS = ("displaced", "evacuated", "returned", "abducted", "rescued", "troops")
#: Words of a group that already say what happened to it: "civilian deaths" need no "killed".
SAYS_MEASURE = {
    "killed": ("dead", "death", "deaths", "fatalities", "bodies", "casualties", "killings", "killed"),
    "injured": ("injuries", "wounded", "injured", "casualties"),
    "displaced": ("displaced", "displacements", "refugees"),
    "missing": ("missing", "disappeared"),
    "detained": ("arrests", "detainees", "prisoners"),
    "homeless": ("homeless",),
}


def _happened(group: str, measure: str) -> str:
    """The group and what happened to it, once."""
    words = group.lower().split()
    said = any(word in words for word in SAYS_MEASURE.get(measure, ()))
    return group if said else f"{group} {MEASURES.get(measure, measure.replace('_', ' '))}"


def _is_status(category: str, group: str | None) -> bool:
    """Whether the group's word says that the people were fighters or civilians: women and the dead are that to all."""
    return category == "combatants" or "civilian" in (group or "").casefold()


def counted(question: Question, *, place_stated: bool = True) -> str:
    """What a question counts, as a label: "Civilians killed, Aleppo"; "probably in Aleppo" where no figure says so."""
    population, measure = question.population, question.measure
    default = {"civilians": "civilians", "combatants": "combatants"}.get(population.category, "people")
    if question.unit == "household":
        default = "households"
    if measure in NOUN_MEASURES:
        label = population.group or NOUN_MEASURES[measure]
    elif measure.startswith("other:"):
        word = measure[6:].replace("_", " ")
        label = f"{population.group}: {word}" if population.group and population.group != word else word
    else:
        label = _happened(population.group or DEFAULT_GROUPS.get(measure, default), measure)
    if population.side:
        label += f" ({population.side})"
    if population.status_by and _is_status(population.category, population.group):
        label += f" (so described by {population.status_by})"
    if question.place:
        role = question.role if measure in MOVEMENTS else "at"
        sure = "" if place_stated else "probably "
        toward = {"at": "" if place_stated else "in ", "from": "from ", "to": "to "}[role]
        label += f", {sure}{toward}{question.place.name}"
    return label[:1].upper() + label[1:]


def measure_heading(measure: str) -> str:
    """The heading over the questions of one measure: "Killed", "Buildings destroyed"."""
    words = NOUN_MEASURES.get(measure) or MEASURES.get(measure) or measure.removeprefix("other:").replace("_", " ")
    if measure in DEFAULT_GROUPS:
        words = f"{DEFAULT_GROUPS[measure]} {words}"
    return words[:1].upper() + words[1:]


def period(question: Question) -> str:
    """The days a question counts over, or nothing where they are not known."""
    if not question.period or (question.period.start is None and question.period.end is None):
        return ""
    if question.period.end is None:
        return days(question.period.start, None, "period")
    return days(question.period.start, question.period.end)


def support(value: Support | None) -> str:
    """The support of a bound in plain words."""
    return SUPPORT[value] if value else ""
