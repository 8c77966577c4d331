"""Statements as sentences: who said what, only where the words can be made grammatical."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.composing.ledger import Ledger
from rashomon.composing.naming import MASK, Naming
from rashomon.composing.neutral import neutral_phrase
from rashomon.composing.phrases import with_indefinite
from rashomon.knowledge.library import Library
from rashomon.model.claim import Statement

#: Longer quotations and paraphrases are left to the evidence (words).
_LONGEST_QUOTE, _LONGEST_PARAPHRASE = 32, 28
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|i|my|me|you|your)\b", re.IGNORECASE)
_DANGLING = re.compile(
    r"^(?:he|she|they|it|this|these|those|that|his|her|their|its|there|here|and|but|or|so|however|meanwhile|also|which|"
    r"who|as|at|in|on|of|to|for|with|by|from|about|over|if|when|while|after|before|because|although)\b",
    re.IGNORECASE,
)
_DEICTIC = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|ago|now|currently|so far|this (?:week|month|year|morning|evening|afternoon)|"
    r"(?:last|next) \w+|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|he|she|they|it|them|him|those|this|these|their|his|her)\b",
    re.IGNORECASE,
)
_COMING = re.compile(r"\s+(?:in|over|within|during) the (?:coming|next|past|last) [\w ]{1,20}$")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|scores|million|half|several)\b",
    re.IGNORECASE,
)
_LAST_WORD = frozenset(
    "the a an of in on at to for with by from and or but that which who as is was were are be been has have had over".split()
)
_CLAUSE_VERBS = {
    "said": "said",
    "reported": "reported",
    "claimed": "said",
    "confirmed": "confirmed",
    "denied": "denied",
    "warned": "warned",
    "announced": "announced",
    "promised": "promised",
    "estimated": "said",
    "concerned": "expressed concern",
}
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|did|\w+ed|remains?|continues?|"
    r"needs?|means?|became|began|came|went|took|fell|rose|broke|hit|left|made|lost)\b"
)


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Words statements; an unusable content gives null."""

    library: Library
    ledger: Ledger
    naming: Naming

    def speaker(self, statement: Statement) -> str | None:
        """The speaker as a noun phrase: private persons by role, others with their role where it fits before the name."""
        role = self._role(statement.speaker_role)
        if statement.speaker_role and _same(statement.speaker, statement.speaker_role):
            role = None
        if statement.private or MASK in statement.speaker:
            if role is None or statement.speaker_role is None:
                return None
            return role if re.match(r"(?:a|an|the|one)\s", role) else with_indefinite(role)
        name = " ".join(statement.speaker.split())
        organisation = self.naming.organisation(statement.organisation) if statement.organisation else None
        if not _is_name(name):
            described = self._lowered_role(self.naming.organisation(name))
            return organisation or (described if described and not _is_vague(described) else None)
        if statement.organisation and _same(name, statement.organisation):
            return organisation
        spoken = self.naming.organisation(name)
        if spoken is None or role is None:
            return spoken
        if _fits_before(role):
            return f"{role} {spoken.removeprefix('the ')}"
        role = role if re.match(r"(?:a|an|the|its|one)\s", role) or len(role.split()) > 8 else f"the {role}"
        return f"{spoken}, {role}," if len(role.split()) <= 10 else spoken

    def _lowered_role(self, phrase: str | None) -> str | None:
        """A role that opened its sentence ("Deputy regional coordinator ...") without its capital."""
        words = (phrase or "").removeprefix("the ").split()
        if phrase is None or len(words) < 2 or words[0].casefold() not in self.library.persons.public:
            return phrase
        rest = " ".join([words[0].casefold(), *words[1:]])
        return f"the {rest}" if phrase.startswith("the ") or not words[1][0].isupper() else phrase

    def _role(self, role: str | None) -> str | None:
        if not role or MASK in role or len(role.split()) > 12 or (role[0].isupper() and " " not in role.strip()):
            return None
        role = " ".join(role.split()).strip(" ,;")
        role = (
            role[0].lower() + role[1:] if role and role.split()[0].casefold() in self.library.persons.public else role
        )
        return neutral_phrase(role, self.library.terms) or None

    def predicate(self, statement: Statement) -> str | None:
        """ "expressed concern over ...", "said that ...", "said: “...”"; null where the content makes no sentence."""
        content = self._content(statement)
        if not content or MASK in content:
            return None
        if statement.quote:
            return self._quoted(statement, content)
        shaped = self._paraphrased(statement, content)
        if shaped is None or len(shaped.split()) > _LONGEST_PARAPHRASE + 4:
            return None
        return shaped

    def _content(self, statement: Statement) -> str:
        words = self.ledger.words(statement, statement.content_start, statement.content_end)
        return " ".join(words.split()).strip(" ,;:.—–-")

    def _quoted(self, statement: Statement, content: str) -> str | None:
        said = content.strip("\"“”'‘’ ,.")
        if not said or not 3 <= len(said.split()) <= _LONGEST_QUOTE or re.search('["“”]', said):
            return None
        if not said[0].isupper() or said.split()[-1].casefold() in _LAST_WORD or said.endswith(("...", "…")):
            return None
        if not _FINITE.search(said):
            return None
        stop = "" if said.endswith(("?", "!")) else "."
        return f"said: “{said}{stop}”"

    def _paraphrased(self, statement: Statement, content: str) -> str | None:
        kind = statement.verb_class
        for shape in (_SHAPES.get(kind), _clause if kind in _CLAUSE_VERBS else None):
            worded = shape(kind, content, self._that_before(statement)) if shape else None
            plain = neutral_phrase(worded, self.library.terms) if worded else None
            if plain and plain == worded:
                return plain
        return None

    def _that_before(self, statement: Statement) -> bool:
        before = self.ledger.words(statement, max(0, statement.content_start - 6), statement.content_start)
        return before.casefold().rstrip().endswith("that")


