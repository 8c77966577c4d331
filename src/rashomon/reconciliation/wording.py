"""Numbers, roots and days in plain words, for reasons and calculations."""

from __future__ import annotations

import datetime as dt

from rashomon.model.claim import Figure, Population
from rashomon.reconciliation.sightings import Sighting

_MEASURES = {
    "settlements_captured": "settlements captured",
    "buildings_destroyed": "buildings destroyed",
    "buildings_damaged": "buildings damaged",
}


#: Words of a group that say what happened to people rather than who they were.
_DEATHS = frozenset(
    "death deaths dead body bodies life lives fatality fatalities casualty casualties corpse corpses".split()
)


#: Kinds of happening in plain words, by ACLED's names.
_HAPPENINGS = {
    "Government regains territory": "the government retook ground",
    "Non-state actor overtakes territory": "armed groups took ground",
    "Armed clash": "fighting",
    "Attack": "an attack on civilians",
    "Abduction/forced disappearance": "an abduction",
    "Sexual violence": "sexual violence",
    "Air/drone strike": "an air strike",
    "Shelling/artillery/missile attack": "shelling",
    "Suicide bomb": "a suicide bombing",
    "Remote explosive/landmine/IED": "an explosion",
    "Grenade": "a grenade attack",
    "Chemical weapon": "a chemical attack",
    "Peaceful protest": "a protest",
    "Protest with intervention": "a protest that was broken up",
    "Excessive force against protesters": "force against protesters",
    "Violent demonstration": "a violent demonstration",
    "Mob violence": "mob violence",
    "Agreement": "an agreement",
    "Arrests": "arrests",
    "Looting/property destruction": "looting or destruction of property",
    "Disrupted weapons use": "weapons stopped in use",
    "Change to group/activity": "a change of posture or activity",
    "Headquarters or base established": "a base set up",
    "Non-violent transfer of territory": "ground changed hands without a fight",
}


def happening(kind: str | None, sub_type: str | None) -> str | None:
    """A kind of event in plain words; null where it has none of its own."""
    if kind is not None and kind.startswith("disaster:"):
        return kind.removeprefix("disaster:").replace("_", " ")
    return _HAPPENINGS.get(sub_type or "")


def number(value: float) -> str:
    """27, 14,000 or 2.5."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.4g}"


def quantity(figure: Figure, words: str) -> str:
    """The number as stated: "at least 27", "about 50", "20 to 30"; vague words as the report has them."""
    value = figure.value if figure.value is not None else (figure.low if figure.low is not None else figure.high)
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return f"{number(figure.low)} to {number(figure.high)}"
    if value is None or figure.qualifier in ("vague", "fraction"):
        return "“" + " ".join(words.split()) + "”" if words.strip() else "an unstated number"
    hedge = {"at_least": "at least ", "more_than": "more than ", "up_to": "up to ", "approx": "about "}.get(
        figure.qualifier, ""
    )
    return hedge + number(value)


def said(sighting: Sighting) -> str:
    """The number of a sighting as stated."""
    figure = sighting.figure
    return quantity(figure, sighting.report.field_text(figure.field)[figure.number_start : figure.number_end])


def counted(figure: Figure) -> str:
    """What is counted: "children killed", "people displaced", "settlements captured"."""
    return counted_of(figure.measure, figure.population)


def measured(measure: str) -> str:
    """What happened, without whom: "killed"."""
    return _MEASURES.get(measure, measure.removeprefix("other:").replace("_", " "))


def counted_of(measure: str, population: Population) -> str:
    """What a measure and a population count, in words."""
    words = measured(measure)
    if measure.startswith("other:") or measure in _MEASURES or measure in ("strikes", "troops", "rescuers"):
        return words
    return f"{_people(measure, population)} {words}"


def counted_in(sighting: Sighting) -> str:
    """What a sighting counts, without the group where its words are only the first of several ("soldiers and ...")."""
    figure = sighting.figure
    group = figure.population.group
    if group is not None and (sighting.first_group or any(c.isdigit() for c in group)):
        return counted_of(figure.measure, Population()).removeprefix("people ")
    return counted(figure)


def who(population: Population) -> str:
    """The people counted, in the report's words where it has any that name people."""
    if population.group and not _DEATHS & set(population.group.casefold().split()):
        return " ".join(population.group.split())
    return population.category if population.category != "other" else "people"


def _people(measure: str, population: Population) -> str:
    """The people counted, without saying twice what happened to them ("displaced displaced")."""
    group = who(population)
    return "people" if group.casefold() == measure else group


def source(sighting: Sighting) -> str:
    """Whose figure it is: the root, or the outlet where nobody is named."""
    return sighting.root or outlet(sighting)


def of_figure(sighting: Sighting) -> str:
    """The number with its source: "at least 27 by United Nations"."""
    return f"{said(sighting)} by {source(sighting)}"


def outlet(sighting: Sighting) -> str:
    """The outlet, or a plain phrase where it is not known."""
    return sighting.report.outlet or (
        "an undated report" if sighting.report.published is None else "a report of an unnamed outlet"
    )


def day(date: dt.date | None) -> str:
    """29 November 2024; "an unknown day" where there is none."""
    return f"{date.day} {date:%B} {date.year}" if date else "an unknown day"


def state_day(sighting: Sighting) -> str:
    """The day that a figure describes, or a plain phrase."""
    as_of = sighting.as_of
    if as_of is None:
        return "an unknown day"
    if as_of.start and as_of.end and as_of.start != as_of.end:
        if (as_of.start.year, as_of.start.month) == (as_of.end.year, as_of.end.month):
            return f"{as_of.start.day} to {day(as_of.end)}"
        return f"{day(as_of.start)} to {day(as_of.end)}"
    if as_of.end is None and as_of.start is not None:
        return f"{day(as_of.start)} or later"
    return day(as_of.end)


def is_of_report(sighting: Sighting) -> bool:
    """True where a figure's state is only known to be that of its report."""
    as_of, published = sighting.as_of, sighting.report.published
    if as_of is None or published is None or as_of.how not in ("publication", "dateline"):
        return False
    return as_of.end == published.latest.date()


def told_on(sighting: Sighting) -> str:
    """The day that a figure describes where its report tells one, else the day of the report."""
    published = sighting.report.published
    if sighting.as_of is None:
        return "an undated report"
    if published is None or not is_of_report(sighting):
        return state_day(sighting)
    first, last = published.earliest.date(), published.latest.date()
    return f"report of {day(last)}" if first == last else f"report of {day(first)} to {day(last)}"


def listed(words: list[str]) -> str:
    """a, b and c."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


def start(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]
