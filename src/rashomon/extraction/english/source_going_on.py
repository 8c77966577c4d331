"""Whether sentences without a source go on with what the last speaker told, or list the counts that he announced."""

from __future__ import annotations

from rashomon.extraction.english.source_carrying import CarryingWords
from rashomon.extraction.english.source_reading import Spoken
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution

#: So many sentences behind one that speaks of counts as a whole list them, and so many behind one that announces them.
_LISTED, _ANNOUNCED = 5, 20


def goes_on(
    sentence: Sentence, last: Spoken, previous: tuple[Sentence, list[Spoken]], kept: bool, library: Library
) -> bool:
    """Whether a sentence without a source goes on with what the last speaker told: of the people counted there, or
    in the tense of what was said ("X said that 21 died. The storm had wrecked 6,604 houses.")."""
    carrying = library.words.of(CarryingWords)
    if carrying.goes_on(sentence.text, library.number_words):
        return not carrying.is_of_others(sentence.text, f"{last.sentence.text} {previous[0].text if kept else ''}")
    told = carrying.has_number(last.sentence.text, library.number_words)
    if told and last.sentence.paragraph == sentence.paragraph and carrying.is_hearsay(sentence.text):
        return True
    beside = kept or previous[0] is last.sentence
    if told and beside and carrying.goes_on_counting(sentence.text, library.number_words):
        return True
    near = previous[0] is last.sentence and last.sentence.paragraph == sentence.paragraph
    if near and carrying.tells_its_harm(sentence.text, library.number_words):
        return True
    beside = previous[0].end - last.sentence.end <= 0 or carrying.is_backshifted(previous[0].text)
    said = last.act.verb.lower() in carrying.said and "\n\n" not in sentence.text
    return beside and said and carrying.is_backshifted(sentence.text)


def listing_after(
    spoken: list[Spoken], before: list[Spoken], listing: tuple[int, Attribution] | None, to: int | None
) -> tuple[int, Attribution] | None:
    """Up to which sentence counts told of as a whole are listed, and by whom; null once somebody speaks of another
    thing."""
    vouching = spoken or before
    if to is not None and vouching:
        return (to, vouching[-1].attribution)
    return None if spoken else listing


def listed_to(sentence: Sentence, spoken: list[Spoken], at: int, carrying: CarryingWords) -> int | None:
    """Up to which sentence the counts are listed that one announces or speaks of as a whole, or null."""
    if spoken and carrying.announces_counts(sentence.text):
        return at + _ANNOUNCED
    if not carrying.speaks_of_counts(sentence.text):
        return None
    return at + (_ANNOUNCED if carrying.announces(sentence.text) else _LISTED)
