"""Who a noun phrase names as a source: where it stands, and whether it is a person, a body, a role or a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token

SpeakerKind = Literal["person", "body", "role", "document", "pronoun", "media", "other"]
#: Prepositions that continue the name of a source ("the head of", "a source at", "the ministry in").
_CONTINUING = frozenset({"of", "for", "at", "in", "from", "to", "with", "inside", "on", "near"})
#: Of these, the ones that do so only behind a noun for a person or a source ("sources close to", "an official with").
_AFTER_ROLE = frozenset({"at", "in", "from", "to", "with", "inside", "on", "near"})
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow week month year day hour morning evening night noon "
    "midnight afternoon dawn minute statement interview tweet post conference briefing letter report call telephone phone "
    "condition".split()
)
_LEFT_DEPS = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod", "predet", "npadvmod", "case", "quantmod", "advmod", "punct", "nounmod", "appos", "prep", "pobj", "cc", "conj", "dep"})  # fmt: skip
#: No name of a source is longer (tokens).
_LONGEST = 24
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "we", "i", "this", "these", "those", "others", "some", "both", "one", "another"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source's noun phrase; offsets count in the sentence.

    `name` is a person's own name and `organisation` the body that a person or document belongs to, as worded.
    """

    start: int
    end: int
    text: str
    head: int
    kind: SpeakerKind
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    private: bool = False
    definite: bool = False
    plural: bool = False


def read_speaker(parse: Parse, head: Token, text: str, library: Library) -> Speaker:
    """The source that the noun phrase around a token names."""
    left, right = phrase_bounds(parse, head)
    tokens = parse.tokens[left:right]
    start, end = tokens[0].start, tokens[-1].end
    appositive = _appositive(parse, head, right)
    kind = _kind(tokens, head, appositive, library)
    name = role = organisation = None
    if kind == "person":
        name, role = _name_and_role(tokens, head, library)
        if appositive is not None:
            low, high = phrase_bounds(parse, appositive)
            beside = text[parse.tokens[low].start : parse.tokens[high - 1].end]
            if appositive.pos == "PROPN" and not _names_person(tokens, head, library):
                name, role = beside, text[start:end]
                start, end = parse.tokens[low].start, parse.tokens[high - 1].end
            elif role is None:
                role = beside
        organisation = _organisation_of(text[tokens[0].start : tokens[-1].end], role, library)
    elif kind in ("role", "document"):
        organisation = _owner(parse, head, left, right, text, library)
    return Speaker(
        start=start,
        end=end,
        text=text[start:end],
        head=head.i,
        kind=kind,
        name=name,
        role=role if kind == "person" else (text[start:end] if kind == "role" else None),
        organisation=organisation,
        private=_private(parse, tokens, head, appositive, organisation, kind, library),
        definite=tokens[0].lower in ("the", "this", "that") or head.pos == "PROPN",
        plural=head.tag in ("NNS", "NNPS"),
    )


def phrase_bounds(parse: Parse, head: Token) -> tuple[int, int]:
    """Half-open token indices of the noun phrase of a head: modifiers, "of"-phrases and conjuncts, no clauses."""
    left = head.i
    while left > 0 and head.i - left < _LONGEST and _belongs_left(parse, parse.tokens[left - 1], head):
        left -= 1
    while left < head.i and (parse.tokens[left].dep in ("punct", "cc", "case") or parse.tokens[left].pos == "PUNCT"):
        left += 1
    return left, _right_bound(parse, head, 0)


def _belongs_left(parse: Parse, token: Token, head: Token) -> bool:
    if token.text in ',;:()"“”–—' or token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound"):
        return False
    for _ in range(_LONGEST):
        if token.i == head.i:
            return True
        if token.dep not in _LEFT_DEPS:
            return False
        above = parse.head(token)
        if above.i == token.i:
            return False
        token = above
    return False


