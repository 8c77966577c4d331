"""Sources in the shorthand of headlines: "Monitor: 12 dead", "12 dead in raid - ministry"."""

from __future__ import annotations

import re

from rashomon.extraction.english.source_torn import SayingWords
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution

#: Words before a colon, or behind a colon or dash at the end; a name is short.
_BEFORE = re.compile(r"(?P<name>[^:;.!?\"“”|]{2,60}):\s+(?=\S)")
_BEHIND = re.compile(r".*(?P<mark>:|\s[-–—|])\s*(?P<name>[^:;.!?\"“”|–—]{2,60})[.]?$")
_LONGEST_WORDS = 7
_LONGEST_HEADLINE = 240


def read_tag(sentence: Sentence, library: Library) -> tuple[Attribution, int, int] | None:
    """The source that a headline names before a colon or behind a dash, and the stretch it answers for; else null."""
    text = sentence.text
    if len(text) > _LONGEST_HEADLINE:
        return None
    before, behind = _BEFORE.match(text), _BEHIND.match(text)
    before = before if before is not None and is_source(before.group("name"), library) else None
    # Behind a dash stands who says so, whoever the headline is about: "Red Front: 234 girls taken - parents".
    dashed = behind is not None and text[behind.start("mark")] != ":" and _tells(behind.group("name"), library)
    if before is not None and not dashed:
        return _attribution(sentence, *before.span("name")), before.end(), len(text)
    if behind is None or not is_source(behind.group("name"), library):
        return None
    if text[: behind.start("mark")].rstrip().rpartition(" ")[2] in library.words.of(SayingWords).saying:
        return None  # "Nine people died, police said: six men and three officers"
    return _attribution(sentence, *behind.span("name")), 0, behind.start("mark")


def _tells(name: str, library: Library) -> bool:
    """Whether a name behind a dash is a source's, and not the outlet's that ran the headline ("| Vale News")."""
    known, last = library.organisations.find(name), name.split()[-1].lower()
    outlet = last in library.speech.media or (known is not None and (known.wire or known.kind == "media"))
    return is_source(name, library) and (name.islower() or (known is not None and not outlet))


def is_source(name: str, library: Library) -> bool:
    """Whether a few words name somebody who can tell: a known body, a titled person, a noun for a body or post."""
    words = name.split()
    if not words or len(words) > _LONGEST_WORDS or any(c.isdigit() for c in name):
        return False  # "almost half of the town's 75,000 inhabitants" counts, and says nothing
    known = library.organisations.find(name)
    if known is not None and known.kind != "government":
        return True
    if len(words) > 1 and words[0].rstrip(".").lower() in library.persons.honorifics and words[-1].istitle():
        return True  # "Dr Langton"
    if len(words) > 2 and all(w.istitle() for w in words) and library.speech.role_of(words[-3].lower()) is not None:
        return True  # "Deputy Mayor Ada Moss"
    # A government named by its country or capital is more often the place of what follows ("Ukraine: 20 killed").
    last = words[-1].lower().strip("'’")
    lexicon = library.speech
    named = lexicon.role_of(last) is not None or (lexicon.body_of(last) is not None and last not in ("state", "house"))
    return named or (last in lexicon.media and last != "paper")


def _attribution(sentence: Sentence, start: int, end: int) -> Attribution:
    name = sentence.text[start:end].rstrip()
    return Attribution(
        field=sentence.field,
        start=sentence.start + start,
        end=sentence.start + start + len(name),
        text=name,
        origin=name,
    )
