"""The columns and rows of the displacement export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.claim import Figure
from rashomon.model.exported import Loss
from rashomon.rendering import wording
from rashomon.rendering.exports.answers import shown_root
from rashomon.rendering.exports.idmc.choosing import Entry
from rashomon.rendering.exports.idmc.roles import Role, location, window
from rashomon.rendering.exports.idmc.terms import category_of, monty_type_of, quantifier_of, term_of
from rashomon.rendering.lookup import INHERITED, Lookup
from rashomon.rendering.plain_text import clean, web_address

COLUMNS = (
    "id", "role", "story", "story_title", "event", "figure_cause", "iso3", "country", "admin1", "location",
    "location_role", "location_told", "window", "start_date", "start_date_accuracy", "end_date", "end_date_accuracy",
    "category_type", "category", "term", "population", "quantifier", "reported_words", "reported", "unit",
    "household_size", "total_figures", "calculation_logic", "disaggregation", "displacement_occurred", "publisher",
    "source", "source_excerpt", "caveats", "as_of_from", "as_of_to", "published", "url", "monty_type",
    "monty_estimate_type", "note",
)  # fmt: skip
Row = dict[str, str | float | None]

_VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
#: As-ofs that are a day named in the text: a number "as of" that day did not come about on it.
_SAID_DAYS = ("stated", "statement_day")
_ACCURACY = {"instant": "day", "hour": "day", "day": "day", "week": "week", "month": "month", "year": "year"}


def row_of(entry: Entry, role: Role, rivals: Sequence[Entry], lookup: Lookup, household_size: float | None) -> Row:
    """The row of one figure; `rivals` are the others of its group."""
    figure, answer, dossier = entry.figure, entry.answer, lookup.dossier
    report = lookup.reports.get(figure.report)
    category_type, category = category_of(figure)
    monty = monty_type_of(figure)
    spot, place = answer.stated_spot, entry.assessment.question.place
    note = wording.review_note(dossier)
    as_of = figure.as_of
    return {
        "id": figure.id,
        "role": role,
        "story": dossier.story,
        "story_title": dossier.title,
        "event": entry.assessment.question.event,
        "figure_cause": _cause(entry, lookup),
        "iso3": answer.country.iso3 if answer.country else None,
        "country": answer.country.name if answer.country else None,
        "admin1": spot.admin1 if spot else None,
        "location": location(entry),
        "location_role": entry.assessment.question.role if place else None,
        "location_told": ("with the number" if _is_told(figure, entry) else "probable") if place else None,
        "window": window(entry),
        **_dates(figure),
        "category_type": category_type,
        "category": category,
        "term": term_of(figure),
        "population": figure.population.group,
        "quantifier": quantifier_of(figure),
        "reported_words": lookup.words(figure),
        "reported": _reported(figure),
        "unit": figure.unit if figure.unit in ("person", "household") else None,
        "household_size": household_size if figure.unit == "household" else None,
        "total_figures": _total(figure, household_size),
        "calculation_logic": " ".join(_calculation(entry, role, rivals, household_size)),
        "disaggregation": "; ".join(_part(p, entry, lookup) for p in entry.parts),
        "displacement_occurred": "unknown",
        "publisher": report.outlet if report else None,
        "source": shown_root(lookup.root_of(figure) or ""),
        "source_excerpt": _excerpt(figure, lookup),
        "caveats": "; ".join(dict.fromkeys(wording.CAVEATS[c.kind] for c in figure.caveats)),
        "as_of_from": str(as_of.start) if as_of and as_of.start else None,
        "as_of_to": str(as_of.end) if as_of and as_of.end else None,
        "published": report.published if report else None,
        "url": web_address(report.url) if report else None,
        "monty_type": monty,
        "monty_estimate_type": ("primary" if role == "recommended" else "secondary") if monty else None,
        "note": f"{note[:1].upper()}{note[1:]}. {wording.names_note(dossier)}",
    }


def simplified(entry: Entry, role: Role, lookup: Lookup, household_size: float | None) -> Iterator[Loss]:
    """What the row of a figure says less than its columns ask for."""
    figure = entry.figure
    reasons = []
    if not category_of(figure)[1]:
        reasons.append("The report does not tell whether people are displaced now or newly: its category is empty.")
    if figure.unit == "household" and household_size is None:
        reasons.append("It counts households, and no household size was given: total_figures is empty.")
    if role == "triangulation" and entry.assessment.best is None:
        reasons.append("Only a party to the events gives it: it is recommended by nobody.")
    if any(_exceeds(p, figure) for p in entry.parts):
        reasons.append("A part is larger than its whole: it is named in the disaggregation and not entered.")
    for reason in reasons:
        story = lookup.dossier.story
        yield Loss(story=story, record=figure.id, kind="figure", what="simplified", reason=reason)


def _cause(entry: Entry, lookup: Lookup) -> str:
    event = next((e for e in lookup.dossier.events if e.id == entry.assessment.question.event), None)
    if event is None or event.type is None:
        return ""
    return "disaster" if event.type.startswith("disaster:") else "conflict" if event.type in _VIOLENT else ""


def _dates(figure: Figure) -> Row:
    """The days on which people moved; of a stock, the day that it is as of. What no report tells stays empty.

    "Had been displaced as of 30 November" has an end and no start.
    """
    if category_of(figure)[0] == "Stock" and figure.as_of:
        day = figure.as_of.end or figure.as_of.start
        accuracy = "day" if figure.as_of.start == figure.as_of.end else "week"
        return {"end_date": str(day), "end_date_accuracy": accuracy} if day else {}
    when, as_of = figure.when, figure.as_of
    if when is None:
        return {}
    accuracy = _ACCURACY.get(when.precision, "day")
    row: Row = {}
    one_day = when.start_date == when.end_date
    until = one_day and as_of is not None and as_of.how in _SAID_DAYS and as_of.end == when.end_date
    if when.start_date and not until:
        row |= {"start_date": str(when.start_date), "start_date_accuracy": accuracy}
    if when.end_date:
        row |= {"end_date": str(when.end_date), "end_date_accuracy": accuracy}
    return row


def _is_told(figure: Figure, entry: Entry) -> bool:
    """Whether the figure's own sentence gives the question's place."""
    place, asked = figure.place, entry.assessment.question.place
    return place is not None and asked is not None and place.name == asked.name and place.how not in INHERITED


def _reported(figure: Figure) -> float | None:
    return figure.value if figure.value is not None else figure.low


def _total(figure: Figure, household_size: float | None) -> float | None:
    reported = _reported(figure)
    if figure.unit != "household" or reported is None:
        return reported
    return None if household_size is None else round(reported * household_size)


def _calculation(entry: Entry, role: Role, rivals: Sequence[Entry], household_size: float | None) -> Iterator[str]:
    """How the total came about, where it is not simply the number; and why the figure has its role."""
    figure, reported = entry.figure, _reported(entry.figure)
    if figure.value is None and figure.low is not None:
        yield f"The report gives {wording.bounds(figure.low, figure.high)}; its lower end is entered."
    if figure.derived and figure.calculation:
        yield clean(figure.calculation).rstrip(".") + "."
    if figure.unit == "household" and household_size is not None and reported is not None:
        total = wording.number(_total(figure, household_size))
        size = wording.number(household_size)
        yield f"{wording.number(reported)} households of {size} persons each, a size given for this export: {total}."
    if role == "recommended":
        yield "Recommended: " + clean(entry.assessment.calculation)
        if rivals:
            yield f"Beside it: {'; '.join(_rival(r, entry.answer.lookup) for r in rivals)}."
    elif entry.replaced:
        yield "Triangulation: its own origin has given a later figure."
    elif entry.assessment.best is None:
        yield "Triangulation: only a party to the events gives it."
    else:
        yield "Triangulation: another figure of the same category, place and window is recommended."


def _rival(entry: Entry, lookup: Lookup) -> str:
    unit = " households" if entry.figure.unit == "household" else ""
    who = shown_root(lookup.root_of(entry.figure) or lookup.outlet(entry.figure.report))
    return f"{lookup.words(entry.figure)}{unit} ({who}, as of {wording.as_of(entry.figure.as_of)})"


def _part(part: Figure, entry: Entry, lookup: Lookup) -> str:
    """A part with its number and calculation; one that is larger than its whole is said to be so."""
    group = clean(part.population.group or "part")
    number = lookup.words(part) if part.value is None and part.low is None else wording.bounds(part.low, part.high)
    shown = f" ({clean(part.calculation)})" if part.calculation else ""
    fault = ", more than its whole: not entered" if _exceeds(part, entry.figure) else ""
    return f"{group}: {number}{shown}{fault}"


def _exceeds(part: Figure, whole: Figure) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high


def _excerpt(figure: Figure, lookup: Lookup) -> str:
    """The sentence of the figure, names masked."""
    excerpt = lookup.excerpts[figure.id]
    sentence = excerpt.text[excerpt.sentence_start - excerpt.start : excerpt.sentence_end - excerpt.start]
    return clean(sentence.strip() or excerpt.text)
