"""Places that a sentence points back to: "in the same province", "across the country", the country of a whole war."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.figures.countries_told import country_of
from rashomon.extraction.english.figures.datelines import is_filing
from rashomon.extraction.english.figures.event_namings import locates
from rashomon.extraction.english.figures.happening_words import HappeningWords
from rashomon.extraction.english.figures.pointing_words import PointingWords
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.language.syntax import Sentence, Token
from rashomon.model.claim import Figure
from rashomon.model.passage import Mention
from rashomon.model.place import Place

#: How far back a pointing phrase reaches (code points).
_POINTED_REACH = 1200
#: "The capital" stands this near before its name (code points).
_CAPITAL = 12
_CALLED_CAPITAL = re.compile(r"(?i),? (?:is )?(?:the|a) (?:[\w'’-]+ ){0,3}capital\b")
#: What stands before a town, and behind one that owns somebody ("Kotri's mayor").
_BEFORE_TOWNS, _OWNS = (" in ", " of ", " at "), ("'s ", "’s ")
#: How far back an official's area is named (code points).
_OFFICIALS_REACH = 300


def pointed_at(analysis: Analysis, figure: Figure, view: SentenceView) -> Place | None:
    """The place named last that "in the city", "in the same department", "nationwide" or "the provincial governor" can
    mean; one of that noun before others."""
    if figure.field != "text":
        return None
    sentence = view.sentence
    pointing_words = view.words.of(PointingWords)
    pointing = pointing_words.pointed.search(sentence.text)
    if pointing is not None and _owns_office(sentence.text, pointing):
        pointing = None
    if pointing is not None and _goes_on(view, pointing.end("noun")):
        pointing = None
    if pointing is not None and not is_compound(view, pointing.end("noun")) and not _is_name(analysis, view, pointing):
        kinds = pointing_words.kinds_of(pointing["noun"])
        return _named_before(analysis, sentence, pointing_words, pointing, kinds, pointing["noun"].lower())
    whole = pointing_words.whole_country.search(sentence.text)
    if whole is not None:
        country = _named_before(analysis, sentence, pointing_words, whole, ("country",))
        return country or country_of(analysis, view.words.of(HappeningWords))
    there = next((t for t in view.parse.tokens if t.lower == "there" and t.dep == "advmod" and t.pos == "ADV"), None)
    if there is not None and there.i > 0:
        return _last_site(analysis, sentence, there)
    official = pointing_words.official.search(sentence.text)
    if official is not None:
        kinds = pointing_words.kinds_of(official["area"])
        return _named_before(analysis, sentence, pointing_words, official, kinds, reach=_OFFICIALS_REACH)
    return None


def _owns_office(text: str, pointing: re.Match[str]) -> bool:
    """ "the spokesman of the state's chief minister": a land that only says whose an office is."""
    return pointing[0].lower().startswith("of ") and text[pointing.end("noun") :][:2] in ("'s", "’s")


def left_behind(analysis: Analysis, figure: Figure, view: SentenceView) -> Place | None:
    """The settlement named before that people on the move leave: "150,000 have left the city for other parts of X"."""
    words = view.words.of(PointingWords)
    if figure.field != "text" or figure.measure not in words.movers:
        return None
    left = words.leaving.search(view.sentence.text)
    if left is None or is_compound(view, left.end("noun")):
        return None
    noun = left["noun"].lower()
    place = _named_before(analysis, view.sentence, words, left, words.kinds_of(noun), noun)
    return msgspec.structs.replace(place, role="from") if place is not None else None


def _goes_on(view: SentenceView, end: int) -> bool:
    """Whether a participle says which place is meant: "in the city called X", not "the attack on the city killed"."""
    token = view.parse.at(end - 1)
    following = view.parse.tokens[token.i + 1] if token is not None and token.i + 1 < len(view.parse.tokens) else None
    return following is not None and following.dep == "acl" and following.lower.endswith("ed")


def is_compound(view: SentenceView, end: int) -> bool:
    """Whether a noun only describes the one behind it: "the district hospital"."""
    token = view.parse.at(end - 1)
    following = view.parse.tokens[token.i + 1] if token is not None and token.i + 1 < len(view.parse.tokens) else None
    return (
        token is not None and following is not None and token.dep == "compound" and following.pos in ("NOUN", "PROPN")
    )


def _is_name(analysis: Analysis, view: SentenceView, pointing: re.Match[str]) -> bool:
    """Whether a place has the noun as a part of its name: "in the Kotri Republic"."""
    start, end = (view.sentence.start + at for at in pointing.span("words"))
    return any(p.end >= end and not p.adjectival for p in analysis.places_in(view.sentence.field, start, end))


def _last_site(analysis: Analysis, sentence: Sentence, there: Token) -> Place | None:
    """The place named last that "there" means, in the sentence or the one before."""
    at = sentence.start + there.start
    before = analysis.sentence_before("text", sentence.start)
    low = before.start if before is not None else sentence.start
    named = [p for p in analysis.places_in("text", low, at) if not p.adjectival and p.role == "at"]
    words = Mention(field="text", start=at, end=sentence.start + there.end, text=there.text)
    if not named:
        return None
    site = named[-1]
    for inner in reversed(named[:-1]):  # "in Kotri, 20 km west of Jaral": not Jaral
        told = sentence if inner.start >= sentence.start else before
        site = inner if told is not None and site.start < told.end and locates(told, inner, site) else site
    return msgspec.structs.replace(site, how="neighbour", phrase=words)


def _named_before(
    analysis: Analysis,
    sentence: Sentence,
    words: PointingWords,
    pointing: re.Match[str],
    kinds: Sequence[str],
    noun: str = "\n",
    reach: int = _POINTED_REACH,
) -> Place | None:
    at = sentence.start + pointing.start()
    before = analysis.places_in("text", max(0, at - reach), at)
    told = [p for p in before if not is_filing(analysis.report, p)]
    fits = _fitting(told, kinds) or _spoken_for(analysis, told, kinds) or _fitting(before, kinds)
    if "country" in kinds and len(kinds) == 1:
        fits = [p for p in fits if p.role == "at"]  # "fled to Ruritania" leaves its land in mind
    fits = fits or _fitting(analysis.places_in("title", 0, reach), kinds) or [p for p in told if p.kind in kinds]
    if noun == "capital":
        fits = [p for p in fits if _is_capital(analysis.report.field_text(p.field), p)]
    if not fits:
        return None
    if noun in words.firsts:  # "the Kotri chief minister" names a state, too
        states = [p for p in before if p.kind == "admin1"]
        fits = [p for p in fits if p.kind == "admin1"] or states[-1:] or fits
    named = [p for p in fits if p.text.lower().endswith(noun)]
    if named and pointing["words"].lower().startswith("that ") and fits[-1].kind == named[-1].kind:
        named = []  # another of the kind was told since, without the noun
    start, end = sentence.start + pointing.start("words"), sentence.start + pointing.end("words")
    phrase = Mention(field="text", start=start, end=end, text=analysis.report.text[start:end])
    place = (named or fits)[-1]
    role = "at" if place.role == "from" else place.role
    return msgspec.structs.replace(place, role=role, how="neighbour", phrase=phrase)


def _fitting(places: Sequence[Place], kinds: Sequence[str]) -> list[Place]:
    """The places of some kinds that something can be at."""
    fits = [p for p in places if p.kind in kinds and (not p.adjectival or "country" in kinds)]
    fits = [p for p in fits if p.role != "from"]
    return [p for p in fits if not _names_body(p, places)]


def _spoken_for(analysis: Analysis, places: Sequence[Place], kinds: Sequence[str]) -> list[Place]:
    """Where a town is looked for: those that only speakers are said to be in, and the areas that only a name tells of,
    which can be their town's ("doctors in Kotri said that the city")."""
    if "town" not in kinds:
        return []
    text = analysis.report.text
    bare = [p for p in places if p.kind in ("town", "admin1", "admin2") and p.role == "at" and " " not in p.text]
    bare = [p for p in bare if p.text[-1:].islower() and not _names_body(p, places)]
    return [p for p in bare if text[: p.start].endswith(_BEFORE_TOWNS) or text[p.end :].startswith(_OWNS)]


def _names_body(place: Place, others: Sequence[Place]) -> bool:
    """Whether a name is that of a facility named before, cut short: "Yale" behind "Yale University"."""
    return any(p.kind == "facility" and p.text.startswith(f"{place.text} ") for p in others)


def _is_capital(text: str, place: Place) -> bool:
    """ "the capital X", "X, the capital of Y"."""
    before = text[max(0, place.start - _CAPITAL) : place.start].lower()
    return "capital" in before or _CALLED_CAPITAL.match(text, place.end) is not None
