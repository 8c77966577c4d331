"""A generated sentence with its numbers linked to the words they come from and its notes behind it."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.rendering import wording
from rashomon.rendering.components.evidence import Notes, note_marks
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean

#: A number that a month follows, or another day and a month, is part of a date.
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NOT_A_DATE = rf"(?!(?:\s*(?:–|-|to|and)\s*\d{{1,2}})?\s+{_MONTH}\b)"
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def cited(sentence: Sentence, notes: Notes, lookup: Lookup) -> Markup:
    """The sentence as HTML: each number of a cited figure is a link, note numbers follow."""
    marks = note_marks(notes.cite(sentence.claims))
    text = _linked(clean(sentence.text), sentence.claims, notes, lookup)
    if sentence.calculation:
        text += Markup(' <span class="sum">({})</span>').format(clean(sentence.calculation))
    return text + marks + _issue_marks(sentence)


def _linked(text: str, claims: tuple[str, ...], notes: Notes, lookup: Lookup) -> Markup:
    targets: dict[str, str] = {}
    for claim in claims:
        figure = lookup.figure(claim)
        for form in _forms(figure, lookup) if figure else ():
            targets.setdefault(form, claim)
    if not targets:
        return escape(text)
    words = sorted((re.escape(w) for w in targets), key=lambda w: (-len(w), w))
    pattern = re.compile(r"(?<![\w.,])(?:" + "|".join(words) + r")(?![\w]|[.,]\d)" + _NOT_A_DATE, re.IGNORECASE)
    out, at = Markup(""), 0
    for match in pattern.finditer(text):
        found = targets.get(match[0]) or targets.get(match[0].lower())
        if found is None:
            continue
        notes.lead_to(found)
        out += escape(text[at : match.start()]) + Markup('<a class="num" href="#{}">{}</a>').format(found, match[0])
        at = match.end()
    return out + escape(text[at:])


_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def _forms(figure: Figure, lookup: Lookup) -> list[str]:
    """How a sentence may write a figure's number: digits, digits with thousands apart, a small number as a word."""
    forms: list[str] = []
    for value in (figure.value, figure.low, figure.high):
        if value is None:
            continue
        forms.append(wording.number(value))
        if float(value).is_integer():
            forms.append(str(int(value)))
            if 0 <= value < len(_WORDS):
                forms.append(_WORDS[int(value)])
    if figure.value is None:
        forms.append(lookup.words(figure).lower())
    forms += [m for m in _NUMBER.findall(lookup.words(figure)) if len(m) > 2]
    return [f for f in dict.fromkeys(forms) if f]


def _issue_marks(sentence: Sentence) -> Markup:
    if not sentence.issues or sentence.claims:
        return Markup("")
    return Markup('<span class="refs"><a href="#doubtful">why</a></span>')
