"""Names of persons in a phrase: where title and post end and the name begins, and the body that the post belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_phrases import Bounds, bounds_before, is_source_noun
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class PostWords(WordClasses):
    """Words of the posts that persons hold."""

    source: ClassVar[str] = "en/words/sources.toml#posts"

    lands: frozenset[str]
    over_lands: frozenset[str]


#: The longest name of a body that is looked for before a land's (tokens).
_LONGEST_BODY = 10
#: Between a post and the body it belongs to.
POST_LINKS = ("of", "for", "at", "from", "with")


_LINK = re.compile(rf" (?:{'|'.join(POST_LINKS)}) ")
#: What opens a phrase of its own inside a post: where it is held, or whose.
_INNER = re.compile(r" (?:in|for|at|from|with|that|who|which) ")


def without_verb(parse: Parse, bounds: Bounds, library: Library) -> Bounds:
    """The bounds without a headline's verb that was taken for a noun behind a body's short name: "ICRC treats"."""
    left, right, at = bounds
    body, noun = parse.tokens[left], parse.tokens[at]
    verb = right - left == 2 and at == left + 1 and noun.tag == "NNS" and noun.text.islower()
    known = body.text.isupper() and library.organisations.find(body.text) is not None
    return (left, at, left) if verb and known and not is_source_noun(noun, library.speech) else bounds


def with_body_before(parse: Parse, bounds: Bounds, text: str, library: Library) -> Bounds:
    """The bounds of a land's name with the known body before it whose branch it names: "Save the Children Malawi"."""
    left, right, at = bounds
    tokens, end = parse.tokens, at
    if at != right - 1 or tokens[at].pos != "PROPN" or not is_state(tokens[at].text, library):
        return bounds
    if end > 3 and tokens[end - 1].text == ")" and tokens[end - 3].text == "(":
        end -= 3
    for low in range(max(0, end - _LONGEST_BODY), end):
        known = library.organisations.find(text[tokens[low].start : tokens[end - 1].end])
        if known is not None and known.kind not in ("government", "media") and tokens[low].text[:1].isupper():
            return min(low, left), right, at
    return bounds


def names_person(tokens: tuple[Token, ...], head: Token, library: Library) -> bool:
    """Whether the proper nouns that end at the head are a person's: behind a role or title, or with a given name."""
    run, words = proper_run(tokens, head, library), library.speech
    if not run or words.body_of(head.lower) or words.role_of(head.lower):
        return False
    if library.organisations.find(" ".join(t.text for t in run)):
        return False
    before = [t for t in tokens if t.i < run[0].i]
    if any(words.role_of(t.lemma) for t in before if t.pos == "NOUN" or t is before[-1]):
        return True
    return len(run) > 1 and (title_count(run, library) > 0 or run[0].lower in library.persons.given)


def proper_run(tokens: tuple[Token, ...], head: Token, library: Library) -> list[Token]:
    """The proper nouns that end at the head, with the small words and hyphens between them."""
    if head.pos != "PROPN":
        return []
    small = library.persons.particles
    run = [head]
    for token in reversed([t for t in tokens if t.i < head.i]):
        if token.pos != "PROPN" and token.text not in ("-", ".") and token.lower not in small:
            break
        run.insert(0, token)
    while run[0].pos != "PROPN":
        run.pop(0)
    return run


def title_count(run: list[Token], library: Library) -> int:
    """How many tokens of a run of proper nouns stand before the person's own name."""
    small = library.persons.particles
    words, cut = library.speech, 0
    for i, token in enumerate(run[:-1]):
        low = token.lower.rstrip(".")
        if low in small:
            continue
        if not low or _is_title(low, library) or words.role_of(low) or words.body_of(low):
            cut = i + 1
    return cut


def titled_start(parse: Parse, left: int, library: Library) -> int:
    """The start of a name with the posts and titles before it, where the tree leaves them out."""
    tokens, start = parse.tokens, left
    if tokens[left].pos != "PROPN":
        return left
    calendar = library.words.of(CalendarWords)
    if tokens[left].lower in calendar.weekdays | calendar.days and tokens[left + 1 : left + 2]:
        return left + 1 if tokens[left + 1].pos == "PROPN" else left  # "Late on Friday Ada Moss announced"
    start = _run_start(parse, start)
    if start > 1 and tokens[start - 1].text == "." and _is_title(tokens[start - 2].lower, library):
        start = _run_start(parse, start - 2)
    before = bounds_before(parse, start, library.speech) if tokens[start].pos == "PROPN" else None
    if before is not None and tokens[start - 1].pos == "NOUN" and library.speech.role_of(tokens[start - 1].lemma):
        months = library.words.of(CalendarWords).named
        dated = tokens[before[0]].pos == "NUM" and tokens[before[0] - 1].lower in months
        return before[0] + dated  # "On April 27 surgeon Ada Moss says"
    run = tokens[start:left]
    titled = any(library.speech.role_of(t.lower) or _is_title(t.lower.rstrip("."), library) for t in run)
    return start if titled else left


