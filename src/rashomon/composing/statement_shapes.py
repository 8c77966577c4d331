"""What is said, brought into a sentence: a shape for each class of verb, or nothing where the words fit none.

A content is used only whole: it points at nothing outside itself (no pronouns, no "today"), holds no number (figures
are told by their own sentences), and ends where a phrase can end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from rashomon.composing.said_words import SaidWords
from rashomon.knowledge.number_words import NumberWords
from rashomon.language.english.numbers import find_numbers

#: Longer paraphrases are left to the evidence (words).
_LONGEST = 28
_FINITE_VERB = {
    "said": "said", "reported": "reported", "claimed": "said", "confirmed": "confirmed", "denied": "denied",
    "warned": "warned", "announced": "announced", "promised": "promised", "estimated": "said",
    "concerned": "expressed concern",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Content:
    """What a statement says: its verb and class, the words, and the words just before them.

    `opens_only` says whether a word has its capital from the beginning of a sentence only.
    """

    verb_class: str
    verb: str
    text: str
    before: str
    opens_only: Callable[[str], bool]
    words: SaidWords
    numbers: NumberWords

    def follows(self, word: str) -> bool:
        """Whether the content stands right after a word ("for", "that")."""
        return self.before.casefold().rstrip().endswith(f" {word}")


def shaped(content: Content) -> str | None:
    """The predicate ("called for calm", "said that ..."), or null."""
    shape = _SHAPES.get(content.verb_class)
    worded = shape(content) if shape else None
    return worded or (_clause(content) if content.verb_class in _FINITE_VERB else None)


def trimmed(text: str, content: Content) -> str | None:
    """The words without what hangs on them; null where they are not whole or point outside themselves."""
    known = content.words
    text = known.coming.sub("", known.tail.split(text)[0].strip(" ,"))
    words = text.split()
    if not 2 <= len(words) <= _LONGEST or words[-1].casefold() in known.open_ends:
        return None
    if (
        known.first_person.search(text)
        or known.nested.search(text)
        or find_numbers(text, content.numbers)
        or re.search('["“”()…\\[\\]?!█]|\\.\\.', text)
    ):
        return None
    return None if known.deictic.search(text) or known.points_back.search(text) else text


def _phrase(text: str, content: Content) -> str | None:
    """A noun phrase: no finite verb of its own but in a relative clause."""
    words = content.words
    kept = trimmed(text.split(",")[0], content)
    if kept is None or words.dangling.match(kept) or words.finite.search(words.relative.split(kept)[0]):
        return None
    return _lowered(kept, content)


def _lowered(text: str, content: Content) -> str:
    """The words without the capital of a sentence's beginning, where the reports write the first in lower case too.

    Before another capital it belongs to a title or a name: "Chief Minister".
    """
    first, *rest = text.split()
    if rest and rest[0][:1].isupper() and rest[0][1:].islower() and not first.islower() and len(first) > 3:
        return text
    return text[0].lower() + text[1:] if content.opens_only(first) else text


def _praised_or_condemned(content: Content) -> str | None:
    phrase = _phrase(content.text, content)
    return f"{content.verb_class} {phrase}" if phrase else None


def _called_for(content: Content) -> str | None:
    text = content.text
    if text.casefold().startswith("for ") or content.follows("for"):
        phrase = _phrase(re.sub(r"^for\s+", "", text, flags=re.IGNORECASE), content)
        if phrase and (was := content.words.held.match(phrase)):
            phrase = was.group(1)  # what took place is called for no more
        return f"called for {phrase}" if phrase and _says_something(phrase, content.words) else None
    addressed = re.sub(r"^on\s+", "", text, flags=re.IGNORECASE)
    match = re.match(r"([\w'’ -]{3,60}?) to ([a-z]+ .+)", addressed)
    words = content.words
    # "Called the council to a meeting" asks nobody to do anything.
    done = match is not None and match.group(2).split()[0] not in words.articles
    asked = match is not None and done and _is_asked(match.group(1))
    if match and asked and not words.dangling.match(addressed) and not words.finite.search(match.group(1)):
        kept = trimmed(addressed, content)
        return f"called on {_lowered(kept, content)}" if kept else None
    if content.verb.startswith(tuple(words.demanding)):
        phrase = _phrase(text, content)
        return f"called for {phrase}" if phrase else None
    return None


def _is_asked(words: str) -> bool:
    """Whether words before "to" name somebody who can be called on: not "an end", nor "not" of "asked not to"."""
    first, *rest = words.split()
    return first.casefold() != "not" and not (first.casefold() in ("a", "an") and len(rest) == 1)


def _concerned(content: Content) -> str | None:
    words = content.words
    match = words.uneasy.search(content.text)
    rest = content.text[match.end() :] if match else content.text
    word, rest = _preposition(rest, words.about, content)
    phrase = _phrase(rest, content) if word else None
    return f"expressed concern {word} {phrase}" if word and phrase and _says_something(phrase, words) else None


def _warned(content: Content) -> str | None:
    word, rest = _preposition(content.text, content.words.warned_of, content)
    phrase = _phrase(rest, content) if word else None
    return f"warned {word} {phrase}" if word and phrase else None


def _preposition(text: str, some: frozenset[str], content: Content) -> tuple[str | None, str]:
    """The preposition of a class that opens a text, with the rest, or that stands right before the content."""
    parts = text.split(maxsplit=1)
    if len(parts) == 2 and parts[0].casefold() in some:
        return parts[0].casefold(), parts[1]
    return next((w for w in sorted(some) if content.follows(w)), None), text


def _denied(content: Content) -> str | None:
    first, *rest = content.text.split() or [""]
    if first.casefold() in content.words.articles and not _names_a_deed(rest, content.words):
        return None  # "denied the government": who said so lost what they denied
    if rest and (first.casefold() in content.words.denied or re.fullmatch(r"\w+ing", first, re.IGNORECASE)):
        kept = trimmed(content.text, content)
        gerund = kept is not None and re.match(r"\w+ing\s", kept)
        phrase = kept if gerund else _phrase(content.text, content)
        return f"denied {phrase}" if phrase else None
    return None


def _names_a_deed(behind: list[str], words: SaidWords) -> bool:
    """Whether words behind an article tell what can be denied: an accusation, or a deed ("the killing of two men")."""
    plain = [w.casefold() for w in behind]
    deeds = any(w.endswith("ing") and then == "of" for w, then in pairwise(plain))
    return deeds or not words.said_before.isdisjoint(plain)


def _clause(content: Content) -> str | None:
    bare = re.sub(r"^that\s+", "", content.text, flags=re.IGNORECASE)
    words = content.words
    if bare.split()[:1] and bare.split()[0].casefold() in words.asking:
        return None  # "recalled how the water came": no clause that "said that" takes
    kept = trimmed(bare, content)
    verb = words.finite.search(kept) if kept else None
    if (
        kept is None
        or verb is None
        or words.dangling.match(kept)
        or words.counts_back.match(kept)
        or words.leans_back.match(kept)
        or words.finite.match(kept)
        or kept[: verb.start()].split()[-1:] == []
        or kept[: verb.start()].split()[-1] in words.joints
        or not _asking(words).isdisjoint(kept[: verb.start()].casefold().split())
        or not _has_main_verb(kept, words)
    ):
        return None
    sure = (
        content.verb_class == "said" or words.auxiliary.search(kept) or content.follows("that") or bare != content.text
    )
    if not sure:
        return None
    told = content.verb_class in ("said", "reported", "claimed", "confirmed", "estimated")
    if not (told or bare != content.text or content.follows("that")):
        return None
    return f"{_FINITE_VERB[content.verb_class]} that {words.perfect.sub(_in_the_past, _lowered(kept, content))}"


def _asking(words: SaidWords) -> frozenset[str]:
    """Words that open a question and no other clause: what stands before them is torn from its verb."""
    return words.asking - words.relatives - words.subordinating


def _in_the_past(perfect: re.Match[str]) -> str:
    """The auxiliary one step further back; behind a modal it stays: "could have been avoided"."""
    return perfect.group() if perfect["modal"] else "had"


def _has_main_verb(text: str, words: SaidWords) -> bool:
    """Whether a finite verb stands outside what a subordinate word opens ("the noise as people fled" has none)."""
    single = words.compound.sub(lambda m: m.group(1).ljust(len(m.group())), text)
    verbs = [m.start() for m in words.finite.finditer(single)]
    inner = [m.start() for m in words.subordinate.finditer(text)]
    if not inner or not verbs or verbs[0] < inner[0]:
        return bool(verbs)
    return len(verbs) > len([i for i in inner if i < verbs[-1]])


def _says_something(phrase: str, known: SaidWords) -> bool:
    """Whether a phrase tells more than that there is one ("the inquiry")."""
    words = phrase.split()
    return not (len(words) <= 2 and words[0] in known.articles)


_SHAPES: dict[str, Callable[[Content], str | None]] = {
    "condemned": _praised_or_condemned,
    "praised": _praised_or_condemned,
    "called_for": _called_for,
    "concerned": _concerned,
    "warned": _warned,
    "denied": _denied,
}
