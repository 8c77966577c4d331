"""Scores extracted figures against annotated reports, per event and in total.

usage: python -m evaluation.score_figures FILE_OR_FOLDER [...] [--misses N]

A figure annotated is met by at most one found figure whose number overlaps its own. Detection: the number was found as
a figure. Strict: its measure and its value or bounds are right as well. Of the strictly right ones: the share whose
population, attribution, place and realis are right, and the links of a part to its whole.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.claims import Row, claims_of, read_rows
from evaluation.wording import is_optional, same_name

Figure = Mapping[str, Any]
Span = tuple[int, int]
ASPECTS = ("population", "attribution", "place", "realis")
SAME_KIND = {"at_least": "lower", "more_than": "lower"}
UNREAL = ("background", "feared", "planned")


def annotated_spans(report: Row) -> list[Span | None]:
    """Where each annotated number stands in the text; null where only the title has it."""
    used: Counter[tuple[str, str]] = Counter()
    spans: list[Span | None] = []
    for figure in report["figures"]:
        quote, number = figure["quote"], figure["number"]
        starts = _starts(report["text"], quote, number) if quote and number else []
        if not starts:
            spans.append(None)
            continue
        nth = used[quote, number]
        used[quote, number] += 1
        start = starts[nth] if nth < len(starts) else starts[0]
        spans.append((start, start + len(number)))
    return spans


def _starts(text: str, quote: str, number: str) -> list[int]:
    found = [
        at for begin in _whole(text, quote, 0, len(text)) for at in _whole(text, number, begin, begin + len(quote))
    ]
    return list(dict.fromkeys(found))


def _whole(text: str, needle: str, start: int, end: int) -> list[int]:
    """Where the needle stands for itself and not inside a longer word or number; else wherever it stands."""
    every, at = [], text.find(needle, start, end)
    while at >= 0:
        every.append(at)
        at = text.find(needle, at + 1, end)
    apart = [p for p in every if not (needle[0].isalnum() and re.search(r"(?:\w|\d[.,])$", text[max(0, p - 2) : p]))]
    tail = needle[-1].isalnum()
    apart = [p for p in apart if not (tail and re.match(r"\w|[.,]\d", text[p + len(needle) : p + len(needle) + 2]))]
    return apart or every


def same_value(annotated: Figure, found: Figure) -> bool:
    """True where the found figure has the annotated value or bounds, with a hedge of the same direction."""
    kind, hedge = annotated["qualifier"], found.get("qualifier")
    if kind == "vague":
        return bool(hedge == "vague")
    if kind == "fraction":
        return hedge == "fraction" or bool(found.get("derived"))
    if kind == "range":
        return (annotated["low"], annotated["high"]) == (found.get("low"), found.get("high"))
    stated = annotated["high" if kind == "up_to" else "low"]
    return found.get("value") == stated and SAME_KIND.get(kind, kind) == SAME_KIND.get(str(hedge), hedge)


def is_strict(annotated: Figure, found: Figure) -> bool:
    """True where measure and value are both right."""
    return bool(annotated["measure"] == found.get("measure")) and same_value(annotated, found)


def match(report: Row, spans: Sequence[Span | None], found: Sequence[Figure]) -> dict[int, int]:
    """The found figure of each annotated one, each used at most once; the best pairs are taken first."""
    pairs = []
    for i, (annotated, span) in enumerate(zip(report["figures"], spans, strict=True)):
        for k, figure in enumerate(found if span else ()):
            assert span is not None
            begin, end = figure["number_start"], figure["number_end"]
            joint = min(span[1], end) - max(span[0], begin)
            unlike = not annotated["measure"].startswith("other") and figure["measure"].startswith("other")
            if joint > 0 and not unlike:
                overlap = joint / (max(span[1], end) - min(span[0], begin))
                wrong = annotated["measure"] != figure["measure"]
                optional = is_optional(annotated["measure"], annotated["number"])
                pairs.append((not is_strict(annotated, figure), optional, wrong, -overlap, i, k))
    taken: dict[int, int] = {}
    for *_, i, k in sorted(pairs):
        if i not in taken and k not in taken.values():
            taken[i] = k
    return taken


def aspects_right(annotated: Figure, found: Figure) -> dict[str, bool]:
    """For each aspect of a strictly right figure, whether it is right too."""
    source, place = found.get("attribution") or {}, found.get("place") or {}
    only_relayed = source.get("agency") and not source.get("origin")
    named = () if only_relayed else (source.get("text"), source.get("origin"))
    expected = "background" if annotated.get("background") else "feared" if annotated.get("hypothetical") else None
    realis = found.get("realis")
    return {
        "population": (found.get("population") or {}).get("category") == annotated["population"]["category"],
        "attribution": same_name(annotated.get("attributed_to"), *named),
        "place": same_name(annotated.get("place"), place.get("text"), place.get("name")),
        "realis": realis == expected if expected else realis not in UNREAL,
    }


def score_report(report: Row, claims: Row, misses: list[str] | None = None) -> Counter[str]:
    """The counts of one report; what is missing or wrong is told in `misses`, where a list is given."""
    every = claims.get("figures", [])
    found = [f | {"index": i} for i, f in enumerate(every) if f.get("field", "text") == "text"]
    spans = annotated_spans(report)
    pairs, figures, text = match(report, spans, found), report["figures"], report["text"]
    counts: Counter[str] = Counter()
    told = misses if misses is not None else []
    for i, annotated in enumerate(figures):
        if spans[i] is None or is_optional(annotated["measure"], annotated["number"]):
            continue
        counts["annotated"] += 1
        label = f"{report['id']} {annotated['number']!r} {annotated['measure']}"
        if i not in pairs:
            told.append(f"missed {label}")
            continue
        counts["detected"] += 1
        figure = found[pairs[i]]
        if not is_strict(annotated, figure):
            told.append(f"wrong {label}, found {figure['measure']} {figure.get('qualifier')} {figure.get('value')}")
            continue
        counts["strict"] += 1
        right = aspects_right(annotated, figure)
        counts.update(name for name, is_right in right.items() if is_right)
        told.extend(f"{name} {label}" for name, is_right in right.items() if not is_right)
        _count_link(counts, report, i, pairs, found, spans)
    matched = {k: i for i, k in pairs.items()}
    for k, figure in enumerate(found):
        words, measure = text[figure["number_start"] : figure["number_end"]], figure["measure"]
        if k in matched:
            words, measure = figures[matched[k]]["number"], figures[matched[k]]["measure"]
        counts["found"] += not is_optional(measure, words)
    return counts


def _count_link(
    counts: Counter[str],
    report: Row,
    index: int,
    pairs: Mapping[int, int],
    found: Sequence[Figure],
    spans: Sequence[Span | None],
) -> None:
    """Counts the link of a part to its whole; one to a whole that nobody asks for counts only where that was found."""
    figures, linked = report["figures"], found[pairs[index]].get("part_of")
    whole = figures[index].get("part_of")
    counts["links found"] += linked is not None
    if whole is None or not 0 <= whole < len(figures):
        return
    target = figures[whole]
    asked = spans[whole] is not None and not is_optional(target["measure"], target["number"])
    counts["links annotated"] += whole in pairs or asked
    counts["links right"] += whole in pairs and found[pairs[whole]]["index"] == linked


def measures(counts: Mapping[str, int]) -> dict[str, float]:
    """The measures of some counts, each between 0 and 1."""
    hits = {"detection": counts.get("detected", 0), "strict": counts.get("strict", 0)}
    result: dict[str, float] = {}
    for name, hit in hits.items():
        precision, recall = _share(hit, counts.get("found", 0)), _share(hit, counts.get("annotated", 0))
        result |= {f"{name} P": precision, f"{name} R": recall, f"{name} F1": _harmonic(precision, recall)}
    result |= {name: _share(counts.get(name, 0), counts.get("strict", 0)) for name in ASPECTS}
    precision = _share(counts.get("links right", 0), counts.get("links found", 0))
    recall = _share(counts.get("links right", 0), counts.get("links annotated", 0))
    return result | {"part-of P": precision, "part-of R": recall, "part-of F1": _harmonic(precision, recall)}


def _share(part: int, whole: int) -> float:
    return part / max(whole, 1)


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / max(a + b, 1e-9)


def annotated_files(paths: Sequence[Path]) -> list[Path]:
    """The files of annotated reports among files and folders, sorted by name."""
    found = [f for p in paths for f in (sorted(p.rglob("*.jsonl")) if p.is_dir() else [p])]
    return [f for f in found if f.stat().st_size]


def score_files(paths: Sequence[Path], by: str = "event", misses: list[str] | None = None) -> dict[str, Counter[str]]:
    """The counts of each event (or, `by` "file", each file) of the annotated reports."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in annotated_files(paths):
        rows = read_rows(path)
        claims = claims_of(rows)
        for row in rows:
            counts[path.stem if by == "file" else row["event"]] += score_report(row, claims.get(row["id"], {}), misses)
    return dict(counts)


def table(counts: Mapping[str, Counter[str]]) -> list[str]:
    """A line for each name and the total."""
    columns = ("detection F1", "strict F1", *ASPECTS, "part-of P", "part-of F1")
    total: Counter[str] = sum(counts.values(), Counter())
    width = max([len(name) for name in counts] + [5])
    lines = [" " * width + "  figures  " + "  ".join(columns)]
    for name, one in [*counts.items(), ("total", total)]:
        values = measures(one)
        cells = "  ".join(f"{values[c]:>{len(c)}.3f}" for c in columns)
        lines.append(f"{name:{width}}  {one['annotated']:>7}  {cells}")
    return lines


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="name so many of what is missing or wrong")
    given = parser.parse_args()
    misses: list[str] = []
    lines = table(score_files(given.paths, misses=misses))
    print("\n".join([*misses[: given.misses], *lines]))


if __name__ == "__main__":
    main()
