"""Finds persons' names in a report's text and says who of them stands there in a public role.

Conservative towards protection: a run of capitalised words counts as a person's name where a given name, an age, a
kinship or role word, an honorific, or a person's verb says so; without a public role beside it the person is private.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rashomon.composing.name_runs import LONGEST_NAME, NAME_WORD, POSSESSIVE, plain_form, runs_of_capitals
from rashomon.knowledge.persons import PersonLexicon

_CLAUSE_END = re.compile(r"[.!?;,][\"”'’]?\s")
_INITIALS = re.compile(r"\s?\(([A-Z]{2,8})\)")
#: Whose name stands between "the" and this word has it from a family.
_FAMILY = "family"
#: How far around a name its role is looked for (characters); an apposition is rarely longer.
_BEFORE, _AFTER = 90, 110


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person's name in a text (half-open span) and whether the words around it give a public role."""

    start: int
    end: int
    text: str
    public: bool
    private: bool


def find_person_names(text: str, lexicon: PersonLexicon, taken: Iterable[tuple[int, int]] = ()) -> list[FoundName]:
    """The persons' names of a text in order; `taken` are spans that are known to name something else."""
    covered = sorted(taken)
    found: list[FoundName] = []
    at = 0
    for name, end in _every_name(text, lexicon):
        while at < len(covered) and covered[at][1] <= name.start:
            at += 1
        if not any(a < end and name.start < b for a, b in covered[at : at + 8]):
            found.append(name)
    return found


@lru_cache(maxsize=8192)
def _every_name(text: str, lexicon: PersonLexicon) -> tuple[tuple[FoundName, int], ...]:
    """The names as if nothing were known of the text, each with where its run of words ends; kept, since every report
    is asked several times with other spans.
    """
    runs = list(runs_of_capitals(text, lexicon))
    names = (_name_in(text, words, lexicon) for words in runs)
    return tuple((name, words[-1].end()) for words, name in zip(runs, names, strict=True) if name is not None)


def _name_in(text: str, words: list[re.Match[str]], lexicon: PersonLexicon) -> FoundName | None:
    plain = [plain_form(w) for w in words]
    start = words[0].start()
    end = words[-1].end() - (2 if words[-1].group().endswith(POSSESSIVE) else 0)
    if any(w in lexicon.not_person for w in plain):
        return None
    after_text = text[end : end + _AFTER]
    if len(words) > 1 and _has_initials(words, after_text):
        return None
    if len(words) == 1 and not _may_be_alone(plain[0], after_text, lexicon):
        return None
    before = _word_list(text[max(0, start - _BEFORE) : start])
    after = _word_list(after_text)
    public = _is_public(before, after, after_text, plain, lexicon) or _title_before(text, start, lexicon)
    private = _is_private(before, after_text, lexicon)
    owned = _owned_kin(after_text, after, lexicon) or (after[:1] == [_FAMILY] and before[-1:] == ["the"])
    identified = before[-1:] == ["as"] and "identified" in before[-3:-1]
    aged = identified or lexicon.age_before.search(text[max(0, start - _BEFORE) : start]) is not None
    private = private or owned or (aged and not public) or _met_fate(before, lexicon)
    strong = (
        owned
        or aged
        or _met_fate(before, lexicon)
        or plain[0] in lexicon.given
        or bool(lexicon.age_after.match(after_text))
        or _titled(before, lexicon)
    )
    if len(words) == 1:
        if not (
            owned
            or bool(lexicon.age_after.match(after_text))
            or (_is_given(plain[0], lexicon) and (_titled(before, lexicon) or _acts(after, lexicon)))
        ):
            return None
    elif not (strong or public or private or _acts(after, lexicon)) or (not strong and not _name_like(words)):
        return None
    return FoundName(start, end, text[start:end], public and not private, private)


def _has_initials(words: list[re.Match[str]], after_text: str) -> bool:
    """Whether initials in brackets follow, as behind the name of a body: "Ruritanian Writers Circle (RWC)"."""
    short = _INITIALS.match(after_text)
    return short is not None and short[1].endswith("".join(w.group()[0].upper() for w in words))


