"""An act of speech in one sentence: who says, by which verb, and which stretch is what is said."""

from __future__ import annotations

import msgspec

from rashomon.extraction.english.speaker import Speaker
from rashomon.model.claim import VerbClass


class SpeechAct(msgspec.Struct, frozen=True, gc=False):
    """One act of speech; all offsets count in the sentence.

    `scope` is the stretch the speaker answers for, `content` what is said where the act is a statement. `whole`: the
    act stands behind or inside what is said, so that its scope may open in an earlier sentence's quotation.
    `attributes` is false where what is told is judged and not vouched for ("condemned an attack that killed six").
    `tentative`: the speaker is a name that only an earlier act of speech can tell to be one.
    """

    speaker: Speaker
    verb: str
    verb_class: VerbClass
    anchor: tuple[int, int]
    scope: tuple[int, int]
    content: tuple[int, int] | None
    relayed_by: Speaker | None = None
    whole: bool = False
    attributes: bool = True
    tentative: bool = False


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the space and the stops around it."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".;,:-–—"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:-–—"):
        start += 1
    return start, end