def _trimmed(content: str) -> str | None:
    """The content without what hangs on it; null where it is not whole or points outside itself."""
    content = re.split(r",\s(?:\w+ing\b|which\b|who\b|adding\b|and that\b|but\b|as\b|while\b)|[;:]|\s[–—]\s", content)[
        0
    ].strip(" ,")
    content = _COMING.sub("", content)
    words = content.split()
    if not 2 <= len(words) <= _LONGEST_PARAPHRASE or words[-1].casefold() in _LAST_WORD:
        return None
    if _FIRST_PERSON.search(content) or _NUMBER.search(content) or re.search('["“”()…\\[\\]?!]|\\.\\.', content):
        return None
    return None if _DEICTIC.search(content) else content


def _noun_phrase(content: str) -> str | None:
    kept = _trimmed(content.split(",")[0])
    if kept is None or _DANGLING.match(kept):
        return None
    return (
        kept[0].lower() + kept[1:] if kept.split()[0].casefold() in ("the", "a", "an", "any", "all", "what") else kept
    )


def _condemned(kind: str, content: str, _: bool) -> str | None:
    phrase = _noun_phrase(content)
    verb = {"condemned": "condemned", "praised": "praised"}[kind]
    return f"{verb} {phrase}" if phrase and not _FINITE.search(phrase.split(" that ")[0]) else None


def _called_for(_: str, content: str, __: bool) -> str | None:
    lower = content.casefold()
    if lower.startswith("for "):
        phrase = _noun_phrase(content[4:])
        return f"called for {phrase}" if phrase else None
    if lower.startswith("on ") and " to " in lower:
        kept = _trimmed(content)
        return f"called {kept}" if kept else None
    match = re.match(r"((?:all |both |the )?[\w'’ -]{3,60}?) to ([a-z]+ .+)", content)
    if match and not _DANGLING.match(content):
        kept = _trimmed(content)
        return (
            f"called on {kept[0].lower() + kept[1:] if kept.startswith(('The ', 'All ', 'Both ')) else kept}"
            if kept
            else None
        )
    phrase = _noun_phrase(content)
    bare = phrase is not None and not _FINITE.search(phrase) and not re.match(r"to\s", phrase)
    return f"called for {phrase}" if bare else None


def _concerned(_: str, content: str, __: bool) -> str | None:
    match = re.search(
        r"\b(?:concerns?|alarm|worry|fears?|regret|outrage|dismay)\b\s*(?=over|about|at|for|that)",
        content,
        re.IGNORECASE,
    )
    rest = content[match.end() :] if match else content
    preposition = re.match(r"(over|about|at|for|regarding)\s+", rest, re.IGNORECASE)
    phrase = _noun_phrase(rest[preposition.end() :] if preposition else rest)
    if phrase is None or (not preposition and _FINITE.search(phrase)):
        return None
    word = preposition.group(1).casefold() if preposition else "over"
    return f"expressed concern {'over' if word == 'regarding' else word} {phrase}"


def _warned_of(_: str, content: str, __: bool) -> str | None:
    match = re.match(r"(?:of|about|against)\s+", content, re.IGNORECASE)
    phrase = _noun_phrase(content[match.end() :]) if match else None
    return f"warned {match.group().strip().casefold()} {phrase}" if match and phrase else None


def _denied(_: str, content: str, __: bool) -> str | None:
    if re.match(r"\w+ing\s", content):
        kept = _trimmed(content)
        return f"denied {kept}" if kept else None
    phrase = _noun_phrase(content)
    return f"denied {phrase}" if phrase and not _FINITE.search(phrase) else None


def _clause(kind: str, content: str, that_before: bool) -> str | None:
    stripped = re.sub(r"^that\s+", "", content, flags=re.IGNORECASE)
    kept = _trimmed(stripped)
    if kept is None or _DANGLING.match(kept) or not _FINITE.search(kept):
        return None
    sure = that_before or stripped != content or kind in ("said", "reported", "claimed", "confirmed", "estimated")
    if not sure:
        return None
    lowered = (
        kept[0].lower() + kept[1:] if re.match(r"(?:The|A|An|All|Both|No|Some|Many|Any|Each|Every)\s", kept) else kept
    )
    return f"{_CLAUSE_VERBS[kind]} that {lowered}"


_SHAPES = {
    "condemned": _condemned,
    "praised": _condemned,
    "called_for": _called_for,
    "concerned": _concerned,
    "warned": _warned_of,
    "denied": _denied,
}


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        bool(words)
        and words[0][:1].isupper()
        and words[0].casefold() not in ("the", "a", "an", "he", "she", "they", "it")
    )


def _is_vague(text: str) -> bool:
    return text.casefold() in (
        "a statement",
        "the statement",
        "a report",
        "the report",
        "spokesman",
        "a spokesman",
        "sources",
    )


def _same(name: str, organisation: str) -> bool:
    return name.casefold().removeprefix("the ") == organisation.casefold().removeprefix("the ")


def _fits_before(role: str) -> bool:
    """Whether a role stands before a name ("Kremlin spokesperson"), not after it ("a commander in a militia")."""
    words = role.split()
    return len(words) <= 5 and not {"of", "in", "for", "at", "to", "and", "with", "a", "an", "the"} & set(words)
