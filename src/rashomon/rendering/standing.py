"""How the record stands: what was read, what was not, and what is not known."""

from __future__ import annotations

from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.party_counts import party_counts
from rashomon.rendering.plain_text import clean

#: Languages by their code, for "not read"; others print their code.
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ku": "Kurdish", "my": "Burmese", "nl": "Dutch",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ru": "Russian", "sw": "Swahili", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese", "bn": "Bengali", "am": "Amharic", "so": "Somali",
}  # fmt: skip


def plural(count: int, noun: str, many: str | None = None) -> str:
    """1 report, 2 reports."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def reports_read(dossier: Dossier) -> str:
    """One or two sentences: how many reports of how many outlets were read, and what was not read."""
    read = [r for r in dossier.reports if r.read]
    outlets = {r.outlet for r in read if r.outlet}
    noun = "outlet" if all(r.outlet for r in read) else "named outlet"
    text = f"{plural(len(read), 'report')} read"
    text += f" from {plural(len(outlets), noun)}." if outlets else "."
    unread = reports_not_read(dossier)
    return f"{text} {unread}" if unread else text


def reports_not_read(dossier: Dossier) -> str:
    """A sentence on the reports that were not read, with their languages and the newest one's date; else empty."""
    unread = [r for r in dossier.reports if not r.read]
    if not unread:
        return ""
    codes = dict.fromkeys(r.lang for r in unread if r.lang and r.lang != "en")
    languages = ", ".join(LANGUAGES.get(c, clean(c)) for c in codes)
    newest = max((r.published for r in unread if r.published), default=None)
    details = [languages] if languages else []
    details += (
        [f"the newest of {wording.instant(newest)}" if len(unread) > 1 else f"of {wording.instant(newest)}"]
        if newest
        else []
    )
    return f"{plural(len(unread), 'report')} not read" + (f" ({'; '.join(details)})." if details else ".")


def not_known(dossier: Dossier) -> list[str]:
    """What the record does not know, each in a short sentence: the brief's own words first."""
    brief = dossier.brief
    lookup = Lookup(dossier)
    sentences = [*brief.key_points, *(s for p in brief.paragraphs for s in p)]
    found = [clean(s.text) for s in sentences if (s.issues or s.reports) and not s.claims]
    found += party_counts(dossier.assessments, lookup)
    undated = sum(1 for r in dossier.reports if r.read and not r.published)
    if undated and not any("bore no date" in text for text in found):
        found.append(
            "The report bore no date." if len(dossier.reports) == 1 else f"{plural(undated, 'report')} bore no date."
        )
    return list(dict.fromkeys(found))
