"""Statements as sentences: who said what, only where the words can be made grammatical."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.composing.known_names import KnownNames
from rashomon.composing.ledger import Ledger
from rashomon.composing.mended_names import is_torn, mended, with_apostrophes, with_capitals
from rashomon.composing.naming import MASK, Naming
from rashomon.composing.neutral import neutral_phrase
from rashomon.composing.noun_phrases import PhraseNouns, is_plural
from rashomon.composing.said_words import SaidWords
from rashomon.composing.speaker_words import SpeakerWords
from rashomon.composing.speakers import has_office
from rashomon.composing.statement_shapes import Content, shaped
from rashomon.composing.who_speaks import can_speak
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import any_of
from rashomon.model.claim import Statement

#: Longer quotations are left to the evidence (words).
_LONGEST_QUOTE = 32
#: Shorter ones are exclamations.
_SHORTEST_QUOTE = 5
#: A headline's clause of no more words may have no noun that wants an article.
_TERSE = 6
#: A body's short name behind its long one.
_SHORT_NAME = re.compile(r"\s\([A-Z][A-Za-z]*[A-Z]\)")
#: One capitalised word with or without an article: a surname more often than a body, unless it is known as one.
_THE_NAME = re.compile(r"^(?:the )?[A-Z][a-z]+$")


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Words statements; an unusable content gives null."""

    library: Library
    ledger: Ledger
    naming: Naming
    known: KnownNames | None = None

    @property
    def _said(self) -> SaidWords:
        return self.library.words.of(SaidWords)

    @property
    def _speakers(self) -> SpeakerWords:
        return self.library.words.of(SpeakerWords)

    def speaker(self, statement: Statement) -> str | None:
        """The speaker as a noun phrase: private persons by role, others by name with their role."""
        if statement.private or MASK in statement.speaker:
            return self._private_speaker(statement)
        spoken = self._public_speaker(statement)
        if spoken is not None and not can_speak(spoken, self.library):
            return None
        if spoken is None or self.known is None or (role := self.naming.private_role(statement.speaker)) is None:
            return spoken if spoken and self._is_public(spoken, statement) else None
        return role

    def _private_speaker(self, statement: Statement) -> str | None:
        """The role of somebody who holds no office, from the role told beside the name or the words for the person."""
        for words in (statement.speaker_role, statement.speaker):
            role = self.naming.private_role(words) if words else None
            if role is not None:
                return role
        return None

    def _is_public(self, spoken: str, statement: Statement) -> bool:
        """Whether the speaker as worded names nobody but bodies, places and persons in a public role."""
        if self.known is None:
            return True
        role = f"{statement.speaker_role or ''} {statement.speaker}"
        if has_office(role, self.library.persons):
            return True
        return self.known.unexplained(spoken) is None and (
            _THE_NAME.match(spoken) is None or self.known.speaks(spoken.split()[-1])
        )

    def _public_speaker(self, statement: Statement) -> str | None:
        role = self._role(statement)
        name = mended(statement.speaker, self.library, self.ledger)
        if is_torn(name, self.library):
            return None
        organisation = self.naming.organisation(statement.organisation) if statement.organisation else None
        speakers = self._speakers
        organisation = None if organisation and speakers.back.match(organisation) else organisation
        if speakers.back.match(name) or speakers.thing.match(name):
            return organisation
        if not _is_name(name, speakers):
            return organisation or self._lowered_role(self.naming.organisation(name))
        if statement.organisation and _same(name, statement.organisation):
            return organisation
        spoken = self._lowered_role(self.naming.organisation(name))
        return _with_role(spoken, role, speakers) if spoken and role else spoken

    def _role(self, statement: Statement) -> str | None:
        role = mended(statement.speaker_role or "", self.library, self.ledger).strip(" ,;").split(", ")[0]
        role = _SHORT_NAME.sub("", self._speakers.torn_owner.sub("", role))
        first, _, rest = role.partition(" ")
        if rest and first.casefold() in self.library.speech.leading - self._said.articles:
            role = rest  # "its local head": whose, its own sentence told
        if not role or MASK in role or len(role.split()) > 12:
            return None
        if role[0].isupper() and " " not in role:
            return role if role.casefold().rstrip(".") in self.library.persons.public else None
        if _same(statement.speaker, role) or role.split()[-1].casefold() in self._said.open_ends:
            return None
        role = role[0].lower() + role[1:] if role.split()[0].casefold() in self.library.persons.public else role
        return neutral_phrase(role, self.library.terms) or None

    def _lowered_role(self, phrase: str | None) -> str | None:
        """A role that opened its sentence ("Deputy regional coordinator ...") without its capital."""
        words = (phrase or "").removeprefix("the ").split()
        if phrase is None or len(words) < 2 or words[0].casefold() not in self.library.persons.public:
            return phrase
        rest = " ".join([words[0].casefold(), *words[1:]])
        return f"the {rest}" if phrase.startswith("the ") or not words[1][0].isupper() else phrase

    def predicate(self, statement: Statement) -> str | None:
        """ "expressed concern over ...", "said that ...", "said: “...”"; null where the content makes no sentence."""
        content = self._content(statement)
        report = self.ledger.reports.get(statement.report)
        own_voice = report is not None and report.outlet is not None and _same(statement.speaker, report.outlet)
        if not content or MASK in content or own_voice or self.library.wording.incriminates(content):
            return None
        before = self.ledger.words(statement, max(0, statement.content_start - 12), statement.content_start)
        if self.known is not None and statement.quote and self.known.unexplained(content):
            return None
        if statement.quote or before.rstrip().endswith(('"', "“")):
            return _quoted(content, self._said)
        if self.ledger.in_headline(statement) and not (
            _is_whole_in_headline(content, self.library) and _has_articles(content, self._said)
        ):
            return None
        told = shaped(
            Content(
                statement.verb_class,
                statement.verb.casefold(),
                content,
                f" {before}",
                self.ledger.opens_only,
                self._said,
                self.library.number_words,
            )
        )
        told = with_capitals(told, self.library, self.ledger) if told is not None else None
        if told is not None and statement.private and content.casefold().startswith(("no ", "not ", "that no ")):
            return None  # spoken fragments make no clause
        if told is not None and self.ledger.in_headline(statement) and self._wants_article(content):
            return None
        if told is not None and self.known is not None and self.known.unexplained(content):
            return None  # it may name a person of whom nothing public is told
        opener = self.library.wording.anchors.get(content.split()[0])
        if told is not None and opener is not None and opener.count:
            return None  # "shooting was accidental": an article is lost
        # A paraphrase that would need another word for a loaded one is not the speaker's any more.
        return told if told is not None and not self.library.terms.find(told) else None

    def _wants_article(self, content: str) -> bool:
        """Whether a happening in the singular stands without any article: "condemned Norvale airstrike"."""
        words = re.sub(r"^that\s+", "", content, flags=re.IGNORECASE).split()
        nouns = self.library.words.of(PhraseNouns)
        told = next((n for n, w in enumerate(words) if (a := self.library.wording.anchors.get(w)) and a.count), None)
        before = " ".join(words[: told or 0])
        free = nouns.articles.isdisjoint(before.casefold().split()) and nouns.determined.match(f"{before} ") is None
        return told is not None and free

    def _content(self, statement: Statement) -> str:
        words = self.ledger.words(statement, statement.content_start, statement.content_end)
        return with_apostrophes(words, self.library, self.ledger).strip(" ,;:.—–-")


