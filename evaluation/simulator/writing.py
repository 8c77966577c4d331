"""A report's sentences: figures in words with their places marked, and colour around them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

from evaluation.simulator.grammar import Spans, expand
from evaluation.simulator.records import Happening, Hedge, Misquote, Sentence, Source, Statement, Told

_HEDGE_WORDS: dict[Hedge, str] = {"exact": "", "at_least": "at least ", "more_than": "more than ", "approx": "about "}
#: Of so many sentences of colour one is about the crisis itself.
_COLOURS = 7
#: A date so many days off is told without its year.
_YEAR_UNSAID = 150


def day_words(day: dt.date, published: dt.date | None) -> str:
    """ "3 March", with its year where the page has no date or is long after."""
    near = published is not None and abs((published - day).days) < _YEAR_UNSAID
    return f"{day.day} {day:%B}" + ("" if near else f" {day.year}")


def number_words(value: int, hedge: Hedge) -> str:
    """ "at least 1,400"."""
    return f"{_HEDGE_WORDS[hedge]}{value:,}"


def write_figure(
    chance: Random,
    happening: Happening,
    statement: Statement,
    *,
    root: Source | None,
    value: int,
    misquote: Misquote | None,
    published: dt.date | None,
) -> Sentence:
    """One sentence that gives a statement's number, by `root` or by nobody.

    The root's day stands in it, unless the report is of that very day.
    """
    rule = "plain" if root is None else "attributed"
    if root is not None and statement.corrects and misquote is None:
        rule = "corrected"
    if root is not None and statement.measure == "settlements_captured":
        rule = "captured"
    words = _words(chance, happening, statement, value, statement.hedge, published)
    words["root"] = root.called if root else ""
    text, spans = expand(rule, words, chance)
    while root is not None and "said_when" not in spans and "said_opening" not in spans and statement.day != published:
        text, spans = expand(rule, words, chance)
    return Sentence(text, (_told(statement, value, statement.hedge, root, spans, misquote),))


def write_headline(chance: Random, happening: Happening, lead: Told | None) -> Sentence:
    """A headline, with the number of the report's leading figure where one is given."""
    if lead is None or lead.statement.measure in ("displaced", "settlements_captured"):
        words = {**happening.words, "event": happening.noun, "place": happening.towns[0].name, "weekday": "the day"}
        return Sentence(expand("headline_plain", words, chance)[0])
    words = _words(chance, happening, lead.statement, lead.value, lead.hedge, None)
    text, spans = expand("headline", words, chance)
    return Sentence(text, (_told(lead.statement, lead.value, lead.hedge, None, spans, lead.misquote),))


def write_colour(chance: Random, happening: Happening, day: dt.date) -> Sentence:
    """A sentence about the crisis without a figure."""
    rule = chance.choice((f"colour_{happening.kind}", *["colour_any"] * _COLOURS))
    words = {**happening.words, "weekday": f"{day:%A}"}
    return Sentence(expand(rule, words, chance)[0])


def write_inquiry(chance: Random, happening: Happening, published: dt.date) -> Sentence:
    """The opening of a report long after."""
    words = {
        **happening.words,
        "event": happening.noun,
        "place": happening.towns[0].name,
        "date": day_words(happening.first, published),
    }
    return Sentence(expand("inquiry", words, chance)[0])


def change_number(sentence: Sentence, value: int) -> Sentence:
    """The sentence with the number of its first figure replaced."""
    told = sentence.told[0]
    low, high = told.number
    words = number_words(value, told.hedge)
    if sentence.text[low].isupper():
        words = words[:1].upper() + words[1:]
    text = sentence.text[:low] + words + sentence.text[high:]
    moved = len(words) - (high - low)

    def after(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return span if span is None or span[0] < high else (span[0] + moved, span[1] + moved)

    place = after(told.place) or told.place
    changed = replace(
        told,
        value=value,
        number=(low, high + moved),
        place=place,
        source=after(told.source),
        date=after(told.date),
        said=after(told.said),
    )
    return Sentence(text, (changed,))


def _words(
    chance: Random, happening: Happening, statement: Statement, value: int, hedge: Hedge, published: dt.date | None
) -> dict[str, str]:
    measure = statement.measure
    words = {
        **happening.words,
        "number": number_words(value, hedge),
        "place": statement.town.name,
        "date": day_words(happening.first, published),
        "event": happening.noun,
        "said_when": _said_when(chance, statement.day, published),
    }
    words["said_opening"] = words["said_when"]
    words["scope"] = "{scope_since}" if happening.is_running else "{scope_day}"
    if measure != "settlements_captured":
        words |= {"whom": f"{{whom_{measure}}}", "fate": f"{{fate_{measure}}}"}
    return words


def _told(
    statement: Statement, value: int, hedge: Hedge, root: Source | None, spans: Spans, misquote: Misquote | None
) -> Told:
    return Told(
        statement=statement,
        value=value,
        hedge=hedge,
        root=root,
        number=spans["number"],
        place=spans["place"],
        source=spans.get("root") if root else None,
        date=spans.get("date"),
        said=spans.get("said_when") or spans.get("said_opening"),
        misquote=misquote,
    )


def _said_when(chance: Random, said: dt.date, published: dt.date | None) -> str:
    """The day of a statement: a weekday within the week, else the date."""
    if published is not None and 0 <= (published - said).days < 6 and chance.random() < 0.6:
        return f"on {said:%A}"
    return f"on {day_words(said, published)}"
