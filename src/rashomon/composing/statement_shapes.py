"""What is said, brought into a sentence: a shape for each class of verb, or nothing where the words fit none.

A content is used only whole: it points at nothing outside itself (no pronouns, no "today"), holds no number (figures
are told by their own sentences), and ends where a phrase can end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.english.numbers import find_numbers

#: Longer paraphrases are left to the evidence (words).
_LONGEST = 28
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|i|my|me|you|your)\b", re.IGNORECASE)
_DANGLING = re.compile(
    r"^(?:he|she|they|it|this|these|those|that|his|her|their|its|there|here|and|but|or|so|however|meanwhile|also|which|"
    r"who|as|at|in|on|of|to|for|with|by|from|about|over|if|when|while|after|before|because|although|another|one|more|"
    r"possibly|just|only|even|both|earlier|later|meanwhile|yet|still)\b",
    re.IGNORECASE,
)
_DEICTIC = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|ago|now|currently|so far|this (?:week|month|year|morning|"
    r"evening|afternoon)|"
    r"(?:last|next) \w+|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|he|she|they|it|them|him|"
    r"those|this|these|their|"
    r"his|her|its|here|there|the group|the former|the latter|such)\b",
    re.IGNORECASE,
)
#: A saying inside what is said has lost its own bounds.
_NESTED = re.compile(r"\b(?:said|says|told|added|according to)\b", re.IGNORECASE)
#: Verbs that can be no participle: an "-ed" word alone may only describe its noun.
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do)\b")
_COMING = re.compile(r"\s+(?:in|over|within|during) the (?:coming|next|past|last) [\w ]{1,20}$")
_TAIL = re.compile(
    r"\s(?:the \w+ of (?:which|whom))\b|"
    r",\s(?:\w+ing\b|which\b|who\b|adding\b|and that\b|but\b|as\b|while\b)|[;:]|\s[–—]\s"
)
#: What opens a clause inside a clause: the verb after it is not the main one.
_SUBORDINATE = re.compile(
    r"\b(?:as|when|while|because|after|before|if|who|which|that|where|until|since|although|whose)\b"
)
#: A finite verb: without one, words after "said that" make no clause.
FINITE = re.compile(
    r"(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|did|\w{2,}ed|remains?|"
    r"continues?|needs?|means?|became|began|came|went|took|fell|rose|broke|hit|left|made|lost)\b"
)
#: A thing called for that a relative clause tells of as done.
_HELD = re.compile(r"(.+?),?\s(?:which|that)\s(?:was|were|has|had)\b")
#: An auxiliary with its participle is one verb: "were killed".
_COMPOUND = re.compile(
    r"\b((?:is|are|was|were|has|have|had|been|be|being)\b)(?:\s(?:been|not|also|\w+ly))*\s\w{2,}ed\b"
)
#: What was done by when it was said is told in the past of the past: "denied that they had entered".
_PERFECT = re.compile(r"\b(?:has|have)\b(?=(?:\s(?:not|never|also|already|\w+ly))*\s(?:been|\w{2,}(?:ed|en|wn))\b)")
_FINITE_VERB = {
    "said": "said", "reported": "reported", "claimed": "said", "confirmed": "confirmed", "denied": "denied",
    "warned": "warned", "announced": "announced", "promised": "promised", "estimated": "said",
    "concerned": "expressed concern",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatementEnds(WordClasses):
    """Words at the ends of what somebody said."""

    source: ClassVar[str] = "en/words/briefs.toml#statements"

    open_ends: frozenset[str]


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
    ends: StatementEnds

    def follows(self, word: str) -> bool:
        """Whether the content stands right after a word ("for", "that")."""
        return self.before.casefold().rstrip().endswith(f" {word}")


def shaped(content: Content) -> str | None:
    """The predicate ("called for calm", "said that ..."), or null."""
    shape = _SHAPES.get(content.verb_class)
    worded = shape(content) if shape else None
    return worded or (_clause(content) if content.verb_class in _FINITE_VERB else None)


def trimmed(text: str, ends: StatementEnds) -> str | None:
    """The words without what hangs on them; null where they are not whole or point outside themselves."""
    text = _COMING.sub("", _TAIL.split(text)[0].strip(" ,"))
    words = text.split()
    if not 2 <= len(words) <= _LONGEST or words[-1].casefold() in ends.open_ends:
        return None
    if (
        _FIRST_PERSON.search(text)
        or _NESTED.search(text)
        or find_numbers(text)
        or re.search('["“”()…\\[\\]?!█]|\\.\\.', text)
    ):
        return None
    return None if _DEICTIC.search(text) else text


def _phrase(text: str, content: Content) -> str | None:
    """A noun phrase: no finite verb of its own but in a relative clause."""
    kept = trimmed(text.split(",")[0], content.ends)
    if kept is None or _DANGLING.match(kept) or FINITE.search(re.split(r"\s(?:that|which|who)\s", kept)[0]):
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
        if phrase and (was := _HELD.match(phrase)):
            phrase = was.group(1)  # what took place is called for no more
        return f"called for {phrase}" if phrase and _says_something(phrase) else None
    addressed = re.sub(r"^on\s+", "", text, flags=re.IGNORECASE)
    match = re.match(r"([\w'’ -]{3,60}?) to ([a-z]+ .+)", addressed)
    asked = match is not None and _is_asked(match.group(1))
    if match and asked and not _DANGLING.match(addressed) and not FINITE.search(match.group(1)):
        kept = trimmed(addressed, content.ends)
        return f"called on {_lowered(kept, content)}" if kept else None
    if content.verb.startswith(("demand", "seek", "request", "appeal")):
        phrase = _phrase(text, content)
        return f"called for {phrase}" if phrase else None
    return None


def _is_asked(words: str) -> bool:
    """Whether words before "to" name somebody who can be called on: not "an end", nor "not" of "asked not to"."""
    first, *rest = words.split()
    return first.casefold() != "not" and not (first.casefold() in ("a", "an") and len(rest) == 1)


def _concerned(content: Content) -> str | None:
    match = re.search(r"\b(?:concerns?|alarm|worry|fears?)\s+(?=over|about|at|for|that)", content.text, re.IGNORECASE)
    rest = content.text[match.end() :] if match else content.text
    preposition = re.match(r"(over|about|at|for)\s+", rest, re.IGNORECASE)
    word = preposition.group(1).casefold() if preposition else next(
        (w for w in ("over", "about", "at", "for") if content.follows(w)), None
    )  # fmt: skip
    phrase = _phrase(rest[preposition.end() :] if preposition else rest, content) if word else None
    return f"expressed concern {word} {phrase}" if word and phrase and _says_something(phrase) else None


def _warned(content: Content) -> str | None:
    match = re.match(r"(of|about|against)\s+", content.text, re.IGNORECASE)
    word = (
        match.group(1).casefold()
        if match
        else next((w for w in ("of", "about", "against") if content.follows(w)), None)
    )
    phrase = _phrase(content.text[match.end() :] if match else content.text, content) if word else None
    return f"warned {word} {phrase}" if word and phrase else None


def _denied(content: Content) -> str | None:
    if re.match(r"(?:\w+ing|any|all|the|having)\s", content.text, re.IGNORECASE):
        kept = trimmed(content.text, content.ends)
        gerund = kept is not None and re.match(r"\w+ing\s", kept)
        phrase = kept if gerund else _phrase(content.text, content)
        return f"denied {phrase}" if phrase else None
    return None


def _clause(content: Content) -> str | None:
    bare = re.sub(r"^that\s+", "", content.text, flags=re.IGNORECASE)
    kept = trimmed(bare, content.ends)
    verb = FINITE.search(kept) if kept else None
    if (
        kept is None
        or verb is None
        or _DANGLING.match(kept)
        or FINITE.match(kept)
        or kept[: verb.start()].split()[-1:] in ([], ["and"], ["or"], ["to"])
        or not _has_main_verb(kept)
    ):
        return None
    sure = content.verb_class == "said" or _AUXILIARY.search(kept) or content.follows("that") or bare != content.text
    if not sure:
        return None
    told = content.verb_class in ("said", "reported", "claimed", "confirmed", "estimated")
    if not (told or bare != content.text or content.follows("that")):
        return None
    return f"{_FINITE_VERB[content.verb_class]} that {_PERFECT.sub('had', _lowered(kept, content))}"


def _has_main_verb(text: str) -> bool:
    """Whether a finite verb stands outside what a subordinate word opens ("the noise as people fled" has none)."""
    single = _COMPOUND.sub(lambda m: m.group(1).ljust(len(m.group())), text)
    verbs = [m.start() for m in FINITE.finditer(single)]
    inner = [m.start() for m in _SUBORDINATE.finditer(text)]
    if not inner or not verbs or verbs[0] < inner[0]:
        return bool(verbs)
    return len(verbs) > len([i for i in inner if i < verbs[-1]])


def _says_something(phrase: str) -> bool:
    """Whether a phrase tells more than that there is one ("the inquiry")."""
    words = phrase.split()
    return not (len(words) <= 2 and words[0] in ("the", "a", "an"))


_SHAPES: dict[str, Callable[[Content], str | None]] = {
    "condemned": _praised_or_condemned,
    "praised": _praised_or_condemned,
    "called_for": _called_for,
    "concerned": _concerned,
    "warned": _warned,
    "denied": _denied,
}
