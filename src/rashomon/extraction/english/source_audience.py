"""The press to which something is told: no speaker, and no part of what is told."""

from __future__ import annotations

from rashomon.extraction.english.source_phrases import tree_bounds
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Token


def is_audience(parse: Parse, text: str, token: Token, library: Library) -> bool:
    """Whether a noun is the press that is told something: "reporters", "AFP"."""
    if token.lemma in library.speech.agencies_told:
        return True
    if token.pos != "PROPN":
        return False
    left, right, _ = tree_bounds(parse, token, library.speech)
    phrase = text[parse.tokens[left].start : parse.tokens[right - 1].end]
    found = library.organisations.find(phrase) or library.organisations.find(token.text)
    return found is not None and found.kind == "media"


def addressee(parse: Parse, text: str, verb: Token, kids: list[Token], library: Library) -> Speaker | None:
    """The agency that was told ("told AFP", "said to AFP"), or null."""
    for token in kids:
        told = token.dep in ("dobj", "dative", "npadvmod", "nsubj") and token.i > verb.i and token.pos == "PROPN"
        if told and verb.lemma == "tell" and (token.dep == "dobj" or is_audience(parse, text, token, library)):
            return read_speaker(parse, token, text, library)
        if token.dep == "prep" and token.lower in ("to", "by"):
            for child in parse.kids(token, "pobj"):
                if child.pos == "PROPN" and is_audience(parse, text, child, library):
                    return read_speaker(parse, child, text, library)
    return None
