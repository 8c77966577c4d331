"""Outlets: accounts in words of their own, copies whole, trimmed or altered, undated pages and late inquiries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from evaluation.simulator.crises import invent_name, world_data
from evaluation.simulator.records import Misquote, Sentence, Source, Statement, Story, Telling
from evaluation.simulator.writing import change_number, write_colour, write_figure, write_headline, write_inquiry

#: Shares of reports: copies, pages without a date, inquiries long after; of figures: without a root, misquoted.
_COPIES, _UNDATED, _INQUIRIES, _UNATTRIBUTED, _MISQUOTED = 0.3, 0.04, 0.03, 0.12, 0.03
#: Shares of copies that are trimmed, and altered.
_TRIMMED, _ALTERED = 0.3, 0.3
#: So many of the newest accounts are kept to be copied, so that memory does not grow with a story.
_KEPT = 40
_LATE_DAYS = (60, 400)


def tell_story(story: Story) -> Iterator[Telling]:
    """The reports of a story in the order of their publication, undated ones where they were written."""
    chance = Random(story.seed + ":reports")
    accounts: list[Telling] = []
    for number, at in enumerate(_instants(chance, story)):
        if accounts and chance.random() < _COPIES:
            yield _copy(chance, story, number, chance.choice(accounts), at)
            continue
        account = _account(chance, story, number, at)
        accounts = [*accounts[1 - _KEPT :], account]
        yield account


def _instants(chance: Random, story: Story) -> list[dt.datetime]:
    """When the reports are written: most in the first days, a few long after."""
    happening = story.happening
    start = dt.datetime.combine(story.statements[0].day, dt.time(8), tzinfo=dt.UTC)
    minutes = (happening.last - story.statements[0].day + dt.timedelta(days=2)).days * 24 * 60
    found: list[dt.datetime] = []
    for number in range(story.reports):
        early = min(chance.randrange(minutes), chance.randrange(minutes))
        at = start + dt.timedelta(minutes=early)
        if number > 4 and chance.random() < _INQUIRIES:
            at += dt.timedelta(days=chance.randint(*_LATE_DAYS))
        found.append(at)
    return sorted(found)


def _account(chance: Random, story: Story, number: int, at: dt.datetime) -> Telling:
    """A report in words of its own: the newest of one to three roots, and colour."""
    day = at.date()
    late = (day - story.happening.last).days > min(_LATE_DAYS) // 2
    dated = late or chance.random() >= _UNDATED
    figures = [_figure(chance, story, s, day if dated else None) for s in _chosen(chance, story.statements, day)] or [
        write_colour(chance, story.happening, day)
    ]
    paragraphs: list[tuple[Sentence, ...]] = []
    if late:
        paragraphs.append((write_inquiry(chance, story.happening, day),))
    for figure in figures:
        colour = [write_colour(chance, story.happening, day) for _ in range(chance.randint(2, 4))]
        paragraphs.append((figure, *colour))
    lead = next((t for f in figures for t in f.told), None) if chance.random() < 0.5 and not late else None
    agency = chance.choice(world_data()["agencies"]) if chance.random() < 0.4 else None
    return Telling(
        id=f"{story.id}-{number}",
        outlet=agency or _outlet(chance),
        agency=agency,
        published=at if dated else None,
        headline=write_headline(chance, story.happening, lead),
        paragraphs=tuple(paragraphs),
    )


def _chosen(chance: Random, statements: Sequence[Statement], day: dt.date) -> list[Statement]:
    """What a report of that day relays: the newest of a few series, now and then an older number."""
    series: dict[tuple[str, str, str], list[Statement]] = {}
    for s in statements:
        if s.day <= day:
            series.setdefault((s.root.name, s.measure, s.town.name), []).append(s)
    chosen = chance.sample(sorted(series), min(len(series), chance.randint(1, 4)))
    return [series[key][-1] if chance.random() < 0.9 else chance.choice(series[key]) for key in chosen]


def _figure(chance: Random, story: Story, statement: Statement, published: dt.date | None) -> Sentence:
    root: Source | None = statement.root
    value = statement.value
    misquote: Misquote | None = None
    if chance.random() < _MISQUOTED:
        others = [r for r in story.roots if r.name != statement.root.name and statement.measure in r.measures]
        misquote = "root" if others and chance.random() < 0.5 else "number"
        root = chance.choice(others) if misquote == "root" else root
        value = value if misquote == "root" else value + chance.randint(2, 9)
    elif chance.random() < _UNATTRIBUTED and statement.measure != "settlements_captured":
        root = None
    return write_figure(
        chance, story.happening, statement, root=root, value=value, misquote=misquote, published=published
    )


def _copy(chance: Random, story: Story, number: int, of: Telling, at: dt.datetime) -> Telling:
    """Another outlet's printing of an account: with a headline of its own, now and then cut or changed."""
    changes: list[str] = []
    paragraphs = of.paragraphs
    if len(paragraphs) > 2 and chance.random() < _TRIMMED:
        paragraphs = paragraphs[: -(len(paragraphs) // 3 or 1)]
        changes.append("trimmed")
    if chance.random() < _ALTERED:
        paragraphs, change = _altered(chance, story, paragraphs)
        changes += [change] if change else []
    dated = of.published is not None and chance.random() >= _UNDATED
    return replace(
        of,
        id=f"{story.id}-{number}",
        outlet=_outlet(chance),
        published=at if dated else None,
        headline=write_headline(chance, story.happening, None),
        paragraphs=paragraphs,
        copy_of=of.id,
        changes=tuple(changes),
    )


def _altered(
    chance: Random, story: Story, paragraphs: tuple[tuple[Sentence, ...], ...]
) -> tuple[tuple[tuple[Sentence, ...], ...], str | None]:
    """The paragraphs with one number, name or negation changed in one sentence, and which; nothing where none fits."""
    name = story.happening.words["witness"]
    ways = {
        "number": lambda s: change_number(s, s.told[0].value + chance.randint(11, 30)) if s.told else s,
        "name": lambda s: s if s.told else Sentence(s.text.replace(name, _other_name(chance))),
        "negation": lambda s: s if s.told else Sentence(s.text.replace(" not ", " ")),
    }
    change = chance.choice(sorted(ways))
    every = [(p, n) for p, sentences in enumerate(paragraphs) for n in range(len(sentences))]
    for p, n in chance.sample(every, len(every)):
        sentence = paragraphs[p][n]
        changed = ways[change](sentence)
        if changed != sentence:
            new = (*paragraphs[p][:n], changed, *paragraphs[p][n + 1 :])
            return (*paragraphs[:p], new, *paragraphs[p + 1 :]), change
    return paragraphs, None


def _other_name(chance: Random) -> str:
    return f"{invent_name(chance, 3)} {invent_name(chance, 3)}"


def _outlet(chance: Random) -> str:
    data = world_data()
    return f"{chance.choice(data['outlet_words'])} {chance.choice(data['outlet_kinds'])}"
