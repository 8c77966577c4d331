"""Quotations that run over several sentences: who is quoted in a sentence that names nobody."""

from __future__ import annotations

from rashomon.extraction.english.source_marks import CLOSING, LONGEST_QUOTATION, OPENING, PLAIN, quoted_stretches
from rashomon.extraction.english.source_reading import Spoken
from rashomon.language.syntax import Sentence


def speakers_of_quotations(read: list[tuple[Sentence, list[Spoken]]]) -> dict[int, tuple[Spoken, int, int]]:
    """By index, the sentences that name no speaker and lie in a quotation: its speaker, and the stretch quoted.

    The speaker is one named in the sentence that closes the quotation, else the one of the sentence before it.
    """
    stretches: dict[int, list[tuple[int, int]]] = {}
    for at, low, high in quoted_stretches([sentence for sentence, _ in read]):
        stretches.setdefault(at, []).append((low, high))
    found: dict[int, tuple[Spoken, int, int]] = {}
    for at in sorted(stretches):
        sentence, acts = read[at]
        low, high = max(stretches[at], key=lambda s: s[1] - s[0])
        if any(max(a.act.scope[0], low) < min(a.act.scope[1], high) for a in acts) or high - low < 0.6 * len(
            sentence.text
        ):
            continue
        speaker = _speaker_before(read, at, found) if low > 0 or at in stretches else None
        after = _speaker_after(read, at, stretches)
        chosen = after if after is not None and not _closed(sentence, high) else speaker or after
        if chosen is not None:
            found[at] = (chosen, low, high)
    return found


def _closed(sentence: Sentence, high: int) -> bool:
    return sentence.text[high - 1] in CLOSING + PLAIN and high > 1


def _speaker_before(
    read: list[tuple[Sentence, list[Spoken]]], at: int, found: dict[int, tuple[Spoken, int, int]]
) -> Spoken | None:
    """The speaker of the sentence before: its last one where it holds a quotation, else its only one; what is quoted
    next without a name is theirs."""
    if at == 0 or read[at - 1][0].paragraph - read[at][0].paragraph not in (0, -1):
        return None
    if at - 1 in found:
        return found[at - 1][0]
    acts = [a for a in read[at - 1][1] if a.attribution.origin is not None or a.act.whole]
    quoting = [a for a in acts if any(c in OPENING + CLOSING + PLAIN for c in read[at - 1][0].text)]
    if quoting:
        return quoting[-1]
    everyone = {a.attribution.text for a in read[at - 1][1]}
    vouching = [a for a in read[at - 1][1] if a.attribution.origin is not None]
    return vouching[-1] if vouching and len(everyone) == 1 else None


def _speaker_after(
    read: list[tuple[Sentence, list[Spoken]]], at: int, stretches: dict[int, list[tuple[int, int]]]
) -> Spoken | None:
    """The speaker named behind the close of a quotation that runs on from this sentence."""
    for later in range(at + 1, min(at + LONGEST_QUOTATION, len(read))):
        sentence, acts = read[later]
        if later not in stretches or stretches[later][0][0] != 0 or sentence.paragraph != read[at][0].paragraph:
            return None
        if acts:
            return acts[0] if acts[0].act.whole else None
    return None
