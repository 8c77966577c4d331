"""Noun phrases that name a source: their bounds by the parse tree, and by the words beside a verb where it fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.speech import SpeechWords
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token

#: Half-open token indices of a phrase and its head.
Bounds = tuple[int, int, int]
_STOPS = frozenset(',;:()[]"“”–—')
_LEFT_DEPS = frozenset(
    "det compound amod poss nummod nmod predet preconj npadvmod case quantmod advmod punct prep pobj cc conj"
    " dep".split()
)
#: Prepositions inside the name of a source; all but the first two only behind a noun for a person, source or body.
_OF = frozenset({"of", "for"})
#: No name of a source is longer (tokens).
_LONGEST = 22
#: Capitals up to this length may be a body's short name, longer ones in a row are a heading (letters).
_LONGEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class SourcePhraseWords(WordClasses):
    """Words at the edge of a source's name."""

    source: ClassVar[str] = "en/words/sources.toml#phrases"

    at: frozenset[str]
    times: frozenset[str]
    channels: frozenset[str]
    particles: frozenset[str]
    tied: frozenset[str]


def tree_bounds(parse: Parse, head: Token, words: SpeechWords) -> Bounds:
    """The noun phrase of a head: modifiers, "of"-phrases and conjuncts, no clauses."""
    left = head.i
    while left > 0 and head.i - left < _LONGEST:
        if _is_short_name(parse, left - 3) and _under(parse, parse.tokens[left - 4], head):
            left -= 3  # "figures from the Harbour Board (HB) authorities"
            continue
        if not _under(parse, parse.tokens[left - 1], head):
            break
        if parse.tokens[left].pos == "DET" and parse.tokens[left - 1].pos in ("NOUN", "VERB", "NUM"):
            break  # "Of the injured the ministry counted 2,300"
        left -= 1
    while left < head.i and (parse.tokens[left].dep in ("punct", "cc", "case") or parse.tokens[left].pos == "PUNCT"):
        left += 1
    if left < head.i and parse.tokens[left].pos == "ADV" and parse.tokens[left + 1].pos == "DET":
        left += 1  # "Earlier the president of ..."
    if left + 2 < head.i and says_when(parse.tokens[left].lower, words) and parse.tokens[left + 2].tag == "POS":
        left += 1  # "Early on Sunday Haiti's agency"
    left += left < head.i and _is_day_before(parse, left, words)
    today = left == 0 < head.i and parse.tokens[0].lower in words.classes.of(CalendarWords).days
    left += today and parse.tokens[1].pos == "PROPN"  # "Today Ada Moss confirmed it"
    return _behind_heading(parse, left, head), _right_bound(parse, head, words, 0), head.i


def _is_day_before(parse: Parse, left: int, words: SpeechWords) -> bool:
    """Whether a phrase begins with the day of the sentence around it: "On Sunday state radio"."""
    return left > 0 and parse.tokens[left - 1].lower == "on" and says_when(parse.tokens[left].lower, words)


def _is_short_name(parse: Parse, at: int) -> bool:
    """Whether a short name in brackets begins at an index, behind another token."""
    tokens = parse.tokens[at : at + 3] if at > 0 else ()
    return len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].text.isupper()


def _behind_heading(parse: Parse, left: int, head: Token) -> int:
    """The first token behind a heading in capitals that ran into the name: "ROAD CLOSED Opposition activists"."""
    first = left
    while first < head.i and parse.tokens[first].text.isupper() and len(parse.tokens[first].text) > _LONGEST_ACRONYM:
        first += 1
    return first if first - left > 1 and parse.tokens[first].text.istitle() else left