def _right_bound(parse: Parse, head: Token, depth: int) -> int:
    right = head.i + 1
    while right < len(parse.tokens) and depth < 6:
        token = parse.tokens[right]
        if token.head == head.i and token.dep == "prep" and _continues(parse, head, token):
            right = _right_bound(parse, parse.kids(token, "pobj")[0], depth + 1)
        elif token.head == head.i and token.dep == "cc" and token.lower in ("and", "or"):
            joined = [t for t in parse.kids(head, "conj") if t.i > right and t.pos in ("NOUN", "PROPN")]
            if not joined or phrase_bounds_left(parse, joined[0]) != right + 1:
                break
            right = _right_bound(parse, joined[0], depth + 1)
        elif token.dep == "case" or (token.text == "(" and _closes_acronym(parse, right)):
            right += 1 if token.dep == "case" else 3
        elif token.head == head.i and token.dep == "appos" and token.pos == "PROPN" and token.text.isupper():
            right = token.i + 1
        else:
            break
    return right


def phrase_bounds_left(parse: Parse, head: Token) -> int:
    """The first token of a noun phrase."""
    left = head.i
    while left > 0 and head.i - left < _LONGEST and _belongs_left(parse, parse.tokens[left - 1], head):
        left -= 1
    return left


def _closes_acronym(parse: Parse, i: int) -> bool:
    tokens = parse.tokens
    return i + 2 < len(tokens) and tokens[i + 2].text == ")" and tokens[i + 1].text.isupper()


def _continues(parse: Parse, head: Token, preposition: Token) -> bool:
    if preposition.lower not in _CONTINUING:
        return False
    objects = parse.kids(preposition, "pobj")
    if not objects or objects[0].i < preposition.i or objects[0].lemma in _TIMES or objects[0].tag == "CD":
        return False
    first = parse.tokens[min(preposition.i + 1, len(parse.tokens) - 1)]
    return first.pos not in ("PUNCT", "VERB") and (preposition.lower in ("of", "for") or head.pos in ("NOUN", "PROPN"))


def _appositive(parse: Parse, head: Token, right: int) -> Token | None:
    """The noun that explains the phrase: "Ali Demir, a spokesman", or without a comma."""
    for child in parse.kids(head, "appos"):
        if child.i >= right and child.pos in ("NOUN", "PROPN"):
            return child
    return None


def _kind(tokens: tuple[Token, ...], head: Token, appositive: Token | None, library: Library) -> SpeakerKind:
    words = library.speech
    if head.pos == "PRON" or (head.pos == "DET" and len(tokens) == 1) or head.lower in _PRONOUNS:
        return "pronoun"
    if head.pos == "PROPN" and _names_person(tokens, head, library):
        return "person"
    phrase = " ".join(t.text for t in tokens)
    if library.organisations.find(phrase) is not None:
        return "body"
    if appositive is not None and appositive.pos == "PROPN" and words.role_of(head.lemma) is not None:
        return "person"
    if head.pos == "PROPN":
        if words.body_of(head.lower) or (head.text.isupper() and len(head.text) > 1) or tokens[0].lower == "the":
            return "body"
        if appositive is not None and words.role_of(appositive.lemma) is not None:
            return "person"
        return "role" if words.role_of(head.lower) is not None else "other"
    if words.role_of(head.lemma) is not None and head.lemma not in ("administration", "authority"):
        return "role"
    if head.lemma in words.media:
        return "media"
    if words.is_document(head.lemma):
        return "document"
    return "body" if words.body_of(head.lemma) is not None else "other"


def _names_person(tokens: tuple[Token, ...], head: Token, library: Library) -> bool:
    """Whether the proper nouns that end at the head are a person's: behind a role or title, or with a given name."""
    run = _proper_run(tokens, head)
    if not run or library.speech.body_of(head.lower) or library.organisations.find(" ".join(t.text for t in run)):
        return False
    before = [t for t in tokens if t.i < run[0].i]
    if before and (library.speech.role_of(before[-1].lemma) or _is_title(before[-1], library)):
        return before[-1].i == run[0].i - 1
    if len(run) > 1 and any(_is_title(t, library) or library.speech.role_of(t.lower) for t in run[:-1]):
        return True
    return len(run) > 1 and run[0].lower in library.persons.given


