"""Universal parts of speech from Penn tags, for English (the mapping of Universal Dependencies' guidelines)."""

from __future__ import annotations

_POS = {
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "CC": "CCONJ", "CD": "NUM",
    "DT": "DET", "PDT": "DET", "WDT": "PRON", "EX": "PRON", "FW": "X", "IN": "ADP", "RP": "ADP", "LS": "X",
    "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "POS": "PART", "TO": "PART",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "DET", "WRB": "SCONJ", "UH": "INTJ", "SYM": "SYM", "$": "SYM",
    "#": "SYM", "XX": "X", "ADD": "X", "AFX": "ADJ", "GW": "X", "_SP": "SPACE",
}  # fmt: skip
_BE = frozenset("be am is are was were been being 's 're 'm".split())
_CONJUNCTIONS = frozenset("since because despite although though unless whereas while if whether".split())
_PRONOUNS = frozenset(
    "something anything everything nothing someone anyone everyone nobody anybody everybody none".split()
)
_BARE_PRONOUNS = frozenset("that this those these some all both any another each".split())


def coarse_pos(tag: str, dep: str, lower: str) -> str:
    """The universal part of speech of a token with a Penn tag, a dependency label and its lower-case form."""
    if tag.startswith("V"):
        return "AUX" if dep in ("aux", "auxpass") or lower in _BE else "VERB"
    if tag == "IN":
        return "SCONJ" if dep == "mark" or lower in _CONJUNCTIONS else "ADP"
    if dep == "neg" and tag == "RB":
        return "PART"
    if tag == "NN" and lower in _PRONOUNS:
        return "PRON"
    if tag == "DT" and dep not in ("det", "predet") and lower in _BARE_PRONOUNS:
        return "PRON"
    return _POS.get(tag, "PUNCT")


#: Forms whose lemma no rule gives.
_IRREGULAR = {
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'s": "be",
    "'re": "be", "'m": "be", "has": "have", "had": "have", "having": "have", "'ve": "have", "'d": "have",
    "does": "do", "did": "do", "done": "do", "'ll": "will", "wo": "will", "ca": "can", "n't": "not", "nt": "not",
    "me": "i", "him": "he", "her": "she", "us": "we", "them": "they",
}  # fmt: skip
#: Tags of forms that are their own lemma.
_BASE_TAGS = frozenset({"NN", "NNP", "VB", "VBP", "JJ", "RB", "MD", "IN", "DT", "CC", "CD", "RP", "PRP$"})


def known_lemma(tag: str, pos: str, lower: str) -> str | None:
    """The lemma where the tag or a short table settles it; null where the lemmatizer's rules must."""
    if lower in _IRREGULAR and pos in ("AUX", "VERB", "PART", "PRON") and tag != "PRP$" and tag != "POS":
        return _IRREGULAR[lower]
    return lower if tag in _BASE_TAGS else None
