"""Which language a text is in, as far as its length lets one tell."""

from __future__ import annotations

import re

#: Languages that extraction understands.
READ_LANGUAGES = frozenset({"en"})
#: Fewer letters than this, and no detection is trusted against what the input says (letters; pycld2 wavers below).
ENOUGH_LETTERS = 80
#: Enough text for a sure answer (characters).
_SAMPLE = 8000
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\ufffe\uffff]")
_LETTER = re.compile(r"[^\W\d_]")
#: So many letters, whatever stands between them.
_SOME_LETTERS = re.compile(rf"(?:[\W\d_]*[^\W\d_]){{{ENOUGH_LETTERS // 2}}}")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code (or what stands for it) of the text's main language; null where unsure."""
    import pycld2

    sample = _UNREADABLE.sub(" ", text[:_SAMPLE])
    if _SOME_LETTERS.match(sample) is None:
        return None
    try:
        reliable, _, found = pycld2.detect(sample.encode("utf-8", "replace"), bestEffort=False)
    except pycld2.error:
        return None
    code, share = found[0][1], found[0][2]
    return str(code) if reliable and share >= 60 and code != "un" else None


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