def _proper_run(tokens: tuple[Token, ...], head: Token) -> list[Token]:
    run = [head]
    for token in reversed([t for t in tokens if t.i < head.i]):
        if token.pos == "PROPN" or (
            token.text in ("-", "al", "el", "bin", "ibn", "de", "da", "van", "von", "abu", "of") and run
        ):
            run.insert(0, token)
        else:
            break
    while run and run[0].pos != "PROPN":
        run.pop(0)
    return run


def _is_title(token: Token, library: Library) -> bool:
    return token.lower.rstrip(".") in library.persons.honorifics or token.lower.rstrip(".") in (
        "gen",
        "col",
        "lt",
        "maj",
        "capt",
        "brig",
        "sgt",
        "sen",
        "rep",
        "gov",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "sheikh",
        "sir",
        "adm",
    )


def _name_and_role(tokens: tuple[Token, ...], head: Token, library: Library) -> tuple[str | None, str | None]:
    run = _proper_run(tokens, head)
    if not run:
        return None, _joined(list(tokens)) or None
    cut = 0
    for i, token in enumerate(run[:-1]):
        if (
            _is_title(token, library)
            or library.speech.role_of(token.lower) is not None
            or library.speech.body_of(token.lower)
        ):
            cut = i + 1
    name = run[cut:]
    role = [t for t in tokens if t.i < name[0].i]
    return _joined(name), (_joined(role) or None)


def _joined(tokens: list[Token]) -> str:
    if not tokens:
        return ""
    parts = [tokens[0].text]
    for before, token in zip(tokens, tokens[1:], strict=False):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)


def _organisation_of(phrase: str, role: str | None, library: Library) -> str | None:
    """The body inside a person's name phrase or role ("Sanjay Rao of UNICEF", "Interior Minister")."""
    for words in (phrase, role):
        if not words:
            continue
        found = library.organisations.find_in(words)
        if found is not None:
            return found[0].name
        for link in (
            " of the ",
            " for the ",
            " at the ",
            " from the ",
            " of ",
            " for ",
            " at ",
            " from ",
            " with the ",
            " with ",
        ):
            before, _, after = words.partition(link)
            if after and (words is role or any(w[0].isupper() for w in after.split())):
                return after.strip()
    return None


def _owner(parse: Parse, head: Token, left: int, right: int, text: str, library: Library) -> str | None:
    """The body that a document or a role belongs to: "X's figures", "data from X", "an X tally", "officials of X"."""
    for token in parse.tokens[head.i + 1 : right]:
        if token.dep == "prep" and token.head == head.i and token.lower in ("of", "from", "by", "for", "at", "with"):
            objects = parse.kids(token, "pobj")
            if objects:
                low, high = phrase_bounds(parse, objects[0])
                return text[parse.tokens[low].start : parse.tokens[high - 1].end]
    owner = parse.kids(head, "poss")
    if owner and owner[0].pos != "PRON":
        low, _ = phrase_bounds(parse, owner[0])
        return text[parse.tokens[low].start : owner[0].end]
    before = [
        t for t in parse.tokens[left : head.i] if t.pos in ("PROPN", "NOUN") and t.dep in ("compound", "nmod", "poss")
    ]
    if before:
        words = text[before[0].start : before[-1].end]
        named = library.organisations.find_in(words)
        if named is not None or library.speech.body_of(before[-1].lemma) is not None or before[-1].text.isupper():
            return words
    return None


def _private(
    parse: Parse, tokens: tuple[Token, ...], head: Token, appositive: Token | None, organisation: str | None,
    kind: SpeakerKind, library: Library,
) -> bool:  # fmt: skip
    if kind not in ("person", "role"):
        return False
    near = [t.lemma if t.pos == "NOUN" else t.lower for t in tokens]
    if appositive is not None:
        near.append(appositive.lemma)
    roles = [r for r in (library.speech.role_of(w) for w in near) if r is not None]
    if roles:
        return all(r.private for r in roles)
    return (
        kind == "person" and organisation is None and len(tokens) > 1 and not any(_is_title(t, library) for t in tokens)
    )
