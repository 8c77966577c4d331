"""Who a noun phrase names as a source: a person, a body, a role or a document, and to whom these belong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_given_names import known_behind, name_behind, name_given
from rashomon.extraction.english.source_names import (
    is_body,
    is_state,
    names_person,
    organisation_in,
    proper_run,
    title_count,
    titled_start,
    with_body_before,
    without_verb,
)
from rashomon.extraction.english.source_phrases import Bounds, says_when, tree_bounds
from rashomon.extraction.english.speaker import Speaker, SpeakerKind
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse, Token


@dataclass(frozen=True, slots=True)
class SpeakerNouns(WordClasses):
    """Nouns at the head of a source's name."""

    source: ClassVar[str] = "en/words/sources.toml#speakers"

    remains: frozenset[str]


def read_speaker(parse: Parse, head: Token, text: str, library: Library, bounds: Bounds | None = None) -> Speaker:
    """The source that the noun phrase around a token names; `bounds` where the phrase is known."""
    found = bounds or tree_bounds(parse, head, library.speech)
    wider = with_body_before(parse, without_verb(parse, found, library), text, library)
    return _Phrase(parse, text, library, wider).speaker()


class _Phrase:
    def __init__(self, parse: Parse, text: str, library: Library, bounds: Bounds) -> None:
        self.parse, self.text, self.library, self.words = parse, text, library, library.speech
        left, right, at = bounds
        self.head = parse.tokens[at]
        self.left, self.right = titled_start(parse, left, library), right
        self.tokens = parse.tokens[self.left : right]
        self.beside = self._beside()
        self._made_end = 0

    def speaker(self) -> Speaker:
        kind = self._kind()
        if kind == "person":
            return self._person()
        owner = self._owner() if kind in ("role", "document", "count") else None
        left, right = self.left, self.right
        if self.beside is not None and kind in ("role", "body", "media") and self._is_described():
            low, high, _ = tree_bounds(self.parse, self.beside, self.words)
            named = self.library.organisations.find(self._slice(low, high)) is not None or low == right
            if named or self.beside.text.isupper() or self.words.body_of(self.beside.lower):
                left, right, kind = low, high, "body"
        if kind == "body" and (known := known_behind(self.parse, self.head, right, self.text, self.library)):
            left, right = right, known
        start, end = self._span(left, right)
        if kind in ("document", "count"):
            end = max(end, self._made_end)
        text = self.text[start:end]
        return Speaker(
            start=start, end=end, text=text, head=self.head.i, kind=kind, role=text if kind == "role" else None,
            organisation=owner,
            private=kind == "role" and self._private(()),
            plural=self.head.tag in ("NNS", "NNPS") or any(t.lower == "and" for t in self.tokens),
            noun=self.head.lemma,
        )  # fmt: skip

    def _is_described(self) -> bool:
        """Whether the phrase only describes a name beside it: "the monitor, SOHR"."""
        return self.beside is not None and self.beside.pos == "PROPN" and self.head.pos == "NOUN"

    def _person(self) -> Speaker:
        """A person by name; the words of the source end with the name, a role behind it stands apart."""
        run = proper_run(self.tokens, self.head, self.library)
        rank = self.words.role_of(self.head.lower) or self.head.lower in self.words.titles
        if self.beside is not None and rank:
            # "Vice Chairperson Ada Moss": a post in capitals before the name.
            run = []
        role: str | None = None
        if run:
            cut = title_count(run, self.library)
            low, high = self.left, self.head.i + 1
            name = self._slice(run[cut].i, high)
            role = self._slice(low, run[cut].i) or None
            behind = self._slice(high, self.right) if self.right > high else ""
        else:
            assert self.beside is not None
            low, high, _ = tree_bounds(self.parse, self.beside, self.words)
            low = next((t.i for t in proper_run(self.parse.tokens[low:high], self.beside, self.library)), low)
            first_name = low
            high = self.beside.i + 1
            name, role, behind = self._slice(first_name, high), self._slice(self.left, self.right), ""
            low = self.left if self._slice(self.right, low) in ("", ".") else low
        if self.beside is not None and run and self.beside.pos == "NOUN":
            post = self._slice(*tree_bounds(self.parse, self.beside, self.words)[:2])
            role = f"{role}, {post}" if role else post
        start, end = self._span(low, high)
        organisation = organisation_in(behind, role, self.library)
        return Speaker(
            start=start, end=end, text=self.text[start:end], head=self.head.i, kind="person", name=name, role=role,
            organisation=organisation, private=self._private((role or "").lower().split(), organisation),
            low=self._span(self.left, self.right)[0],
            noun=self.head.lemma,
        )  # fmt: skip

    def _beside(self) -> Token | None:
        """The noun in apposition to the phrase: "Ali Demir, a spokesman", or without a comma."""
        for child in self.parse.kids(self.head, "appos"):
            if child.i >= self.right and child.pos in ("NOUN", "PROPN"):
                return child
        behind = name_behind(self.parse, self.head, self.right, self.words)
        return behind or name_given(self.parse, self.head, self.right, self.words)

    def _kind(self) -> SpeakerKind:
        head, words = self.head, self.words
        # "WHO" in capitals is the organisation, whatever the tagger says.
        pronoun = head.pos == "PRON" or (head.pos == "DET" and len(self.tokens) == 1)
        if pronoun and not (head.text.isupper() and len(head.text) > 1):
            return "pronoun"
        named = self._slice(self.left, self.right)
        people = self.library.actors.known(named) if head.pos == "PROPN" else None
        if people is not None and people.kind == "people":
            return "other"  # "all of them Sri Lankans"
        ranked = head.lower in words.titles and self.beside is not None and self.beside.i > self.right
        if head.pos == "PROPN" and (ranked or names_person(self.tokens, self.head, self.library)):
            return "person"
        branch = is_state(head.text, self.library) and self.library.organisations.find_in(named) is not None
        if branch or self.library.organisations.find(named) is not None or is_state(named, self.library):
            return "body"
        if head.lemma in words.classes.of(SpeakerNouns).remains and self.parse.kids(head, "nummod"):
            return "other"  # "107 bodies"
        role = words.role_of(head.lemma if head.pos == "NOUN" else head.lower)
        if (
            role is not None
            and self.beside is not None
            and self.beside.pos == "PROPN"
            and not is_body(self.beside, self.library)
        ):
            return "person"
        if head.pos == "PROPN":
            if is_body(head, self.library) or self.tokens[0].lower == "the":
                return "role" if role is not None else "body"
            if self.beside is not None and words.role_of(self.beside.lemma) is not None:
                return "person"
            return "role" if role is not None else "other"
        if words.is_count(head.lemma):
            return "document" if any(words.is_document(t.lemma) for t in self.tokens) else "count"
        if role is not None:
            return "role"
        if head.lemma in words.media:
            return "media"
        if words.is_document(head.lemma):
            return "document"
        return "body" if words.body_of(head.lemma) is not None else "other"

    def _owner(self) -> str | None:
        """The body that a document or a role belongs to: "X's figures", "data from X", "officials of X"."""
        named = self.library.organisations.find_in(self._slice(self.left, self.right))
        if named is not None and self.words.role_of(self.head.lemma) and self.head.lemma != "source":
            return named[0].name
        counting = self._counting_body()
        if counting is not None:
            self._maker()  # what the count draws on is part of its words
            return counting
        for child in self.parse.kids(self.head):
            if child.dep == "prep" and self.head.i < child.i and child.lower in ("of", "from", "by", "for", "at"):
                objects = [t for t in self.parse.kids(child, "pobj") if not self._is_counted(t)]
                # "reports from X district" are nobody's
                area = bool(objects) and objects[0].lower in self.library.place_words.classes
                day = bool(objects) and says_when(objects[0].lower, self.words)
                if objects and not area and not day and (child.lower != "of" or self._is_of_owner(objects[0])):
                    return self._slice(*tree_bounds(self.parse, objects[0], self.words)[:2])
        made = self._maker()
        if made is not None:
            return made
        owner = self.parse.kids(self.head, "poss")
        if owner and owner[0].pos != "PRON":
            return self._slice(tree_bounds(self.parse, owner[0], self.words)[0], owner[0].i + 1)
        before = [t for t in self.tokens if t.i < self.head.i and t.pos in ("PROPN", "NOUN")]
        if before and not (before[-1].i and self.parse.tokens[before[-1].i - 1].lower == "social"):
            words = self._slice(before[0].i, before[-1].i + 1)
            heads = [before[-1], *(t for t in before if t.text[:1].isupper())]  # "a Ministry of Interior statement"
            if self.library.organisations.find_in(words) or any(is_body(t, self.library) for t in heads):
                return words
        return None

    def _is_counted(self, noun: Token) -> bool:
        """Whether a number stands before a noun; one behind it is part of a name ("Channel 4")."""
        return any(t.i < noun.i for t in self.parse.kids(noun, "nummod"))

    def _counting_body(self) -> str | None:
        """Whose count it is, whatever it draws on: "an AFP tally of police figures"."""
        before = [t for t in self.tokens if t.i < self.head.i and t.pos == "PROPN"]
        if not before or not self.words.is_count(self.head.lemma):
            return None
        known = self.library.organisations.find(self._slice(before[0].i, before[-1].i + 1))
        return known.name if known is not None else None

    def _is_of_owner(self, noun: Token) -> bool:
        """Whether "of" names whose it is: "the figures of the ministry", not "photos of houses"."""
        if self.head.lemma in self.words.depicting:
            return self.library.organisations.find(noun.text) is not None
        return noun.pos == "PROPN" or self.words.body_of(noun.lemma) is not None

    def _maker(self) -> str | None:
        """Who made a document: "a report that X issued", "a video posted by X", "a count drawn from X"."""
        for clause in self.parse.kids(self.head, "relcl", "acl"):
            if clause.lemma in self.words.making | self.words.drawing:
                prepositions = ("by", "from", "on") if clause.lemma in self.words.drawing else ("by", "from")
                links = [t for t in self.parse.kids(clause, "agent", "prep") if t.lower in prepositions]
                objects = self.parse.kids(clause, "nsubj") if self._relates(clause) else []
                objects += [o for t in links for o in self.parse.kids(t, "pobj")]
                for found in objects:
                    if found.pos in ("NOUN", "PROPN") and not says_when(found.lower, self.words):
                        low, high, _ = tree_bounds(self.parse, found, self.words)
                        self._made_end = max(self._span(low, high)[1], clause.end if found.i < clause.i else 0)
                        return self._slice(low, high)
        return None

    def _relates(self, clause: Token) -> bool:
        """Whether a clause is a relative one, also where the parser takes its "that" for an object."""
        return clause.dep == "relcl" or any(t.lower in ("that", "which") for t in self.parse.kids(clause, "dobj"))

    def _private(self, role: tuple[str, ...] | list[str], organisation: str | None = None) -> bool:
        near = [t.lemma if t.pos == "NOUN" else t.lower for t in self.tokens] + [w.strip(",") for w in role]
        if self.beside is not None:
            near.append(self.beside.lemma)
        roles = [r for r in map(self.words.role_of, near) if r is not None]
        if roles:
            return all(r.private for r in roles)
        return (
            organisation is None
            and len(self.tokens) > 1
            and not title_count(proper_run(self.tokens, self.head, self.library), self.library)
        )

    def _slice(self, left: int, right: int) -> str:
        if right <= left:
            return ""
        start, end = self._span(left, right)
        return self.text[start:end]

    def _span(self, left: int, right: int) -> tuple[int, int]:
        return self.parse.tokens[left].start, min(self.parse.tokens[right - 1].end, len(self.text))