def _is_whole_in_headline(content: str, library: Library) -> bool:
    """Whether a headline's clause opens with a name or a plural: before another noun its article is lost."""
    words = re.sub(r"^that\s+", "", content, flags=re.IGNORECASE).split()
    return bool(words) and (words[0][0].isupper() or any(is_plural(w, library) for w in words[:2]))


def _has_articles(content: str, known: SaidWords) -> bool:
    """Whether a headline's clause has the articles that a text would have, or is too short to want one."""
    words = re.sub(r"^that\s+", "", content.casefold()).split()
    return len(words) <= _TERSE or not known.articles.isdisjoint(words)


def _quoted(content: str, known: SaidWords) -> str | None:
    """ "said: “...”" where the quotation is a whole sentence of a length that can be printed."""
    said = content.strip("\"“”'‘’ ,.")
    if (
        not _SHORTEST_QUOTE <= len(said.split()) <= _LONGEST_QUOTE
        or re.search('["“”\\[\\]]', said)
        or not said[0].isupper()
    ):
        return None
    if (
        said.split()[0].casefold() in known.going_on
        or said.split()[-1].casefold() in known.open_ends
        or said.endswith(("...", "…"))
        or any_of(known.of_the_moment).search(said.casefold())
        or known.relayed.search(said)
        or not known.finite.search(said)
    ):
        return None
    return f"said: “{said}{'' if said.endswith(('?', '!')) else '.'}”"


def _with_role(spoken: str, role: str, known: SpeakerWords) -> str:
    """ "Kremlin spokesperson Dmitri Peskov", or "Abu Mahmoud Omar, a commander in a militia,"."""
    if _fits_before(role, known):
        said = {w.casefold() for w in role.split()}
        name = spoken.removeprefix("the ").split()
        while len(name) > 1 and name[0].casefold() in said:
            name = name[1:]
        return f"{role} {' '.join(name)}"
    if len(role.split()) > 10:
        return spoken
    opener, _, rest = role.partition(" ")
    if opener[:1].isupper() and opener.casefold() in known.before_roles and rest:
        role = f"{opener.casefold()} {rest}"  # "The Minister of Land": a capital of the reports' own
    return f"{spoken}, {role if role.split()[0] in known.before_roles else f'the {role}'},"


def _fits_before(role: str, known: SpeakerWords) -> bool:
    """Whether a role stands before a name ("Kremlin spokesperson"), not after it ("a commander in a militia")."""
    words = role.split()
    return len(words) <= 5 and known.in_roles.isdisjoint(words)


def _is_name(text: str, known: SpeakerWords) -> bool:
    words = text.split()
    return bool(words) and words[0][:1].isupper() and words[0].casefold() not in known.no_names


def _same(name: str, other: str) -> bool:
    return name.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")
