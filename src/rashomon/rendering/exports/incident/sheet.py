"""What an incident sheet says of one event, whatever file it is written to."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.assessment import Assessment
from rashomon.model.happening import Event
from rashomon.reconciliation.wording import happening
from rashomon.rendering import wording
from rashomon.rendering.country_codes import country_codes
from rashomon.rendering.exports.acled.notes import accusations, disputes
from rashomon.rendering.exports.actor_words import quoted
from rashomon.rendering.exports.answers import Answer
from rashomon.rendering.exports.incident.finding import BY_AGE_AND_SEX, Found, class_of
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.rendering.shareable import Spot, spot_of

#: What each precision of a place means to who looks for it.
_HOW_NEAR = {
    "exact": "the town itself", "near": "near it", "area": "somewhere in the area",
    "admin2": "somewhere in the district", "admin1": "somewhere in the province",
    "country": "somewhere in the country",
}  # fmt: skip
_GRADE = "Harm to civilians graded "


@dataclass(frozen=True, slots=True)
class HarmRow:
    """How many of whom: minimum and maximum apart; "not told" where there is none, an open top is no maximum."""

    whom: str
    minimum: str
    maximum: str
    voices: str
    support: str


@dataclass(frozen=True, slots=True)
class Incident:
    """A sheet: its title, facts by name, the killed, the injured, and the reports that it rests on."""

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    killed: tuple[HarmRow, ...]
    injured: tuple[HarmRow, ...]
    notes: tuple[str, ...]
    reports: tuple[str, ...]


def incident_of(found: Found, lookup: Lookup, dated_by_toll: bool) -> Incident:
    """The sheet of one event; `dated_by_toll`: no report dates the event itself."""
    event = found.event
    days = wording.days(event.start_date, event.end_date, event.precision)
    spot = spot_of(event.place, lookup.dossier) if event.place else None
    what = event.sub_type or event.type or "Event"
    what = "Attack" if event.type == "Violence against civilians" and event.sub_type is None else what
    rows = {
        m: tuple(_row(a) for a in found.answers if a.assessment.question.measure == m) for m in ("killed", "injured")
    }
    claims = [*event.claims, *(c for a in found.answers for c in a.assessment.claims)]
    reports = tuple(dict.fromkeys(lookup.claims[c].report for c in claims if c in lookup.claims))
    return Incident(
        id=event.id,
        title=f"{what}, {clean(spot.name) if spot else 'place not known'}, {days}",
        facts=tuple(_facts(found, lookup, days + (_BY_TOLL if dated_by_toll else ""), spot)),
        killed=rows["killed"],
        injured=rows["injured"],
        notes=_notes(found),
        reports=reports,
    )


_BY_TOLL = " (the days that its toll is of: no report dates the event itself)"


def _facts(found: Found, lookup: Lookup, days: str, spot: Spot | None) -> list[tuple[str, str]]:
    event = found.event
    lines = [clean(t.text) for t in lookup.dossier.timeline if set(event.claims) & set(t.claims)]
    roots = list(dict.fromkeys(r for a in found.answers for r in a.roots))
    facts = [
        ("Date", days),
        ("Place", _place(event, spot)),
        ("What is told", lines[0] if lines else _plainly(event)),
        ("Means, in the reports' words", _means(event)),
        ("Who did it", _doer(event)),
        (
            "Who is accused, and the answer",
            " ".join(accusations([event], lookup)) or "Nobody is accused in the reports.",
        ),
        ("Origins of the numbers", ", ".join(roots) or "none is named"),
        ("Airwars' grade", _grade([a.assessment for a in found.answers])),
    ]
    if event.realis == "claimed":
        facts.append(("Standing", "Told by a party to the events only; not confirmed here."))
    disputed = disputes([event], lookup)
    return [*facts, ("In dispute", " ".join(disputed))] if disputed else facts


def _place(event: Event, spot: Spot | None) -> str:
    if event.place is None or spot is None:
        return "not known"
    country = country_codes().get(spot.country_code or "")
    names = [spot.name, spot.admin1 if spot.admin1 != spot.name else None, country.name if country else None]
    where = ", ".join(dict.fromkeys(clean(n) for n in names if n))
    kind = event.place.facility_kind
    facility = (
        f"; at a place of this kind: {clean(kind)}, shown at its town" if kind and spot.name != event.place.name else ""
    )
    return f"{where} ({_HOW_NEAR.get(spot.precision, 'not located')}{facility})"


def _plainly(event: Event) -> str:
    """The act in plain words where the timeline has no line on it."""
    words = happening(event.type, event.sub_type) or "violence"
    return f"{words[:1].upper()}{words[1:]}."


def _means(event: Event) -> str:
    """The weapon in quotation marks; a word that describes the accused is no weapon."""
    means = clean(event.means or "")
    known = {a.casefold() for a in event.accused} | {a.name.casefold() for a in (*event.actors, *event.recipients)}
    return f'"{means}"' if means and means.casefold() not in known else "not told"


def _doer(event: Event) -> str:
    """Only whom the record lets us state: who conceded, or who is undisputed."""
    named = list(dict.fromkeys(quoted(clean(a.name)) for a in event.actors if not a.private))
    return f"{', '.join(named)}, as the record states it." if named else "Not established."


def _grade(assessments: list[Assessment]) -> str:
    told = {
        n.removeprefix(_GRADE).rstrip("."): None for a in assessments for n in a.notes if n.startswith(_GRADE)
    }  # fmt: skip
    if told:
        return "; ".join(clean(t[:1].upper() + t[1:]) for t in told)
    return "None: it needs an accusation or an answer that is tied to the harm counted, and the reports give none."


def _row(answer: Answer) -> HarmRow:
    one = answer.assessment
    ceiling = f"; feared or “up to” {wording.number(one.ceiling)}, apart" if one.ceiling is not None else ""
    return HarmRow(
        whom=_whom(answer),
        minimum=wording.number(one.low) or "not known",
        maximum=(wording.number(one.high) or ("open" if one.low is not None else "not known")) + ceiling,
        voices="; ".join(dict.fromkeys(answer.voices())),
        support=wording.support(one.support.best) or "a party’s claim",
    )


def _whom(answer: Answer) -> str:
    """The report's own words for the people, and who calls them so."""
    population = answer.assessment.question.population
    words = clean(population.group or population.category)
    return (
        words[:1].upper()
        + words[1:]
        + (f" (so described by {clean(population.status_by)})" if population.status_by else "")
    )


def _notes(found: Found) -> tuple[str, ...]:
    """What qualifies the numbers, that age and sex are not told where they are not, and that parts are not added."""
    notes: dict[str, None] = {}
    for answer in found.answers:
        whom = f"{answer.assessment.question.measure.capitalize()}, {_whom(answer).lower()}"
        words = dict.fromkeys(wording.CAVEATS[c.kind] for f in answer.figures for c in f.caveats)
        if words:
            notes[f"{whom}: {', '.join(words)}."] = None
        notes |= {f"{whom}: {clean(n)}": None for n in answer.assessment.notes if not n.startswith(_GRADE)}
    told = {class_of(a) for a in found.answers} & set(BY_AGE_AND_SEX)
    if not told:
        notes["No report gives the victims' age or sex."] = None
    notes["The rows answer different questions and may overlap: they are not to be added up."] = None
    return tuple(notes)
