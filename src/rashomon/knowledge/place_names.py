"""How names of places are compared: folded for exact look-up, reduced to a skeleton for tolerant look-up."""

from __future__ import annotations

import re
import unicodedata

#: Letters that carry no combining mark to strip, with what English newsrooms write for them.
_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "ae",
        "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "ə": "a", "Ə": "a", "ħ": "h", "Ħ": "h",
        "ŋ": "ng", "ʿ": "", "ʾ": "", "‘": "", "’": "", "ʻ": "", "ʼ": "", "`": "", "´": "", "'": "", "ʹ": "", "ʺ": "",
        ".": "", "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", ",": " ", "&": " and ", "_": " ",
    }
)  # fmt: skip
_BASE = {k: v for k, v in _LETTERS.items() if chr(k) not in ".-/,&_"}
#: Words that names are written with in short.
SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
#: The Arabic article in the spellings of English and French texts, assimilated or not.
_ARTICLES = frozenset(
    "al el ar er as es ash esh an en at et az ez ad ed adh edh ath eth il ul us ud ur un uz the".split()
)
_DIGRAPHS = (
    ("tch", "c"), ("sch", "s"), ("shch", "s"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("sh", "s"), ("zh", "z"), ("dj", "j"), ("dzh", "j"), ("ts", "z"), ("tz", "z"), ("ck", "k"), ("x", "ks"), ("q", "k"),
)  # fmt: skip
_FROM_CH = re.compile(r"c(?!h)")
_VOWELS = frozenset("aeiouy")
#: A longer name is none (characters).
LONGEST_NAME = 120


def fold(name: str) -> str:
    """A name in lower-case base letters: marks, apostrophes and full stops gone, hyphens as single spaces."""
    name = name[:LONGEST_NAME]
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = name.translate(_LETTERS).lower().split()
    return " ".join([SHORT_FORMS.get(w, w) for w in words] if len(words) > 1 else words)


def plain(name: str) -> str:
    """A name in base letters with its capitals, hyphens and full stops: `Khan Shaykhun` for the marked spelling."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.translate(_BASE).split())


def without_articles(folded: str) -> str:
    """A folded name without Arabic articles: `bab` for `al bab`; unchanged where nothing else would be left."""
    words = folded.split()
    kept = [w for w in words if w not in _ARTICLES]
    return " ".join(kept) if kept else folded


def skeleton(folded: str) -> str:
    """The consonants of a folded name in one spelling, so that transliterations of one name meet.

    Articles, vowels, silent h and doubled letters go; an opening vowel stays as `a`. Too short a rest gives "".
    """
    text = "".join(w for w in without_articles(folded).split())
    if not text.isascii() or not text.isalpha():
        return ""
    opens_with_vowel = text[0] in _VOWELS
    for spelling, letter in _DIGRAPHS:
        text = text.replace(spelling, letter)
    text = _FROM_CH.sub("k", text).replace("ch", "c").replace("w", "v")
    kept: list[str] = ["a"] if opens_with_vowel else []
    for i, letter in enumerate(text):
        if letter in _VOWELS or (letter == "h" and i > 0) or (kept and kept[-1] == letter):
            continue
        kept.append(letter)
    return "".join(kept) if len(kept) >= 3 else ""


#: Words that say what kind of area a name is, in the languages whose area names reach English texts.
_CLASS_BEFORE = (
    "provincia de ", "provincia di ", "province de ", "province du ", "departamento de ", "departamento del ",
    "departement de ", "departement du ", "departement de la ", "departement des ", "estado de ", "region de ",
    "region du ", "wilaya de ", "wilayat ", "muhafazat ", "ostan e ", "ostan-e ", "viloyati ", "concelho de ",
    "municipio de ", "cercle de ", "nomos ", "the state of ", "state of ", "province of ", "county of ",
    "district of ", "kraj ", "powiat ", "wojewodztwo ", "kreis ", "landkreis ", "gouvernorat de ", "gouvernorat du ",
    "mkoa wa ", "zhupa ", "judetul ", "oblast ", "arrondissement de ",
)  # fmt: skip
_CLASS_AFTER = frozenset(
    "governorate province region district county oblast state department prefecture municipality municipio raion "
    "rayon krai kray territory sheng shi xian zhou zizhizhou diqu division parish regency zone woreda cercle "
    "tehsil taluk township borough republic voivodeship canton emirate city metropolitan autonomous special "
    "regional kilil shahrestan ilcesi ili kabupaten kota prefektura ken fu do commune local government area "
    "council rural urban".split()
)


def without_class(name: str) -> str:
    """A name of an area without the word for its kind: `Aleppo` for `Aleppo Governorate`."""
    folded = fold(name)
    for opening in _CLASS_BEFORE:
        if folded.startswith(opening) and len(folded) > len(opening) + 2:
            return name.split(" ", opening.count(" "))[-1]
    words = name.split()
    kept = len(words)
    while kept > 1 and fold(words[kept - 1]) in _CLASS_AFTER:
        kept -= 1
    return " ".join(words[:kept])