def organisation_in(behind: str, role: str | None, library: Library) -> str | None:
    """The body in a person's post, or behind the name ("Sanjay Rao of UNICEF", "the Interior Ministry's spokesman")."""
    post = role or ""
    for phrase in (behind, post):
        found = library.organisations.find_in(phrase) if phrase else None
        if found is not None:
            return found[0].name
    before = post.rpartition(" ")[2].lower()  # "Governor Ana Berg of X": the post stands before the name
    for phrase, holder in ((behind, before), (post, "")):
        body = _body_behind(f" {phrase}", library, holder)
        if body is not None:
            return body
    return _holder_of(post, library)


def _body_behind(phrase: str, library: Library, before: str = "") -> str | None:
    """What follows a link of a post, where it names a body: "spokesperson for the Department of Ports".

    What a post is in charge of is no body: of "minister of ports in the interim government" nothing, of "head of
    operations at the hospital" the hospital.
    """
    link = _LINK.search(phrase)
    if link is None:
        return None
    after, holder = phrase[link.end() :], phrase[: link.start()].rpartition(" ")[2].lower() or before
    words = after.split()
    inner = _INNER.search(after)
    first = after[: inner.start()] if inner is not None else after
    posts = library.words.of(PostWords)
    named = [w.lower().strip(",.()") for w in first.split()]
    if any(library.speech.body_of(w) and not (before in posts.over_lands and w in posts.lands) for w in named):
        return after
    if inner is not None and first.islower():
        return _body_behind(after[inner.start() :], library)
    over_land = holder in posts.over_lands or any(w.lower().strip(",.") in posts.lands for w in first.split())
    return after if any(w[:1].isupper() for w in words) and not over_land else None


def is_land(owner: str, library: Library) -> bool:
    """Whether whoever owns a post is only called by a noun for a land or town: "the state's chief secretary"."""
    article, _, noun = owner.lower().rpartition(" ")
    return article in ("", "the", "its") and noun in library.words.of(PostWords).lands


def governs(post: Speaker, library: Library) -> bool:
    """Whether a post is one over the land that owns it, which is no body: "Sanda's chief minister"."""
    owner, holder = post.organisation or "", post.text.rpartition(" ")[2].lower()
    owned = post.text.startswith((f"{owner}'s ", f"{owner}’s "))
    named = library.speech.body_of(owner.rpartition(" ")[2].lower()) or library.organisations.find(owner)
    return bool(owner) and owned and not named and holder in library.words.of(PostWords).over_lands


def is_state(name: str, library: Library) -> bool:
    """Whether a whole name is that of a nation, or of the capital by which its government is called."""
    known = library.actors.known(name)
    return known is not None and known.kind in ("nation", "metonym")


def is_body(token: Token, library: Library) -> bool:
    """Whether a noun names a body: by its kind, by its capitals, or because it is known."""
    return (
        library.speech.body_of(token.lower) is not None
        or (token.text.isupper() and len(token.text) > 1)
        or library.organisations.find(token.text) is not None
    )


def _holder_of(post: str, library: Library) -> str | None:
    """The body before the noun of a post: "Interior Ministry's spokesman", "Observatory head"."""
    words = library.speech
    owner, mark, _ = post.replace("’s ", "'s ").partition("'s ")
    if mark and words.body_of(owner.rpartition(" ")[2].lower()) and not is_land(owner, library):
        return owner
    before, _, noun = post.rpartition(" ")
    last, holder = before.rpartition(" ")[2].lower(), noun.lower().rstrip(".")
    body, _, desk = before.rpartition(" ")
    if desk.lower() in words.media and words.body_of(body.rpartition(" ")[2].lower()):
        before, last = body, body.rpartition(" ")[2].lower()  # the police, of "the police media spokesman"
    named = words.body_of(last) is not None and last not in words.qualifying
    return before if named and (words.role_of(holder) or _is_title(holder, library)) else None


def _run_start(parse: Parse, at: int) -> int:
    while at > 0 and parse.tokens[at].pos == "PROPN" and parse.tokens[at - 1].pos == "PROPN":
        at -= 1
    return at


def _is_title(low: str, library: Library) -> bool:
    return low in library.speech.titles or low in library.persons.honorifics
