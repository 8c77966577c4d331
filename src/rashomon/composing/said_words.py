"""The words by which what somebody said is judged: whether it is whole, points outside itself and makes a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.word_classes import WordClasses, either


@dataclass(frozen=True)
class SaidWords(WordClasses):
    """Words of what somebody said."""

    source: ClassVar[str] = "en/words/briefs.toml#said"

    open_ends: frozenset[str]
    speakers: frozenset[str]
    pointing: frozenset[str]
    counting_back: frozenset[str]
    told_back: frozenset[str]
    back_articles: frozenset[str]
    telling_more: frozenset[str]
    moments: frozenset[str]
    spans: frozenset[str]
    beside_now: frozenset[str]
    said_before: frozenset[str]
    sayings: frozenset[str]
    auxiliaries: frozenset[str]
    bare: frozenset[str]
    verbs: frozenset[str]
    being: frozenset[str]
    within: frozenset[str]
    adverbs: frozenset[str]
    ahead: frozenset[str]
    hanging: frozenset[str]
    subordinating: frozenset[str]
    relatives: frozenset[str]
    of_relatives: frozenset[str]
    joints: frozenset[str]
    done: frozenset[str]
    unease: frozenset[str]
    about: frozenset[str]
    warned_of: frozenset[str]
    denied: frozenset[str]
    demanding: frozenset[str]
    articles: frozenset[str]
    torn: frozenset[str]
    tying: frozenset[str]
    going_on: frozenset[str]
    of_the_moment: frozenset[str]
    pronouns: frozenset[str]
    having: frozenset[str]
    modals: frozenset[str]
    participles: frozenset[str]
    over_time: frozenset[str]
    asking: frozenset[str]
    relaying: frozenset[str]

    @cached_property
    def first_person(self) -> re.Pattern[str]:
        """The speaker in the first person, or whom he speaks to."""
        return re.compile(rf"\b{either(self.speakers)}\b", re.IGNORECASE)

    @cached_property
    def dangling(self) -> re.Pattern[str]:
        """An opening that hangs on what stood before it."""
        return re.compile(rf"^{either(self.pointing)}\b", re.IGNORECASE)

    @cached_property
    def leans_back(self) -> re.Pattern[str]:
        """A subject that only means what was told before it: "the project was", "the numbers are"."""
        told = rf"{either(self.back_articles)} {either(self.told_back)}"
        return re.compile(rf"(?i){told}(?= (?!{either(self.telling_more)}\b)[a-z])")

    @cached_property
    def counts_back(self) -> re.Pattern[str]:
        """A word for some of those told of before as the subject: "some were hurt"."""
        return re.compile(
            rf"^{either(self.counting_back)}(?: of)? {either(self.auxiliaries | self.verbs)}\b", re.IGNORECASE
        )

    @cached_property
    def points_back(self) -> re.Pattern[str]:
        """What somebody said before, with nothing that tells what: "the claim", "any such reports"."""
        return re.compile(rf"^(?:[\w'’-]+\s){{1,3}}{either(self.said_before)}$", re.IGNORECASE)

    @cached_property
    def opens_pointing(self) -> re.Pattern[str]:
        """A quotation whose pronoun has lost whom it means."""
        return re.compile(rf"“{either(self.pronouns)}\b", re.IGNORECASE)

    @cached_property
    def deictic(self) -> re.Pattern[str]:
        """What is understood only by when, where and behind what it was said."""
        moments = rf"{either(self.moments)}|this {either(self.spans)}|{either(self.beside_now)} \w+"
        return re.compile(rf"\b(?:{moments})\b", re.IGNORECASE)

    @cached_property
    def nested(self) -> re.Pattern[str]:
        """A saying inside what is said, which has lost its own bounds."""
        return re.compile(rf"\b{either(self.sayings)}\b", re.IGNORECASE)

    @cached_property
    def relayed(self) -> re.Pattern[str]:
        """Somebody else's saying inside a quotation: "Ruritania reported that rebels attacked"."""
        return re.compile(
            rf"^(?!{either(self.speakers)}\b)(?:[\w'’-]+\s){{1,6}}?{either(self.relaying)}\b", re.IGNORECASE
        )

    @cached_property
    def auxiliary(self) -> re.Pattern[str]:
        """A verb that can be no participle: an "-ed" word alone may only describe its noun."""
        return re.compile(rf"\b{either(self.auxiliaries | self.bare)}\b")

    @cached_property
    def finite(self) -> re.Pattern[str]:
        """A finite verb: without one, words after "said that" make no clause."""
        return re.compile(rf"(?<![\w-])(?:{either(self.auxiliaries | self.verbs)}|\w{{2,}}ed)\b")

    @cached_property
    def compound(self) -> re.Pattern[str]:
        """An auxiliary with its participle, which are one verb: "were killed"."""
        return re.compile(rf"\b({either(self.being)}\b)(?:\s(?:{either(self.within)}|\w+ly))*\s\w{{2,}}ed\b")

    @cached_property
    def perfect(self) -> re.Pattern[str]:
        """What was done by when it was said, told in the past of the past: "denied that they had entered".

        With a modal before it as `modal`.
        """
        between = rf"(?:\s(?:{either(self.adverbs)}|\w+ly))*"
        behind = rf"(?={between}\s(?:been|\w{{2,}}{either(self.participles)})\b)"
        return re.compile(rf"\b(?P<modal>{either(self.modals)}{between}\s)?{either(self.having)}\b{behind}")

    @cached_property
    def coming(self) -> re.Pattern[str]:
        """A time that is counted from when it was said, at the end."""
        return re.compile(rf"\s+{either(self.over_time)} the {either(self.ahead)} [\w ]{{1,20}}$")

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """What hangs on the words and may go."""
        hanging = rf"{either(self.hanging)}\b|\w+ing\b"
        return re.compile(rf"\s(?:the \w+ of {either(self.of_relatives)})\b|,\s(?:{hanging})|[;:]|\s[–—]\s")

    @cached_property
    def subordinate(self) -> re.Pattern[str]:
        """What opens a clause inside a clause: the verb after it is not the main one."""
        return re.compile(rf"\b{either(self.subordinating)}\b")

    @cached_property
    def relative(self) -> re.Pattern[str]:
        """What opens a clause that describes, between its spaces."""
        return re.compile(rf"\s{either(self.relatives)}\s")

    @cached_property
    def held(self) -> re.Pattern[str]:
        """A thing called for that a relative clause tells of as done."""
        return re.compile(rf"(.+?),?\s(?:which|that)\s{either(self.done)}\b")

    @cached_property
    def uneasy(self) -> re.Pattern[str]:
        """A noun for concern, with its preposition behind it."""
        return re.compile(rf"\b{either(self.unease)}\s+(?=(?:{either(self.about)}|that))", re.IGNORECASE)
