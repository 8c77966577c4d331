"""How far a happening of many places reached: the area that a report's lead or headline puts it into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.datelines import is_filing
from rashomon.extraction.english.figures.event_areas import AREAS, AreaWords, first_word, lead_of
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.place import Place

#: Links of grammar between a happening and the area that it is put into: "the bombings of churches in X".
_REACH = 8
#: What ties a place to the noun before it.
_TIES = ("prep", "pobj", "compound", "nmod", "poss", "conj", "appos", "amod", "npadvmod")
_PLURAL = ("NNS", "NNPS")


def extent_of(analysis: Analysis, words: HappeningWords, areas: AreaWords) -> Place | None:
    """The area of "landslides in X", "a string of bombings across X" or "the X attacks", where lead or headline tell of
    happenings of many places; the finer of the two."""
    lead = lead_of(analysis)
    told = next(_extents(analysis, lead, words), None) if lead is not None else None
    titles = [s for s in analysis.sentences if s.field == "title"]
    headed = next((p for s in titles for p in _extents(analysis, s, words)), None)
    if told is None or headed is None:
        return told or (headed if headed is not None and not _names_finer(analysis, lead, headed, areas) else None)
    return told if areas.is_finer(told, headed) else headed


def _names_finer(analysis: Analysis, lead: Sentence | None, area: Place, areas: AreaWords) -> bool:
    """Whether the lead names a place inside the headline's area: it then tells of one happening of several."""
    places = analysis.places_in(lead.field, lead.start, lead.end) if lead is not None else ()
    inside = (p for p in places if p.role == "at" and not p.adjectival and not is_filing(analysis.report, p))
    return any(areas.is_finer(p, area) and first_word(p) != first_word(area) for p in inside)


def is_of_one_town(analysis: Analysis, words: HappeningWords) -> bool:
    """Whether the lead puts happenings of many places into one town: "the riots in the city of X"."""
    lead = lead_of(analysis)
    places = list(_extents(analysis, lead, words, (*AREAS, "town"))) if lead is not None else []
    if lead is None or lead.parse is None or not places or places[0].kind != "town" or places[0].precision == "near":
        return False
    token = lead.parse.at(places[0].end - 1 - lead.start)
    others = token is None or lead.parse.kids(token, "conj") or token.dep == "conj"
    return not others and len({p.name for p in places if p.kind == "town"}) == 1


def _extents(
    analysis: Analysis, sentence: Sentence, words: HappeningWords, kinds: Sequence[str] = AREAS
) -> Iterator[Place]:
    """The places of some kinds that a sentence puts a happening of many places into, the nearest to it first."""
    parse = sentence.parse
    if parse is None:
        return
    found: list[tuple[int, int, Place]] = []
    for place in analysis.places_in(sentence.field, sentence.start, sentence.end):
        token = parse.at(place.end - 1 - sentence.start)
        if token is None or place.adjectival or place.kind not in kinds:
            continue  # "Ruritanian air strikes" are Ruritania's
        if place.role != "at" or is_filing(analysis.report, place):
            continue
        far = _steps_to_happening(parse, token, words)
        if far is not None:
            found.append((far, place.start, place))
    yield from (place for _, _, place in sorted(found, key=lambda one: one[:2]))


def tells_all(parse: Parse, words: HappeningWords) -> bool:
    """Whether a sentence speaks of happenings met before as one: "the coordinated bombings"."""
    many = (t for t in parse.tokens if t.tag in _PLURAL and _is_plural(t, words))
    return any(kid.lower in ("the", "these") for t in many for kid in parse.kids(t, "det"))


def _steps_to_happening(parse: Parse, token: Token, words: HappeningWords) -> int | None:
    """How many links of grammar stand between a place and a happening of many places, or none."""
    following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if following is not None and _heads_title(parse, following) and _is_plural(following, words):
        return 1
    for steps in range(1, _REACH):
        if token.dep not in _TIES:
            return None
        token = parse.head(token)
        if _is_of_many(parse, token, words):
            return steps
        if token.pos in ("VERB", "AUX"):
            subjects = (*parse.kids(token, "nsubj"), *parse.kids(token, "nsubjpass"))
            return steps + 1 if any(_is_of_many(parse, t, words) for t in subjects) else None
    return None


def _heads_title(parse: Parse, token: Token) -> bool:
    """Whether a word closes what a headline is about: "X mudslides: ..." is parsed as what X does."""
    behind = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    return token.pos in ("NOUN", "PROPN", "VERB") and (behind is None or behind.lower == ":")


def _is_of_many(parse: Parse, token: Token, words: HappeningWords) -> bool:
    """Several happenings of one kind ("landslides", "a wave of bombings"), or one that is spread over an area."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    if token.lower in words.spread or (token.tag in _PLURAL and _is_plural(token, words)):
        return True
    inner = (o for link in parse.kids(token, "prep") if link.lower == "of" for o in parse.kids(link, "pobj"))
    return any(o.tag in _PLURAL and _is_plural(o, words) for o in inner)


def _is_plural(token: Token, words: HappeningWords) -> bool:
    known = words.single | words.several
    return any(token.lower.removesuffix(end) in known and token.lower.endswith(end) for end in ("s", "es"))
