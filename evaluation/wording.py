"""What the words of an annotation say: whether a figure may be left out, and whether two names are one."""

from __future__ import annotations

import re
import unicodedata

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_TENS = "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
_ROUND = "hundreds thousands millions billions dozens score scores several couple pair both half third thirds quarter"
_REST = "quarters fifth fifths tenth tenths percent none no nobody single sole"
NUMBER_WORDS = frozenset(f"{_UNITS} {_TENS} {_ROUND} {_REST}".split())
WEAK_WORDS = frozenset("many some most mostly majority few numbers multiple numerous countless mainly".split())
WEAK_AFTER_ARTICLE = frozenset("few number majority".split())
SINGLE_WORDS = frozenset("a an another other his her its their my our your".split())
SINGLE_NOUNS = frozenset(
    "civilian child woman man person girl boy baby infant soldier fighter student journalist".split()
)
PLURAL_WORDS = frozenset(
    "and number numbers batch group crowd lot handful majority minority most many few rest part share".split()
)
_AGE = re.compile(r"(?i)\b(?:\w{1,20}[- ]){1,2}(?:year|month|week|day)s?[- ]old\b|\baged \w+")
_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile("['`’‘´ʼʾʿ′]")

SMALL_WORDS = frozenset(
    "the of for and in a an s said according to by on at from near with via its his their "
    "de del la las los le les des du der die das al el ar ash as ad az".split()
)
CLASS_NOUNS = (
    "city cities town village province governorate state district region source official spokesman spokeswoman "
    "spokesperson group neighbourhood neighborhood"
).split()


def has_number(words: str) -> bool:
    """True where a digit or a number word stands in the words."""
    return any(w[0].isdigit() or any(c.isdigit() for c in w) or w in NUMBER_WORDS for w in _lower(words))


def is_weak(words: str) -> bool:
    """True for a quantifier without a number: "many", "the majority of"; not for "some 200"."""
    given = _lower(words)
    if len(given) > 1 and given[0] in ("so", "as", "the"):
        given = given[1:]
    if not given or has_number(words):
        return False
    return given[0] in WEAK_WORDS or (given[0] == "a" and len(given) > 1 and given[1] in WEAK_AFTER_ARTICLE)


def is_single(words: str) -> bool:
    """True for one victim without a number word: "a nurse", "his son"; not for "one nurse" or "a group of nurses"."""
    given = _lower(words)
    if len(given) > 1 and given[0] in ("and", "yet", "still"):
        given = given[1:]
    if not given or PLURAL_WORDS & set(_lower(words)) or has_number(_AGE.sub(" ", words)):
        return False
    return given[0] in SINGLE_WORDS or given[0] in SINGLE_NOUNS


def is_optional(measure: str | None, number: str) -> bool:
    """True where neither finding nor missing the figure counts."""
    return (measure or "").startswith("other") or is_weak(number.strip()) or is_single(number.strip())


def same_name(annotated: str | None, *candidates: str | None) -> bool:
    """True where a candidate says the annotated name: half of its content words, in not many more words.

    An acronym shares the words it stands for; nouns of a class ("city", "source") count only where nothing else stands.
    Nothing annotated is met by no candidate.
    """
    given = [c for c in candidates if c and c.strip()]
    if not annotated or not annotated.strip():
        return not given
    opened, bracket, short = annotated.strip().rpartition("(")
    if bracket and short.endswith(")") and short[:-1].isupper() and short[:-1].isalpha() and len(short) > 2:
        return same_name(opened.strip(), *given) or same_name(short[:-1], *given)
    return any(_covers(annotated, candidate) for candidate in given)


def _covers(annotated: str, candidate: str) -> bool:
    wanted, offered = _content(annotated), _content(candidate)
    folded = {_fold(w) for w in wanted}
    content = (folded - _CLASS) or folded
    if not content or len(offered) > 2 * len(wanted) + 3:
        return False
    shared = content & {_fold(w) for w in offered}
    shared |= {_fold(w) for w in wanted if _is_acronym(w) and _stands_for(w, offered)}
    spelled = max((len(w) for w in offered if _is_acronym(w) and _stands_for(w, wanted)), default=0)
    return max(len(shared), spelled) * 2 >= len(content)


def _content(name: str) -> list[str]:
    words = _WORD.findall(_APOSTROPHES.sub("", name.replace("U.N.", "UN").replace("U.S.", "US")))
    return [w for w in words if w.casefold() not in SMALL_WORDS] or words


def _fold(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    if plain.startswith("ال") and len(plain) > 4:
        plain = plain[2:]
    plural = len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss")
    return plain[:-1] if plural else plain


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _stands_for(acronym: str, words: list[str]) -> bool:
    """The acronym is the initials of the capitalised words: all of them, or a run where it is longer than two."""
    initials = "".join(w[0] for w in words if w[0].isupper() and not _is_acronym(w))
    return acronym == initials or (len(acronym) > 2 and acronym in initials)


def _lower(words: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(words)]


_CLASS = frozenset(_fold(w) for w in CLASS_NOUNS)
