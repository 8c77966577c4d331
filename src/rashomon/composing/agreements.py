"""Who else gives a count: another root with the same number or one that agrees with it."""

from __future__ import annotations

from rashomon.composing.counts import Count, is_of_years
from rashomon.composing.disputes import is_plain, put_at
from rashomon.composing.noun_phrases import PhraseNouns
from rashomon.composing.phrases import sentence
from rashomon.composing.source_names import is_role
from rashomon.composing.words import Words
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.material import Reconciled

#: Two offices of these kinds may be one government's.
_OF_GOVERNMENT = frozenset(("government", "ministry", "official"))
#: That two sources speak of one person is no news.
_TELLING = 3


def agreement(count: Count, reconciled: Reconciled, words: Words) -> Sentence | None:
    """ "The ministry put the number of people killed at 41 as well."; or null."""
    own = set(count.claims)
    for relation in reconciled.relations:
        pair = (relation.from_claim, relation.to_claim)
        if relation.type != "agree" or not own.intersection(pair):
            continue
        other = next(iter(words.ledger.figures([i for i in pair if i not in own])), None)
        if other is not None and (told := _told(other, count, words)) is not None:
            return told
    return None


def _is_one_body(other: Figure, source: str, count: Count, words: Words) -> bool:
    """Whether two sources are one side or house, or one's name lies in the other's ("the Taliban")."""
    one, two = other.attribution, count.figure.attribution
    if one and two and {one.kind, two.kind} <= _OF_GOVERNMENT:
        return True
    if one and two and one.side is not None and one.side == two.side:
        return True
    if one and two and one.family is not None and one.family == two.family:
        return True
    articles = words.library.words.of(PhraseNouns).articles
    names = [{w.casefold() for w in n.split()} - articles for n in (source, count.source)]
    return names[0] <= names[1] or names[1] <= names[0]


def _told(other: Figure, count: Count, words: Words) -> Sentence | None:
    source, measure = words.naming.source(other.attribution), words.figures.measure(other)
    if (
        source is None
        or measure is None
        or is_role(source, words.library.persons)
        or _is_one_body(other, source, count, words)
    ):
        return None
    if (count.figure.value or 0) < _TELLING or not is_plain(other, words) or is_of_years(other):
        return None
    if words.figures.groups(other) != words.figures.groups(count.figure):
        return None
    number = f"the number of {words.figures.groups(other)} {measure.participle} at {put_at(other, words)}"
    date, caveat = words.figures.date(other), words.figures.caveat([other])
    tail = " as well" if other.value == count.figure.value and not caveat else ""
    return Sentence(text=sentence(f"{source} put {number}{date}{caveat}{tail}"), claims=(other.id,))