def _may_be_alone(word: str, after_text: str, lexicon: PersonLexicon) -> bool:
    """Whether one word can be a name at all, as far as what is cheap to see goes: most are none."""
    opened = NAME_WORD.search(after_text)
    of_family = opened is not None and opened.group().casefold() == _FAMILY
    owns = after_text[:1] in ("'", "’")
    return _is_given(word, lexicon) or owns or of_family or lexicon.age_after.match(after_text) is not None


def _is_given(word: str, lexicon: PersonLexicon) -> bool:
    return word in lexicon.given or word.split("-")[0] in lexicon.given


def _owned_kin(after_text: str, after: list[str], lexicon: PersonLexicon) -> bool:
    """Whether a possessive ending and a word of kin follow ("N.'s aunt")."""
    if after_text[:1] not in ("'", "’"):
        return False
    return bool(set(after[:3] if after[:1] == ["s"] else after[:2]) & lexicon.kin)


def _name_like(words: list[re.Match[str]]) -> bool:
    return all(len(w.group()) > 1 for w in words) and len(words) <= LONGEST_NAME


def _word_list(text: str) -> list[str]:
    return [w.casefold() for w in NAME_WORD.findall(text)]


def _met_fate(before: list[str], lexicon: PersonLexicon) -> bool:
    """Whether what befell the person is told right before the name ("the shooting death of N. N.")."""
    return before[-1:] == ["of"] and bool(set(before[-2:-1]) & lexicon.fates)


def _titled(before: list[str], lexicon: PersonLexicon) -> bool:
    last = before[-1] if before else ""
    return last in lexicon.honorifics or last in lexicon.private or last in lexicon.public


def _acts(after: list[str], lexicon: PersonLexicon) -> bool:
    first = after[0] if after else ""
    second = after[1] if len(after) > 1 else ""
    return (
        first in lexicon.speech
        or first in lexicon.ends
        or (first in lexicon.auxiliaries and second in lexicon.harm | lexicon.speech)
    )


def _is_public(before: list[str], after: list[str], after_text: str, plain: list[str], lexicon: PersonLexicon) -> bool:
    """A public role right before the name, in an apposition after it, or "X's government"."""
    if lexicon.is_leader(plain):
        return True
    near = before[-4:]
    titles = near[-1:] if set(near[-1:]) & lexicon.speech else near[-2:]
    if any(w in lexicon.public or w.rpartition("-")[2] in lexicon.public for w in titles):
        return True
    if lexicon.ruled & set(near[-2:-1]) and near[-1:] == ["of"]:
        return True
    if after_text[:2] in ("'s", "’s"):
        return bool(set(after[1:4]) & lexicon.rule) if after[:1] == ["s"] else bool(set(after[:3]) & lexicon.rule)
    if after_text.lstrip().startswith((",", "(", "–", "—")) or after[:1] in (["who"], ["the"], ["a"]):
        stop = re.search(r"[.;]|,\s(?:said|told|and)\b", after_text[1:])
        told = _word_list(after_text[: stop.start() + 1] if stop else after_text)[:12]
        return any(w in lexicon.public for w in told)
    return False


def _title_before(text: str, start: int, lexicon: PersonLexicon) -> bool:
    """A long title that a comma parts from the name: "Deputy coordinator for aid in the region, NAME, ..."."""
    head = text[max(0, start - 140) : start]
    if not head.endswith(", "):
        return False
    title = _CLAUSE_END.split(head[:-2])[-1]
    words = _word_list(title)
    return 0 < len(words) <= 14 and any(w in lexicon.public for w in words[:6]) and not set(words) & lexicon.no_title


def _is_private(before: list[str], after_text: str, lexicon: PersonLexicon) -> bool:
    """A private role right before the name or in the apposition after it, an age, or a harm done to the person."""
    if lexicon.age_after.match(after_text) and not any(w in lexicon.public for w in before[-3:]):
        return True
    if any(w in lexicon.private for w in before[-1:]) or before[-2:-1] in (["named"], ["called"]):
        return True
    if before[-1:] == ["as"] and set(before[-4:-1]) & lexicon.naming:
        return True
    if after_text.lstrip().startswith(","):
        told = _word_list(after_text.lstrip()[1:].split(",")[0])[:6]
        if told and told[0] in lexicon.determiners and any(w in lexicon.private for w in told):
            return not any(w in lexicon.public for w in told)
    return False
