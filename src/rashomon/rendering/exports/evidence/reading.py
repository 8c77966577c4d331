"""The pack's pages to read: what is in it and how it is checked, and the evidence of a story report by report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.model.dossier import Dossier
from rashomon.model.exported import Material
from rashomon.rendering import wording
from rashomon.rendering.lookup import MASK
from rashomon.rendering.markdown_text import escape

_README = f"""
Each claim of the record with the words that it rests on, so that somebody else can check it without this program.

## What is in it

- `SHA256SUMS`: the SHA-256 of every other file of the pack.
- A folder for each story: `brief.md` (what the record says), `evidence.md` (every report with its passages, to read),
  `claims.jsonl` (the same for programs, one claim a line), `reports.csv` (addresses, instants, hashes),
  `dossier.json` (the record).

## How to check it

1. **That nothing in the pack was changed**: `sha256sum --check SHA256SUMS` in its folder.
2. **That a page is the one that was read**: the SHA-256 of its saved bytes (`sha256sum page.html`) is the `raw_sha256`
   of the report. Pages change between visits; a different hash alone proves nothing.
3. **That the text is the one that was read**: `rashomon build page.html --out check`, then compare `text_sha256` in
   `check/dossier.json`. It is the SHA-256 of the report's text in UTF-8, before names were masked.
4. **That a passage stands in the text**: `start` and `sentence_start` count characters (Unicode code points) from the
   beginning of the field (`text` or `title`). Masked names ({MASK}) have as many characters as the
   names, so that the places hold.
5. **That a claim was read rightly**: read its sentence with the ones before and after; `reading` is what the machine
   made of it, and `decisions` what persons decided, with their reasons.

`retrieved` says when a project saw the report, in UTC; it is empty where the reports were not kept in a project. A
report without `raw_sha256` came as plain text. Passages are short quotations; the whole texts are not in the pack.
"""


def readme(material: Material) -> bytes:
    """What the pack is, who reviewed each story, and how to check it."""
    lines = ["# Evidence pack", _README.rstrip(), "", "## Stories", ""]
    for d in material.dossiers:
        note = f"As of {wording.instant(d.as_of)}; {wording.review_note(d)}. {wording.names_note(d)}"
        lines.append(f"- `{d.story}`: {escape(d.title)}. {escape(note)}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def evidence_page(dossier: Dossier, items: Sequence[Mapping[str, Any]]) -> bytes:
    """Every report with its address, instants and hashes, then its passages with what was read in each."""
    note = f"As of {wording.instant(dossier.as_of)}; {wording.review_note(dossier)}. {wording.names_note(dossier)}"
    lines = [f"# {escape(dossier.title)}", "", escape(note)]
    by_report: dict[str, list[Mapping[str, Any]]] = {}
    for item in items:
        by_report.setdefault(item["report"]["id"], []).append(item)
    for found in by_report.values():
        lines += _report(found[0]["report"])
        by_sentence: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
        for item in found:
            passage = item["passage"] or {}
            by_sentence.setdefault((passage.get("field"), passage.get("sentence_start")), []).append(item)
        for some in by_sentence.values():
            lines += _passage(some)
    return ("\n".join(lines) + "\n").encode("utf-8")


def _report(report: Mapping[str, Any]) -> Iterator[str]:
    title = f": {escape(report['title'])}" if report.get("title") else ""
    yield from ("", f"## {escape(report.get('outlet') or 'Outlet not named')}{title}", "")
    facts = [
        ("Report", report["id"]),
        ("Address", report.get("address") or "not known"),
        ("Published", wording.instant(report.get("published"))),
        ("Copied from", report.get("copy_of")),
        ("Retrieved", ", ".join(r["at"] for r in report.get("retrieved", ())) or "not known"),
        ("SHA-256 of the text", report.get("text_sha256") or "not known"),
        ("SHA-256 of the bytes", report.get("raw_sha256") or "not known: it came as text"),
    ]
    yield from (f"- {name}: {escape(str(value))}" for name, value in facts if value)
    yield from (f"- Decided: {escape(_decided(d))}" for d in report.get("decisions", ()))


def _passage(items: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The sentence between its neighbours, then the claims that rest on it."""
    passage = items[0]["passage"]
    if passage is None:
        yield from ("", "No excerpt is kept for:", "")
    else:
        before, after = escape(passage["before"]), escape(passage["after"])
        quoted = f"{before} **{escape(passage['sentence'])}** {after}".strip()
        where = f"({passage['field']}, from character {passage['sentence_start']} to {passage['sentence_end']})"
        yield from ("", f"> {quoted}", f"> {where}", "")
    for item in items:
        words = f" “{escape(item['words'])}”" if item["words"] else ""
        origin = f", by {escape(item['origin'])}" if item["origin"] else ""
        yield f"- {item['kind']}{words}{origin}: `{item['claim']}`"
        yield from (f"  - Decided: {escape(_decided(d))}" for d in item["decisions"])


def _decided(decision: Mapping[str, Any]) -> str:
    now = f"; now {decision['corrected']}" if decision["corrected"] else ""
    why = f". Why: {decision['why'].rstrip('.')}" if decision["why"] else ""
    lapsed = (
        "" if decision["applied"] else f". It does not apply: {(decision['note'] or 'its claim is gone').rstrip('.')}"
    )
    return f"{decision['on']}, {decision['done']}{now}{why}{lapsed}."
