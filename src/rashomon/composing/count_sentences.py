"""Counts as sentences: the number, whom it counts, where and when, its source; its parts and their sources."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.composing.counts import Count
from rashomon.composing.figure_wording import GroupWords
from rashomon.composing.naming import is_address
from rashomon.composing.noun_phrases import PhraseNouns, is_plural
from rashomon.composing.own_words import in_own_words
from rashomon.composing.phrases import listed, sentence
from rashomon.composing.source_names import is_written
from rashomon.composing.words import Words
from rashomon.knowledge.library import Library
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.happening import Event


def parts_of(count: Count, words: Words) -> list[Figure]:
    """Figures that state a part of this count ("eight of them children"), one for each group."""
    whole = set(count.claims)
    found: dict[str, Figure] = {}
    for claim in words.ledger.claims.values():
        if isinstance(claim, Figure) and claim.part_of in whole and claim.realis in ("happened", "claimed"):
            found.setdefault(_one_of(words.figures.group(claim)), claim)
    return list(found.values())


def _one_of(group: str) -> str:
    """The group for comparison: singular and plural are one."""
    return group.removesuffix("s").replace("men", "man")


def count_sentence(
    count: Count, words: Words, *, lead_with_source: bool = False, year: bool = False, of: Event | None = None
) -> Sentence | None:
    """ "At least 27 civilians were killed in Aleppo from 27 to 29 November, according to the United Nations."; `of` a
    happening that stands in place of where and when.
    """
    clause = count_clause(count, words, year=year, of=of)
    if clause is None:
        return None
    caveat = words.figures.caveat([count.figure], count.source)
    lead_with_source = lead_with_source or f"whom {count.source} described" in clause
    starts_with_digit = clause[0].isdigit()
    silent = is_address(count.source) or is_written(count.source, words.library)
    if starts_with_digit and silent:
        text = f"according to {count.source}, {clause}{caveat}"
    elif (lead_with_source or starts_with_digit) and not silent:
        clause = count_clause(count, words, year=year, own_words=count.named, of=of) or clause
        person = _may_be_person(count.source, words.library)
        described = "described" if person else f"{anaphor(count.source, words.library)} described"
        clause = clause.replace(f"whom {count.source} described", described)
        verb = "said" if count.named or count.source.endswith(("report", "reports")) else "reported"
        text = f"{count.source} {verb} that {clause}{caveat}"
    else:
        text = f"{clause}{caveat}, according to {count.source}"
    return Sentence(text=sentence(text), claims=(*count.claims, *(of.claims if of is not None else ())))


def count_clause(
    count: Count, words: Words, *, year: bool = False, own_words: bool = False, of: Event | None = None
) -> str | None:
    """The count without its source and caveats; `own_words` where its source says it in this very sentence."""
    figure = in_own_words(count.figure) if own_words else count.figure
    subject, predicate = words.figures.subject(figure), words.figures.predicate(figure)
    if subject is None or predicate is None:
        return None
    if of is not None:
        return f"{subject}{words.figures.makeup(figure)} {predicate} in {words.events.the_act(of)}"
    place = words.figures.at(count.figure)
    return f"{subject}{words.figures.makeup(figure)} {predicate}{place}{words.figures.date(count.figure, year)}"


def included(parts: Sequence[Figure], count: Count, words: Words, *, after: bool = False) -> Sentence | None:
    """ "The dead included 183 fighters and 28 civilians, according to ...": parts by the count's own source."""
    measure = words.figures.measure(count.figure)
    told = [p for p in parts if _is_plain_part(p, count, words)]
    amounts = [s for p in told if (s := words.figures.subject(p))]
    if measure is None or not amounts:
        return None
    partisan = any(words.ledger.is_partisan(p) for p in told)
    by = (
        f"{anaphor(count.source, words.library)} said"
        if after and count.named and not partisan and not _may_be_person(count.source, words.library)
        else f"according to {count.source}"
    )
    text = f"{measure.subject} included {listed(amounts)}{words.figures.caveat(told, by)}, {by}"
    return Sentence(text=sentence(text), claims=tuple(p.id for p in told))


def _may_be_person(source: str, library: Library) -> bool:
    """Whether a source may be somebody with a name and an office, whom "it" does not mean."""
    *office, last = [w.strip(",.") for w in source.split()]
    return last[:1].isupper() and any(w.casefold() in library.persons.public for w in office)


def anaphor(source: str, library: Library) -> str:
    """ "it" or "they" for a source that was the subject of the sentence before."""
    head = library.words.of(PhraseNouns).head_ends.split(source)[0].split()[-1]
    plural = (head[0].islower() and is_plural(head, library)) or " and " in source
    return "they" if plural else "it"


def _is_plain_part(part: Figure, count: Count, words: Words) -> bool:
    group = words.figures.group(part)
    generic = words.library.words.of(GroupWords).anybody | {words.figures.group(count.figure)}
    if (measure := words.figures.measure(count.figure)) is not None:
        generic |= {measure.singular, measure.plural}
    own = words.naming.source(part.attribution) == (count.source if count.named else None)
    same = (
        own and part.measure == count.measure and part.realis == "happened" and part.place in (None, count.figure.place)
    )
    return same and part.qualifier != "fraction" and group not in generic and bool(words.figures.subject(part))


def part_sentence(part: Figure, count: Count, words: Words) -> Sentence | None:
    """ "Eight of the dead were children, according to ..."."""
    measure = words.figures.measure(count.figure)
    amount = words.figures.share(part) or words.figures.quantity(part)
    group = words.figures.group(part)
    if (
        measure is None
        or amount is None
        or part.measure != count.measure
        or part.unit != count.figure.unit
        or group in (words.figures.group(count.figure), "people", "person", measure.singular, measure.plural)
    ):
        return None
    if words.figures.is_one(part):
        group = f"{'an' if group[0] in 'aeiou' else 'a'} {group}"
    verb = "was" if words.figures.is_one(part) else "were"
    source = words.naming.source(part.attribution) or words.naming.tellers([part.id])
    group = group.replace(f"whom {source} described", "described")
    caveat = words.figures.caveat([part], source)
    text = f"{amount.removesuffix(' of')} of {measure.subject} {verb} {group}{caveat}, according to {source}"
    if amount[0].isdigit():
        text = f"according to {source}, {amount} of {measure.subject} {verb} {group}{caveat}"
    return Sentence(text=sentence(text), claims=(part.id,))
