"""`brief.md`: the brief with numbered notes, as plain Markdown."""

from __future__ import annotations

from rashomon.model.brief import Sentence
from rashomon.model.dossier import Dossier
from rashomon.rendering import wording
from rashomon.rendering.components.decision_lines import decisions, told
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.markdown_text import escape, source_line
from rashomon.rendering.plain_text import clean
from rashomon.rendering.standing import not_known, reports_read


def render_markdown(dossier: Dossier) -> bytes:
    """The brief, what is not known, and a note for each report that it rests on."""
    lookup = Lookup(dossier)
    notes: dict[str, int] = {}
    brief = dossier.brief
    lines = [f"# {_cited(brief.headline, notes, lookup)}", "", _standing(dossier), ""]
    lines += [f"- {_cited(s, notes, lookup)}" for s in brief.key_points]
    for paragraph in brief.paragraphs:
        lines += ["", " ".join(_cited(s, notes, lookup) for s in paragraph)]
    said = {clean(s.text) for s in (*brief.key_points, *(s for p in brief.paragraphs for s in p))}
    unknown = [u for u in not_known(dossier) if u not in said]
    if unknown:
        lines += ["", "## Not known", "", *(f"- {escape(u)}" for u in unknown)]
    decided = [d for d in decisions(lookup) if d.done != "reviewed"]
    if decided:
        lines += ["", "## What persons decided", "", *(f"- {escape(told(d))}" for d in decided)]
    if notes:
        lines += ["", "## Sources", ""]
        lines += [f"{n}. {source_line(report, lookup)}" for report, n in notes.items()]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _standing(dossier: Dossier) -> str:
    as_of = wording.instant(dossier.as_of)
    note = wording.review_note(dossier)
    return escape(f"As of {as_of}. {note[:1].upper()}{note[1:]}. {reports_read(dossier)} {wording.names_note(dossier)}")


def _cited(sentence: Sentence, notes: dict[str, int], lookup: Lookup) -> str:
    reports = [lookup.claims[c].report for c in sentence.claims if c in lookup.claims] + list(sentence.reports)
    numbers = sorted({notes.setdefault(r, len(notes) + 1) for r in dict.fromkeys(reports)})
    marks = "".join(f"[{n}]" for n in numbers)
    calculation = f" ({escape(sentence.calculation)})" if sentence.calculation else ""
    return f"{escape(sentence.text)}{calculation}{' ' + marks if marks else ''}"
