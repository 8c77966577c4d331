"""Attributions resolved to roots: the organisation or named office behind the words, its family, kind and side."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import msgspec

from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import Organisation, name_key
from rashomon.knowledge.word_classes import any_of
from rashomon.model.attribution import Attribution, Root
from rashomon.model.ids import content_id
from rashomon.model.remembered import remembered
from rashomon.model.report import Report
from rashomon.resolution.root_names import RootWords, clean_name, describe_unnamed, is_fighter, kind_of_words

#: The acronym in brackets that a name ends with; the closing one may be cut off.
_SHORT_BEHIND = re.compile(r"\s*\(([A-Z][A-Za-z&/-]{1,11})\)?$")
#: "Long Name (ACRONYM)"; the words before the bracket are read backwards, at most this many.
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&/-]{1,11})\)")
_LONGEST_NAME = 10
#: A joint statement is of two bodies.
_TWO = 2
#: A report names the setting of what it tells near its beginning (characters).
_SETTING_CHARS = 8000


def resolve_attribution(
    attribution: Attribution, report: Report, library: Library, aliases: Mapping[str, str] | None = None
) -> Attribution:
    """The attribution with canonical origin, family, kind, side and agency; unknown names stay as worded, cleaned."""
    agency = _agency_name(attribution.agency, library)
    if attribution.origin is None:
        return msgspec.structs.replace(attribution, agency=agency, kind="media")
    root = root_of(_expanded(_with_country(attribution, report, library), aliases or {}, library), library)
    side = _side_in(report, root, library)
    if agency == root.name:
        agency = None
    compiler = _compiler(agency, root, library)
    if compiler is not None:
        return msgspec.structs.replace(
            attribution, origin=compiler.name, family=compiler.family, kind=compiler.kind,
            side=_side_in(report, compiler, library), agency=None,
        )  # fmt: skip
    if agency is not None and root.name in library.speech.nobody:
        # "A source told X" tells nothing of the source but to whom it spoke.
        return msgspec.structs.replace(attribution, origin=f"{root.name} speaking to {agency}", kind=root.kind)
    return msgspec.structs.replace(
        attribution, origin=root.name, family=root.family, kind=root.kind, side=side, agency=agency
    )


@remembered(4_000)
def root_of(name: str, library: Library, on_date: dt.date | None = None) -> Root:
    """The root of a name as worded or canonical; a name that no file knows is its own family."""
    name = _office_spelled_out(name, library)
    found = _known(name, library)
    if found is not None:
        return _root(found, library, on_date)
    cleaned = _joint_name(clean_name(name, library.speech), library)
    canonical = describe_unnamed(cleaned, library) or cleaned
    # Fighters whom nobody names are a party all the same: what they count of others stands apart.
    fights = is_fighter(canonical.rpartition(" ")[2].lower(), library)
    return Root(
        id=content_id("root", name_key(canonical)),
        name=canonical,
        family=canonical,
        kind="party" if fights else kind_of_words(name, library),
        side=canonical if fights else None,
    )


def _office_spelled_out(name: str, library: Library) -> str:
    """A name with an office for its capitals: "CM Asha Rao" is Chief Minister Asha Rao, "the CM" the chief minister."""
    offices = library.speech.short_offices
    words = name.split()
    alone = all(w in offices or w.islower() for w in words)
    return " ".join((offices[w] if alone else offices[w].title()) if w in offices else w for w in words)


def _compiler(relay: str | None, cited: Root, library: Library) -> Root | None:
    """The body, no medium itself, that counts from what the press says: the count is its own; else null."""
    known = library.organisations.find(relay) if relay is not None and cited.kind == "media" else None
    if known is None or known.kind == "media" or library.organisations.find(cited.name) is not None:
        return None
    return _root(known, library, None)


def _joint_name(name: str, library: Library) -> str:
    """A joint statement's name with each known body under its own: "SANA and Kurdish media"."""
    parts = name.split(" and ")
    known = [library.organisations.find(p) for p in parts]
    if len(parts) != _TWO or not any(known):
        return name
    return " and ".join(k.name if k else p for k, p in zip(known, parts, strict=True))


@remembered(4_000)
def report_aliases(report: Report, library: Library) -> dict[str, str]:
    """The acronyms that a report itself binds, by folded form: "Long Name (ACR)" binds `acr` to the long name."""
    small = library.words.of(RootWords).small
    bound: dict[str, str] = {}
    for text in (report.title or "", report.text):
        for match in _BRACKETED.finditer(text):
            long_name = _spelled_before(text[max(0, match.start() - 120) : match.start()], match.group(1), small)
            if long_name:
                bound.setdefault(name_key(match.group(1)), long_name)
    return bound


def _spelled_before(before: str, acronym: str, small: frozenset[str]) -> str | None:
    """The words before a bracket whose capitals spell the acronym, or null."""
    words = before.split()
    letters = [c for c in acronym.upper() if c.isalpha()]
    for count in range(1, min(_LONGEST_NAME, len(words)) + 1):
        run = words[-count:]
        initials = [w[0].upper() for part in run for w in part.split("-") if w and w.lower() not in small]
        every = [w[0].upper() for part in run for w in part.split("-") if w]
        if run[0][:1].isupper() and letters in (initials, every):
            return " ".join(run)
    return None


def _expanded(name: str, aliases: Mapping[str, str], library: Library) -> str:
    """The long name that the report binds to a short one; the short form behind a long one that no file knows."""
    long_name = aliases.get(name_key(name), name)
    short = _SHORT_BEHIND.search(long_name)
    known = short is not None and library.organisations.find(_SHORT_BEHIND.sub("", long_name)) is None
    return short.group(1) if short is not None and known and library.organisations.find(short.group(1)) else long_name


def _with_country(attribution: Attribution, report: Report, library: Library) -> str:
    """The origin as worded, with the country that its report named last before for "the country's"."""
    words = attribution.origin or ""
    owned = library.words.of(RootWords).countrys.match(words)
    if owned is None:
        return words
    before = report.field_text(attribution.field)[: attribution.start]
    nations = [m.actor for m in library.actors.find_names(before) if m.actor.kind in ("nation", "people")]
    return f"{nations[-1].name}'s {words[owned.end() :]}" if nations else words


def _known(name: str, library: Library) -> Organisation | None:
    exact = library.organisations.find(name)
    if exact is not None or any_of(library.speech.beside).search(name.lower()):
        return exact
    inside = library.organisations.find_in(name)
    if inside is None or (" and " in name and " and " not in inside[1]):
        return None
    return inside[0]


def _root(organisation: Organisation, library: Library, on_date: dt.date | None) -> Root:
    side = organisation.side
    if side is not None and on_date is not None:
        side = library.sides.side_of(side, on_date) or side
    return Root(
        id=content_id("root", name_key(organisation.name)),
        name=organisation.name,
        family=organisation.family,
        kind=organisation.kind,
        side=side,
        works_under=organisation.works_under,
        draws_on=organisation.draws_on,
    )


def _side_in(report: Report, root: Root, library: Library) -> str | None:
    """The root's side in the conflict that the report tells of; else its own party."""
    if root.side is None:
        return None
    text = f"{report.title or ''}\n{report.text[:_SETTING_CHARS]}"
    return library.sides.side_in_text(root.side, _day_of(report), text) or root.side


def _agency_name(words: str | None, library: Library) -> str | None:
    if words is None:
        return None
    known = library.organisations.find_in(words)
    return known[0].name if known is not None else clean_name(words, library.speech)


def _day_of(report: Report) -> dt.date | None:
    return report.published.earliest.date() if report.published is not None else None
