"""Whether a sentence has a word that can tell of speech: asked of every sentence before anything is parsed."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+")
_REGULAR = (
    "report confirm announce claim warn state estimate document record count register acknowledge declare allege "
    "disclose reveal accuse blame describe express voice urge demand appeal vow pledge promise praise welcome note "
    "insist stress argue believe suggest show indicate publish release raise revise add cite quote point determine "
    "post tweet explain conclude log predict call reiterate assert recall remark respond maintain contend caution "
    "emphasise emphasize underline underscore assure inform complain fear deplore denounce criticise criticize reject "
    "dispute threaten proclaim list name detail update assess calculate issue answer repeat boast lament regret learn "
    "mention condemn demand reckon share monitor criticise"
).split()
#: Forms in -s that are nouns far more often ("the United States", "records").
_NOUNS = frozenset(
    "states counts records documents posts points calls demands appeals lists fears stresses names details updates "
    "issues answers shares monitors logs releases regrets promises registers voices".split()
)
_OTHER = (
    "said say says saying told tell tells telling according wrote writes written admitted admits denied denies tallied "
    "tallies tally put puts putting gave gives found finds identified identifies verified verifies testified replied "
    "knew thinks thought spoke saw forecast adding citing quoting noting warning claiming stating reporting announcing "
    "confirming report confirm estimate believe show suggest indicate warn claim claims figures data reports statement "
    "heard swore swears admitting dismissed dismisses threatened asked asks"
)


def _forms(verb: str) -> tuple[str, str]:
    """The forms in -s and -ed of a regular verb."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d"
    return (f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"), f"{verb}ed"


_FORMS = (frozenset(f for v in _REGULAR for f in _forms(v)) - _NOUNS) | frozenset(_OTHER.split())


def needs_parse(text: str) -> bool:
    """Whether a sentence has a word that can tell of speech."""
    return not _FORMS.isdisjoint(_WORD.findall(text.lower()))
