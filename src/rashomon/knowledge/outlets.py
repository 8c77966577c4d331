"""News agencies with their credits, and outlets known by their address (`data/outlets.toml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency; `state` is the country code of the state that runs it, null where none does."""

    name: str
    credits: tuple[str, ...]
    domains: tuple[str, ...]
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Outlets:
    """Agencies by credit, outlets by domain, names by their folded form.

    `credit` matches any agency's credit as whole words, as it is written; `cues` wherever its letters stand, which is
    far faster to rule out.
    """

    agencies: tuple[Agency, ...]
    by_credit: dict[str, Agency]
    by_domain: dict[str, str]
    names: dict[str, str]
    credit: re.Pattern[str]
    cues: re.Pattern[str]

    def spelled(self, name: str) -> str:
        """An outlet's name as it spells it ("sana" is SANA), or the name as given where it is not known."""
        return self.names.get(name.casefold(), name)

    def agency(self, words: str) -> Agency | None:
        """The agency that a credit names, or null."""
        return self.by_credit.get(words)

    def name_of(self, host: str) -> str | None:
        """The outlet behind a host name: itself or the nearest parent domain that is known; null where none is."""
        labels = host.lower().removeprefix("www.").split(".")
        for i in range(len(labels) - 1):
            name = self.by_domain.get(".".join(labels[i:]))
            if name is not None:
                return name
        return None


def load_citing(library: Library) -> re.Pattern[str]:
    """An agency's credit in words that say it told something: group `before` after "citing", `after` before "reported".

    From `data/en/citing.toml`.
    """
    words = library.table("en/citing.toml")["citing"]
    before, between, after = (
        "|".join(re.escape(w) for w in sorted(words[k], key=lambda w: (-len(w), w)))
        for k in ("before", "between", "after")
    )
    credit = library.outlets.credit.pattern
    return re.compile(
        rf"\b(?i:{before})\s+(?:(?i:{between})\s+){{0,4}}(?P<before>{credit})|(?P<after>{credit})\s+(?i:{after})\b"
    )


def load_outlets(library: Library) -> Outlets:
    """The agencies and outlets of the shipped file."""
    table = library.table("outlets.toml")
    agencies = tuple(
        Agency(a["name"], tuple(a["credits"]), tuple(a["domains"]), a.get("state")) for a in table["agency"]
    )
    by_credit = {credit: agency for agency in agencies for credit in agency.credits}
    by_domain = {domain: agency.name for agency in agencies for domain in agency.domains}
    by_domain |= {domain: o["name"] for o in table["outlet"] for domain in o["domains"]}
    longest_first = sorted(by_credit, key=lambda c: (-len(c), c))
    cues = re.compile("|".join(map(re.escape, longest_first)))
    pattern = re.compile(rf"(?<!\w)(?<!\w-)(?:{cues.pattern})(?![\w-])")
    names = {name.casefold(): name for name in by_domain.values()}
    return Outlets(agencies, by_credit, by_domain, names, pattern, cues)
