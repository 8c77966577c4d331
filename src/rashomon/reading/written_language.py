"""Which language a text is in, as far as its length lets one tell."""

from __future__ import annotations

import re

from rashomon.knowledge.word_rarity import WordRarity

#: Languages that extraction understands.
READ_LANGUAGES = frozenset({"en"})
#: Fewer letters than this, and no detection is trusted against what the input says (letters; pycld2 wavers below).
ENOUGH_LETTERS = 80
#: Enough text for a sure answer (characters).
_SAMPLE = 8000
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\ufffe\uffff]")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
#: Fewer words do not tell a language that nothing else tells.
_FEW_WORDS = 3
#: So many letters, whatever stands between them.
_SOME_LETTERS = re.compile(rf"(?:[\W\d_]*[^\W\d_]){{{ENOUGH_LETTERS // 2}}}")


def detect_languages(text: str) -> tuple[tuple[str, int], ...]:
    """The languages of a text, that of most of it first, each by its ISO 639-1 code (or what stands for it) and its
    share in percent; none where unsure.
    """
    import pycld2

    sample = _UNREADABLE.sub(" ", text[:_SAMPLE])
    if _SOME_LETTERS.match(sample) is None:
        return ()
    try:
        reliable, _, found = pycld2.detect(sample.encode("utf-8", "replace"), bestEffort=False)
    except pycld2.error:
        return ()
    return tuple((str(code), share) for _, code, share, _ in found if code != "un") if reliable else ()


def hardly_known(text: str, rarity: WordRarity) -> bool:
    """Whether no more than half of the common words of a text are known ones: it is in no language that is read.

    Words with a capital do not count, since they may be names; fewer than three words tell nothing.
    """
    words = [w for w in _WORD.findall(text[:_SAMPLE]) if w.islower() and len(w) > 1]
    return len(words) >= _FEW_WORDS and 2 * sum(map(rarity.is_listed, words)) <= len(words)


def enough_to_tell(text: str) -> bool:
    """Whether a text is long enough to trust detection over what the input says."""
    return len(_LETTER.findall(text[: ENOUGH_LETTERS * 6])) >= ENOUGH_LETTERS


def main_code(lang: str) -> str:
    """`en` of `en-GB` or `EN_us`."""
    return re.split(r"[-_]", lang.strip().lower(), maxsplit=1)[0]


def in_latin_letters(text: str) -> bool:
    """Whether most letters are Latin: where detection is unsure, another script is not English."""
    letters = _LETTER.findall(text[:2000])
    latin = sum(1 for c in letters if c < "\u0250" or "\u1e00" <= c <= "\u1eff")
    return latin * 2 >= len(letters)
