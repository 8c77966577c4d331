"""Where and when a happening took place: by its clause, else its sentence, else the place its report is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.dates_of_answers import dates_a_count, told_as_past
from rashomon.extraction.english.event_charges import is_definite
from rashomon.extraction.english.event_spotting import Spot
from rashomon.extraction.english.event_telling import ClockWords
from rashomon.extraction.english.said_times import is_said_on
from rashomon.knowledge.actors import ActorLexicon
from rashomon.knowledge.word_classes import WordBook, WordClasses, any_of
from rashomon.language.syntax import Parse, Token
from rashomon.model.moment import When
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: Frames whose place is the one left.
_LEAVING = frozenset({"withdraw", "flight", "deport", "surrender", "release"})
#: Kinds of happening that go nowhere.
_DONE_THERE = ("Explosions/Remote violence", "Violence against civilians", "disaster:")
#: What stands between a dateline and its report.
_DASHES = frozenset({"-", "–", "—", "--"})
#: A dateline's town ends within so many tokens.
_DATELINE = 3
M = TypeVar("M", Place, When)


@dataclass(frozen=True, slots=True)
class SettingWords(WordClasses):
    """Words by which a place or a day is not that of the event."""

    source: ClassVar[str] = "en/words/events.toml#setting"

    saying: frozenset[str]
    counting: frozenset[str]
    bodies: frozenset[str]
    meetings: frozenset[str]
    comparing: frozenset[str]
    since: frozenset[str]


def place_of(spot: Spot, parse: Parse, analysis: Analysis, lexicon: ActorLexicon) -> Place | None:
    """The place in the spot's clause, else in its sentence outside what only says who speaks; never a neighbour's."""
    leaving, classes = spot.frame.id in _LEAVING, lexicon.classes
    here = [
        p
        for p in analysis.places_in(spot.sentence.field, spot.sentence.start, spot.sentence.end)
        if (leaving or p.role not in _elsewhere(spot))
        and _locates(p, spot, parse, lexicon)
        and not _in_actor(p, analysis)
    ]
    if not spot.frame.is_verbal:
        here = [p for p in here if not _of_meeting(p, spot, parse, classes) and not _of_seat(p, spot, parse, classes)]
    inside = _closest(here, spot, parse, classes)
    if inside is not None:
        return msgspec.structs.replace(inside, how="clause")
    if spot.frame.is_verbal:
        return None
    told = [p for p in here if not _says_who(p, spot, parse, classes)]
    return msgspec.structs.replace(_nearest(told, spot), how="sentence") if told else None


def when_of(spot: Spot, parse: Parse, analysis: Analysis, classes: WordBook) -> When | None:
    """The time expression of a spot's clause, else one of its sentence that does not say when somebody spoke."""
    here = [
        t
        for t in analysis.times_in(spot.sentence.field, spot.sentence.start, spot.sentence.end)
        if not _in_actor(t, analysis)
        and not dates_a_count(parse.at(t.end - 1 - spot.sentence.start), parse, classes)
        and not (spot.is_noun and is_said_on(parse.at(t.start - spot.sentence.start), parse, classes))
    ]
    words = classes.of(SettingWords)
    since = [t for t in here if t.text.lower().startswith(tuple(words.since))]
    if since and any_of(words.comparing).search(spot.sentence.text.lower()):
        # "The first attack since 2016" does not say when it was.
        here = [t for t in here if t not in since]
    clock = classes.of(ClockWords)
    here = [t for t in here if not clock.is_clock(t)] or here
    behind = told_as_past(spot, parse, classes)
    if behind is not None:
        inner = parse.subtree(behind)
        low, high = spot.sentence.start + inner[0].start, spot.sentence.start + inner[-1].end
        within = [t for t in here if low <= t.start and t.end <= high]
        if not within and any(t.end <= low for t in here):
            # "Marched on Sunday over the killing of two on Friday": each word has its own day.
            return _nearest(later, spot) if (later := [t for t in here if t.start >= low]) else None
        here = within
    inside = _closest(here, spot, parse, classes)
    if inside is not None:
        return inside
    if spot.frame.is_disaster and is_definite(spot, parse):
        return None  # "on Thursday rescuers searched houses swept away by the storm"
    told = [t for t in here if not _says_who(t, spot, parse, classes)]
    return _nearest(told, spot) if told else None


def _in_actor(mention: Mention, analysis: Analysis) -> bool:
    """Whether a mention is a part of an actor's name ("March 23 Movement", "Dayton police")."""
    around = analysis.actors_in(mention.field, mention.start - 80, mention.end + 80)
    return any(
        a.start <= mention.start and mention.end <= a.end and (a.start, a.end) != (mention.start, mention.end)
        for a in around
    )


def _says_who(mention: Mention, spot: Spot, parse: Parse, classes: WordBook) -> bool:
    """Whether a mention hangs on the verb of speaking itself, or on another clause than the spot's and the main one."""
    words = classes.of(SettingWords)
    token = parse.at(mention.start - spot.sentence.start)
    while token is not None and token.head != token.i:
        head = parse.head(token)
        if head.lemma in words.saying and head.pos == "VERB" and token.dep not in {"ccomp", "advcl", "parataxis"}:
            return head.i != (spot.predicate.i if spot.predicate is not None else spot.token.i)
        if token.dep in {"relcl", "appos"} or (token.dep == "acl" and token.tag == "VBN"):
            return True
        if token.dep == "advcl" and token.tag == "VBG" and token.i > spot.token.i:
            return True  # "claimed the attack, saying it avenged a death in August"
        token = head
    return False