def _under(parse: Parse, token: Token, head: Token) -> bool:
    if token.text in _STOPS or (token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound")):
        return False
    # "Channel 9 News": a number right behind the name that it belongs to is part of it.
    own = token.head in (head.i, token.i - 1) and (token.head == head.i or parse.head(token).pos == "PROPN")
    if token.pos == "NUM" and not own and parse.tokens[token.i + 1].text != "-":
        return False
    for _ in range(_LONGEST):
        if token.i == head.i:
            return True
        if token.dep not in _LEFT_DEPS:
            return False
        token = parse.head(token)
    return False


def _right_bound(parse: Parse, head: Token, words: SpeechWords, depth: int) -> int:
    tokens, right = parse.tokens, head.i + 1
    while right < len(tokens) and depth < 6:
        token = tokens[right]
        if token.head == head.i and token.dep == "prep" and _continues(parse, head, token, words):
            right = _right_bound(parse, parse.kids(token, "pobj")[0], words, depth + 1)
        elif token.lower in words.classes.of(SourcePhraseWords).tied and (tie := _tie(parse, head, token)) is not None:
            right = _right_bound(parse, tie, words, depth + 1)
        elif token.head == head.i and token.dep == "cc" and token.lower in ("and", "or", "&"):
            joined = [t for t in parse.kids(head, "conj") if t.i > right and t.pos in ("NOUN", "PROPN")]
            if not joined or tree_bounds(parse, joined[0], words)[0] != right + 1:
                break
            right = _right_bound(parse, joined[0], words, depth + 1)
        elif token.dep == "case" or (token.pos == "NUM" and token.head == head.i == right - 1 and head.pos == "PROPN"):
            right += 1
        elif (
            token.text == "("
            and right + 2 < len(tokens)
            and tokens[right + 2].text == ")"
            and tokens[right + 1].text.isupper()
        ):
            right += 3
        elif _links_names(parse, right, words):
            right += 2
            while right < len(tokens) and tokens[right].pos == "PROPN":
                right += 1
        elif token.text == "," and (after := _listed(parse, head, right)):
            right = _right_bound(parse, after, words, depth + 1)
        else:
            break
    return right


def _tie(parse: Parse, head: Token, token: Token) -> Token | None:
    """Whom a source is said to be tied to: the protesters of "doctors close to the protesters"."""
    if token.head != head.i:
        return None
    to = [p for k in parse.kids(token, "prep") for p in parse.kids(k, "pobj") if k.i == token.i + 1]
    return to[0] if to else None


def _listed(parse: Parse, head: Token, comma: int) -> Token | None:
    """The next conjunct of a list ("hospitals, relatives and police")."""
    joined = [t for t in parse.kids(head, "conj") if t.i > comma and t.pos in ("NOUN", "PROPN")]
    return (
        joined[0] if joined and all(t.pos not in ("VERB", "AUX") for t in parse.tokens[comma : joined[0].i]) else None
    )


def _continues(parse: Parse, head: Token, preposition: Token, words: SpeechWords) -> bool:
    known = words.classes.of(SourcePhraseWords)
    objects = parse.kids(preposition, "pobj")
    if not objects or objects[0].i < preposition.i or objects[0].tag == "CD":
        return False
    if objects[0].lemma in known.channels or any(says_when(w, words) for w in (objects[0].lemma, objects[0].lower)):
        return False
    counted = words.is_count(objects[0].lemma) and any(t.lower == "a" for t in parse.kids(objects[0], "det"))
    if parse.kids(objects[0], "nummod") or counted:
        # "The movement for more than 600 people killed": a counted thing is what is told, no part of a name.
        return False
    return preposition.lower in _OF or (preposition.lower in known.at and is_source_noun(head, words))


def _links_names(parse: Parse, at: int, words: SpeechWords) -> bool:
    """Whether a small word of another language, or one in capitals, stands between two names: "Rio Grande do Sul"."""
    tokens = parse.tokens
    if not 0 < at < len(tokens) - 1:
        return False
    if tokens[at].pos == "ADP" and all(tokens[k].text.istitle() for k in (at - 1, at, at + 1)):
        return True  # "Doctors Without Borders"
    particle = tokens[at].lower in words.classes.of(SourcePhraseWords).particles
    return particle and tokens[at - 1].pos == tokens[at + 1].pos == "PROPN"


def says_when(word: str, words: SpeechWords) -> bool:
    """Whether a word in lower case is a day, a month or a time of day: it says when, and names nobody."""
    return word in words.classes.of(CalendarWords).named or word in words.classes.of(SourcePhraseWords).times


def is_source_noun(token: Token, words: SpeechWords) -> bool:
    """Whether a noun names a person by role, a body or a document."""
    lemma = token.lemma
    return bool(words.role_of(lemma) or words.body_of(lemma) or words.is_document(lemma) or words.is_count(lemma))


def bounds_before(parse: Parse, at: int, words: SpeechWords) -> Bounds | None:
    """The noun phrase that ends right before a token, read backwards by parts of speech; null where none does."""
    tokens = parse.tokens
    end = _skip_adverbs(parse, at, words)
    if end <= 0 or tokens[end - 1].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    left = end - 1
    if tokens[left].pos == "PRON":
        return left, end, left
    while left > 0 and end - left < _LONGEST and _extends(parse, left, words):
        left -= 1
    while left < end - 1 and tokens[left].pos in ("PUNCT", "CCONJ", "ADP", "PART"):
        left += 1
    left += left < end - 1 and _is_day_before(parse, left, words)
    head = end - 1
    for i in range(left + 1, end):
        if tokens[i].pos == "ADP" and tokens[i - 1].pos in ("NOUN", "PROPN"):
            head = i - 1
            break
    return left, end, head


def _skip_adverbs(parse: Parse, at: int, words: SpeechWords) -> int:
    if at > 3 and parse.tokens[at - 1].text == ")" and parse.tokens[at - 3].text == "(":
        return at - 3
    while at > 0 and (parse.tokens[at - 1].pos in ("ADV", "AUX") or says_when(parse.tokens[at - 1].lower, words)):
        at -= 1
        if at > 0 and parse.tokens[at - 1].lower == "on" and says_when(parse.tokens[at].lower, words):
            at -= 1
    return at


def _extends(parse: Parse, left: int, words: SpeechWords) -> bool:
    """Whether the token before `left` belongs to the phrase that begins there."""
    token, first = parse.tokens[left - 1], parse.tokens[left]
    if first.pos == "DET" or (first.pos == "PRON" and first.tag == "PRP$"):
        if token.lower == "and" and left > 2:  # ", officials and the press said"
            return parse.tokens[left - 3].text in _STOPS and is_source_noun(parse.tokens[left - 2], words)
        return token.pos == "ADP" and left > 1 and _links(parse, left - 1, words)
    if first.pos == "NUM":
        return token.pos == "PROPN" and parse.tokens[left + 1].text[:1].isupper()
    if token.text == "-" or first.text == "-":
        return token.pos not in ("VERB", "AUX", "ADP") or token.dep in ("amod", "npadvmod", "compound")
    if token.pos == "PROPN" or (token.pos == "NOUN" and not says_when(token.lower, words)):
        if first.pos == "ADJ" or first.pos == "VERB":
            return False
        return token.pos == "PROPN" or first.pos != "PROPN" or is_source_noun(token, words)
    if token.pos == "NOUN":
        return False
    if token.pos == "ADP":
        return left > 1 and _links(parse, left - 1, words)
    if token.pos == "CCONJ":
        before = parse.tokens[left - 2] if left > 1 else None
        return (
            before is not None
            and token.lower == "and"
            and before.pos in ("NOUN", "PROPN")
            and is_source_noun(before, words)
        )
    return token.pos in ("ADJ", "DET", "NUM", "PART") or token.tag == "PRP$" or token.dep == "amod"


def _links(parse: Parse, at: int, words: SpeechWords) -> bool:
    """Whether the preposition at an index links two parts of one name."""
    token, before = parse.tokens[at], parse.tokens[at - 1]
    if before.pos not in ("NOUN", "PROPN"):
        return False
    if token.lower in _OF:
        return before.pos == "PROPN" or is_source_noun(before, words)
    within = token.lower in words.classes.of(SourcePhraseWords).at
    return within and before.pos == "NOUN" and words.role_of(before.lemma) is not None
