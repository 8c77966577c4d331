"""What a quantity counts: the noun phrase that goes on behind its number, and where that ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.measures import Measures
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Token

#: A noun phrase goes on for at most this many words after its number.
_LONGEST_PHRASE = 9
#: Tags of quotation marks.
_QUOTES = ("``", "''")
#: A bound of age is so many words at most ("between the ages of 3 and 12 years").
_LONGEST_AGE = 9


@dataclass(frozen=True, slots=True)
class PhraseWords(WordClasses):
    """Words by which the phrase of a counted noun goes on or ends."""

    source: ClassVar[str] = "en/words/figures.toml#phrases"

    pronouns: frozenset[str]
    pointing: frozenset[str]
    loose: frozenset[str]
    added: frozenset[str]
    before_description: frozenset[str]
    before_group: frozenset[str]
    age_bounds: frozenset[str]
    age_words: frozenset[str]
    age_joins: frozenset[str]
    age_units: frozenset[str]
    told: frozenset[str]


class Counted(msgspec.Struct, frozen=True, gc=False):
    """The noun that a quantity counts (null where it stands alone) and where its phrase ends (a token index).

    `next` lies behind a bound of age too ("children under the age of eight").
    `compound` is the noun with the word before it ("rescue workers").
    `partitive` is true for "12 of them", "three of the dead".
    """

    head: Token | None
    next: int
    partitive: bool = False
    more: bool = False
    compound: str = ""


def find_counted(parse: Parse, i: int, quantity: Quantity, measures: Measures, words: WordBook) -> Counted:
    """What a quantity counts whose words end before token i."""
    known = words.of(PhraseWords)
    tokens = parse.tokens
    partitive = False
    if i + 1 < len(tokens) and tokens[i].lower == "more" and tokens[i + 1].lower == "of":
        rest = find_counted(parse, i + 1, quantity, measures, words)
        return msgspec.structs.replace(rest, more=True)  # "two more of the wounded"
    if i < len(tokens) and tokens[i].lower == "of" and i + 1 < len(tokens):
        following = tokens[i + 1].lower
        points = tokens[i + 1].dep == "det" and i + 2 < len(tokens)  # "75 of these deaths"
        if following in known.pronouns and not points:
            return Counted(None, i + 2, partitive=True)
        partitive = following in known.pointing or following in known.pronouns
        i += 2 if partitive else 1
    if i + 2 < len(tokens) and (tokens[i].lower, tokens[i + 1].lower) == ("out", "of") and tokens[i + 2].pos == "NUM":
        return _phrase(parse, i + 3, quantity, measures, words, False)  # "94 out of 255 schools"
    return _phrase(parse, i, quantity, measures, words, partitive)


def _phrase(
    parse: Parse, start: int, quantity: Quantity, measures: Measures, words: WordBook, partitive: bool
) -> Counted:
    known, calendar = words.of(PhraseWords), words.of(CalendarWords).named
    tokens = parse.tokens
    head: Token | None = None
    more = False
    i = start
    while i < len(tokens) and i < start + _LONGEST_PHRASE:
        token = tokens[i]
        if token.lower in known.loose:
            more = more or token.lower in known.added
            i += 1
            continue
        if token.tag in _QUOTES and head is None and i + 1 < len(tokens) and _in_phrase(parse, i + 1, measures, known):
            i += 1  # 'the "around 40" people', '26 "armed criminals"'
            continue
        if (
            i + 2 < len(tokens)
            and tokens[i + 1].lower == "-"
            and tokens[i + 1].start == token.end
            and token.pos != "NUM"
        ):
            i += 2
            continue
        if i > start and _joins_modifiers(parse, i, measures):
            i += 1
            continue
        if token.lower in calendar or not _in_phrase(parse, i, measures, known):
            break
        if token.pos in ("NOUN", "PROPN") or token.lower in measures.plurals or token.lower in measures.classes:
            head = token
        i += 1
        if head is token and _ends_phrase(parse, token, quantity, measures):
            break
    while i > start and head is not None and i - 1 > head.i:
        i -= 1
    if head is None:
        return Counted(None, start + (1 if more else 0), partitive, more)
    compound = f"{tokens[head.i - 1].lower} {head.lower}" if head.i > start else ""
    return Counted(head, _past_age(tokens, head.i + 1, known), partitive, more, compound)


def _joins_modifiers(parse: Parse, i: int, measures: Measures) -> bool:
    """Whether the "and" at a token goes on inside a phrase: "public and private buildings", "state and private"."""
    before, token = parse.tokens[i - 1], parse.tokens[i]
    if token.dep != "cc" or before.pos == "PROPN":
        return False
    joined = before.dep in ("amod", "nmod", "compound") and before.head > i
    mass = before.tag == "NN" and before.lower not in measures.plurals and not measures.class_of(before.lower)
    return joined or (mass and any(k.tag == "NNS" and k.i > i + 1 for k in parse.kids(before, "conj")))


def _past_age(tokens: tuple[Token, ...], i: int, known: PhraseWords) -> int:
    """The token behind a bound of age ("under the age of eight", "aged 3 to 12") that begins at one; else that one."""
    if i >= len(tokens) or tokens[i].lower not in known.age_bounds:
        return i
    k = i + 1
    while k < len(tokens) and k - i < _LONGEST_AGE and tokens[k].lower in known.age_words:
        k += 1
    aged = tokens[i].lower != "between" or any(t.lower in ("age", "ages") for t in tokens[i:k])
    if not aged or not _is_age(tokens, k):
        return i
    k += 1
    if k < len(tokens) and tokens[k].lower in known.age_joins and _is_age(tokens, k + 1):
        following = tokens[k + 2] if k + 2 < len(tokens) else None
        counts = following is not None and following.pos == "NOUN" and following.lower not in known.age_units
        k += 0 if counts else 2
    while k < len(tokens) and tokens[k].lower in known.age_units:
        k += 1
    return k


def _is_age(tokens: tuple[Token, ...], i: int) -> bool:
    return i < len(tokens) and tokens[i].pos == "NUM" and not (tokens[i].text.isdigit() and len(tokens[i].text) > 2)


def _in_phrase(parse: Parse, i: int, measures: Measures, known: PhraseWords) -> bool:
    token = parse.tokens[i]
    following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    if token.lower in measures.plurals:
        return True
    if token.pos in ("NOUN", "PROPN") or token.tag == "HYPH":
        return not _is_verbal(token, measures)
    if token.lower in measures.cues and token.tag in ("VBN", "VBD", "JJ") and token.lower not in measures.classes:
        # "15 wounded soldiers" goes on, "15 wounded in" does not.
        return following is not None and following.pos in ("NOUN", "PROPN", "ADJ") and token.dep in ("amod", "compound")
    if token.tag == "POS":
        # "90% of the city's buildings", "four of the city's 12 hospitals".
        return following is not None and following.pos in ("NOUN", "ADJ", "NUM")
    if token.pos == "ADV" and following is not None and following.tag == "VBN" and following.dep == "amod":
        return token.head == following.i  # "183 previously occupied settlements"
    if token.lower in known.told and following is not None and following.tag == "NNS":
        return parse.tokens[i - 1].pos == "NUM"  # "27 reported deaths", whatever the tree makes of it
    if token.pos == "ADJ" or token.tag in ("VBN", "VBG"):
        return (
            following is not None
            and (
                following.pos in ("NOUN", "PROPN", "ADJ")
                or following.tag in ("HYPH", "VBN", "VBG")
                or _joins_modifiers(parse, i + 1, measures)
            )
            and (token.pos == "ADJ" or token.dep in ("amod", "compound", "nmod"))
        )
    return token.pos == "NUM" and token.dep == "nummod" and parse.tokens[i - 1].tag == "POS"


def _is_verbal(token: Token, measures: Measures) -> bool:
    """A headline's verb taken for a noun ("kills", "wounds"), and the participle in "7 Shot"."""
    cues = measures.cues.get(token.lower, ())
    if "never" in measures.class_of(token.lower) and any(c.shape == "ed" for c in cues):
        return True
    if token.lower in measures.classes or any(c.role == "noun" for c in cues):
        return False
    if token.tag == "NN" and any(c.counts == "people" and c.role in ("subject", "known_subject") for c in cues):
        return True  # "makes thousands flee"
    return any(c.shape in ("s", "ing") and c.role in ("object", "subject") for c in cues)


def _ends_phrase(parse: Parse, token: Token, quantity: Quantity, measures: Measures) -> bool:
    plural = token.tag in ("NNS", "NNPS") or token.lower in measures.plurals
    known_plural = token.lower in measures.classes and token.lower.endswith(("s", "men", "people", "children"))
    if not plural and not known_plural:
        return False
    if quantity.value == 1 and token.lower not in ("others", "people"):
        return True
    following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    joined = following is not None and token.dep in ("compound", "amod", "nmod") and token.head == following.i
    return not (
        joined
        and following is not None
        and following.tag in ("NNS", "NN", "NNPS")
        and (following.lower in measures.classes or following.tag == "NNS")
        and not (following.tag == "NN" and any(c.role == "state" for c in measures.cues.get(following.lower, ())))
    )