def _elsewhere(spot: Spot) -> tuple[str, ...]:
    """The roles of places where a happening was not: whence somebody came, and whither they fled from an attack."""
    return ("from", "to") if (spot.frame.type or "").startswith(_DONE_THERE) else ("from",)


def _of_meeting(place: Place, spot: Spot, parse: Parse, classes: WordBook) -> bool:
    """Whether a place is that of talks about the happening: "prompted an emergency session in Geneva"."""
    token = parse.at(place.end - 1 - spot.sentence.start)
    above = [] if token is None else [t for t in parse.ancestors(token) if t.pos in {"NOUN", "PROPN"}]
    return any(t.lemma.lower() in classes.of(SettingWords).meetings for t in above[:3])


def _of_seat(place: Place, spot: Spot, parse: Parse, classes: WordBook) -> bool:
    """Whether a place is where those sit who do what another clause tells: "officials in Farholm checked a list"."""
    token = parse.at(place.end - 1 - spot.sentence.start)
    link = parse.head(token) if token is not None else None
    if link is None or link.dep != "prep":
        return False
    who = parse.head(link)
    does = parse.head(who)
    own = spot.predicate is not None and does.i == spot.predicate.i
    return who.dep == "nsubj" and who.lemma in classes.of(SettingWords).bodies and not own


def _locates(place: Place, spot: Spot, parse: Parse, lexicon: ActorLexicon) -> bool:
    """Whether a place mention says where, and is no part of an actor's name or adjective ("Syrian army")."""
    token = parse.at(place.end - 1 - spot.sentence.start)
    if token is None or place.adjectival:
        return False
    known = lexicon.known(place.text)
    if known is not None and known.kind in {"people", "group"}:
        return False
    if token.dep in {"amod", "poss", "nmod"} and (
        place.kind in {"country", "other"} or _of_body(token, parse, lexicon.classes)
    ):
        return False
    if token.dep == "compound" and _of_body(token, parse, lexicon.classes):
        return False
    if place.kind == "country" and _behind_by(token, parse):
        return False
    behind = [t.text for t in parse.tokens[token.i + 1 : token.i + 3]]
    if token.i <= _DATELINE and not _DASHES.isdisjoint(behind[1:] if behind[:1] == [")"] else behind[:1]):
        return False  # a dateline, "(Kotri) -"
    if place.kind == "town" and token.dep == "pobj" and parse.head(token).dep == "agent":
        return False  # "an alliance headed by Moscow"
    while token.dep == "conj" and token.head != token.i:
        token = parse.head(token)
    return not (token.dep in {"nsubj", "agent"} and place.kind == "country")


def _behind_by(token: Token, parse: Parse) -> bool:
    """Whether a country is who acts ("brokered by X and Y"), with or against, and no ground."""
    while token.dep == "conj" and token.head != token.i:
        token = parse.head(token)
    return token.dep == "pobj" and parse.head(token).lower in {"by", "with", "against", "between", "from"}


def _of_body(token: Token, parse: Parse, classes: WordBook) -> bool:
    """Whether a place's name only says whose people or office is meant ("Kremlin spokesman", "Dayton officials")."""
    return parse.head(token).lemma in classes.of(SettingWords).bodies


def _steps(offset: int, spot: Spot, parse: Parse, classes: WordBook) -> int | None:
    """How many steps in the tree a word stands below the spot or its verb; null where it stands in another clause."""
    words = classes.of(SettingWords)
    token = parse.at(offset)
    if token is None:
        return None
    for steps, up in enumerate([token, *parse.ancestors(token)]):
        if up.i == spot.token.i:
            return steps
        if spot.predicate is not None and up.i == spot.predicate.i:
            # "put the dead of the offensive at 40 on Monday" says when it was counted.
            return None if spot.role == "oblique" and up.lemma in words.saying | words.counting else steps
        if up.dep == "relcl" and up.head == spot.token.i and not spot.frame.is_verbal:
            continue  # "landslides that killed 30 in the town": where they killed they were
        if up.dep in {"relcl", "ccomp", "advcl", "acl"}:
            return None
        if up.dep == "conj" and up.pos in {"VERB", "AUX"}:
            return None
    return None


def _closest(mentions: list[M], spot: Spot, parse: Parse, classes: WordBook) -> M | None:
    """The mention of the spot's own clause that stands highest in the tree, then nearest."""
    ranked = [
        (steps, _gap(m, spot), m.start, m)
        for m in mentions
        if (steps := _steps(m.start - spot.sentence.start, spot, parse, classes)) is not None
    ]
    return min(ranked, key=lambda r: r[:3])[3] if ranked else None


def _gap(mention: Mention, spot: Spot) -> int:
    """The distance in characters; what follows the spot is nearer than what stands before it."""
    gap = mention.start - spot.sentence.start - spot.end
    return gap if gap >= 0 else 30 - gap


def _nearest(mentions: list[M], spot: Spot) -> M:
    return min(mentions, key=lambda m: (_gap(m, spot), m.start))
