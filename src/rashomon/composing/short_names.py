"""The second mention of a long name in its short form ("the Observatory"), and of one speaker by a pronoun."""

from __future__ import annotations

import re

from msgspec.structs import replace

from rashomon.composing.checked import Checked
from rashomon.composing.count_sentences import anaphor
from rashomon.composing.phrases import capitalised
from rashomon.composing.source_names import short_name
from rashomon.composing.words import Words
from rashomon.knowledge.library import Library
from rashomon.model.brief import Sentence

#: How a name ends that is a person's with an office behind it, or reports' own.
_NO_BODY = (",", "report", "reports")
#: Names of more characters are clauses.
_LONGEST = 90


def shortened(paragraphs: list[list[Sentence]], words: Words, checked: Checked) -> list[list[Sentence]]:
    """The paragraphs with long names in full once; a sentence that would not hold so stays as it was."""
    names = _long_names(words)
    told: set[str] = set()
    result: list[list[Sentence]] = []
    for paragraph in paragraphs:
        kept: list[Sentence] = []
        speaker: str | None = None
        for sentence in paragraph:
            short = _short(sentence, names, told)
            opener = next((n for n in names if _opens(sentence.text, n)), None) or _body(sentence.text, words.library)
            said_again = opener is not None and opener == speaker
            candidates = [_pronoun(short, opener, names, words.library)] if said_again and opener else []
            kept.append(next((c for c in [*candidates, short] if checked.holds(c)), sentence))
            told.update(n for n in names if _in(n, sentence.text))
            speaker = opener
        result.append(kept)
    return result


def _long_names(words: Words) -> dict[str, str]:
    """Long names of sources with their short forms; a short form that two names share is none."""
    bodies = words.library.wording.bodies
    sources = [words.naming.claim_source(c) for c in words.ledger.claims.values()]
    found = {n: s for n in dict.fromkeys(sources) if n and n.startswith("the ") and (s := short_name(n, bodies))}
    others = [n for n in dict.fromkeys(sources) if n]
    return {n: s for n, s in found.items() if not any(_shares(o, n, s) for o in others)}


def _shares(other: str, name: str, short: str) -> bool:
    """Whether another body's name holds the same word; a variant of the name itself does not count."""
    if set(other.split()) <= set(name.split()):
        return False
    return short in other.split()


def _short(sentence: Sentence, names: dict[str, str], told: set[str]) -> Sentence:
    text = sentence.text
    for name, short in names.items():
        if name in told:
            text = re.sub(rf"\b[Tt]he {re.escape(name[4:])}", lambda m, s=short: f"{m.group()[:3]} {s}", text)  # type: ignore[misc]
    return replace(sentence, text=text)


def _pronoun(short: Sentence, opener: str, names: dict[str, str], library: Library) -> Sentence:
    """The sentence with a pronoun for the subject that it shares with the one before."""
    for form in (opener, *([f"the {names[opener]}"] if opener in names else [])):
        if _opens(short.text, form) and short.text[len(form) :].startswith((" said that ", " had put ")):
            return replace(short, text=capitalised(anaphor(opener, library)) + short.text[len(form) :])
    return short


def _body(text: str, library: Library) -> str | None:
    """The body with a name whose word a sentence is; null where somebody unnamed, a person or a record of it speaks."""
    told = [name for by in (" said that ", " had put ") if (name := text.partition(by)[0]) != text]
    name = told[0] if told and len(told[0]) <= _LONGEST and not {*told[0]} & {*",:;“"} else ""
    named = any(w[0].isupper() for w in name.split()[1:]) or name.isupper()
    office = any(w.casefold() in library.persons.public for w in name.split())
    return name if named and not office and " and " not in name and not name.endswith(_NO_BODY) else None


def _opens(text: str, name: str) -> bool:
    return text.casefold().startswith(f"{name.casefold()} ")


def _in(name: str, text: str) -> bool:
    return name[4:] in text
