"""The words of a source with what describes it right beside: "Ada Moss, the mayor", "an official speaking by phone"."""

from __future__ import annotations

from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence

#: No description is longer (characters), and no post with its holder's name (words).
_LONGEST, _LONGEST_POST = 120, 10
#: Kinds of sources that a participle describes; a name stands for itself.
_UNNAMED = ("role", "document")
#: What opens a post that is told only beside its owner's name.
_OWNERS = ("his", "her", "its", "their")


def described_span(sentence: Sentence, speaker: Speaker, library: Library) -> tuple[int, int]:
    """Where a source's words begin and end in their sentence, with the post of a public person between commas or the
    participle behind a source without a name."""
    start, end = speaker.start, speaker.end
    if speaker.private:
        return start, end
    if speaker.kind == "person":
        return _with_post(sentence.text, speaker)
    return (start, _participle_end(sentence, speaker, library) if speaker.kind in _UNNAMED else end)


def _with_post(text: str, speaker: Speaker) -> tuple[int, int]:
    post = speaker.role or ""
    if (
        not post
        or speaker.plural
        or post.split()[0].lower() in _OWNERS
        or len(post.split()) + len(speaker.text.split()) > _LONGEST_POST
    ):
        return speaker.start, speaker.end
    if text.startswith(f", {post}", speaker.end):
        return speaker.start, speaker.end + len(f", {post}")
    before = text[: speaker.start].endswith(f"{post}, ")
    return (speaker.start - len(f"{post}, ") if before else speaker.start), speaker.end


def _participle_end(sentence: Sentence, speaker: Speaker, library: Library) -> int:
    """Where a participle right behind a source's words ends with what belongs to it, up to a comma or a number."""
    parse = sentence.parse
    first = parse.at(speaker.end + 1) if parse is not None else None
    if parse is None or first is None or first.tag not in ("VBG", "VBN") or first.dep != "acl":
        return speaker.end
    if not speaker.start <= parse.head(first).start < speaker.end or first.lemma in library.speech.making:
        return speaker.end
    end = speaker.end
    for token in parse.subtree(first):
        if token.i < first.i or token.text in ',;:"“”()' or token.pos == "NUM" or token.tag in ("VBD", "VBZ", "VBP"):
            break
        end = token.end
    return end if end - speaker.end <= _LONGEST else speaker.end
