"""A source as a sentence names it: its words, what it is, and to whom it belongs."""

from __future__ import annotations

from typing import Literal

import msgspec

SpeakerKind = Literal["person", "body", "role", "document", "count", "pronoun", "media", "other"]


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """A source's noun phrase; offsets count in the sentence.

    `low` is where the whole phrase begins, -1 where that is `start`; `name` is a person's own name, `organisation` the
    body that a person or document belongs to, as worded.
    """

    start: int
    end: int
    text: str
    head: int
    kind: SpeakerKind
    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    private: bool = False
    plural: bool = False
    noun: str = ""
    low: int = -1
