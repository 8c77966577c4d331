"""Fails where a measure fell below its floor, or where a corpus is not the one that the floors were set on.

usage: python -m evaluation.gate [--shared PATH] [--raise]
       python -m evaluation.gate --lower CORPUS "MEASURE" FLOOR --reason WHY

Floors stand in floors.toml. The project's own corpus always runs; the others where `--shared` gives the folder they
lie below. `--raise` lifts every floor to what was measured. A floor goes down by `--lower` alone, with
a reason that is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from evaluation.claims import read_rows
from evaluation.incident_records import measure_records, record_shares
from evaluation.incidents import exact_shares, measure_incidents, sample
from evaluation.score_figures import annotated_files, measures, score_files

FLOORS = Path(__file__).parent / "floors.toml"
ROOT = Path(__file__).parents[1]
HEADER = (
    "# Floors of the gate (evaluation/gate.py), one table a corpus: `path` below the project, or,\n"
    "# if `shared`, below the folder of --shared; `scorer` figures, incidents or records (so many, by a hash);\n"
    "# `sha256` of the corpus' files; `floor` by measure. `lowered` keeps every lowering with its reason. Written by\n"
    "# the gate.\n"
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus, what it must be and what it must reach."""

    name: str
    path: str
    shared: bool
    scorer: str
    sha256: str
    floor: Mapping[str, float]
    incidents: int | None = None
    lowered: Sequence[Mapping[str, Any]] = field(default_factory=tuple)

    def folder(self, shared: Path | None) -> Path | None:
        """Where it lies; null where it is shared and not here."""
        base = shared if self.shared else ROOT
        found = base / self.path if base else None
        return found if found and found.exists() else None


def corpus_files(path: Path) -> list[Path]:
    """The files that are scored: reports in the annotated form, and no reconciled records."""
    return annotated_files([path])


def corpus_hash(path: Path) -> str:
    """The SHA-256 over names and bytes of the corpus' files."""
    digest = hashlib.sha256()
    for file in corpus_files(path):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def measure(corpus: Corpus, path: Path) -> dict[str, float]:
    """The corpus' measures, from the extraction as it is."""
    if corpus.scorer in ("incidents", "records"):
        stories = sample([row for file in corpus_files(path) for row in read_rows(file)], corpus.incidents)
        if corpus.scorer == "records":
            return record_shares(measure_records(stories))
        return {f"{name} exact": share for name, share in exact_shares(measure_incidents(stories)).items()}
    return measures(sum(score_files([path]).values(), Counter()))


def breaches(corpus: Corpus, sha256: str, measured: Mapping[str, float]) -> list[str]:
    """What is wrong, a sentence each: another corpus, a measure below its floor, or one that is not measured."""
    found = []
    if sha256 != corpus.sha256:
        found.append(f"{corpus.name}: the corpus has another hash ({sha256}) than the floors were set on.")
    for name, floor in corpus.floor.items():
        if name not in measured:
            found.append(f"{corpus.name}: {name} has a floor and is not measured.")
        elif measured[name] < floor:
            found.append(f"{corpus.name}: {name} is {measured[name]:.4f}, below its floor of {floor:.3f}.")
    return found


def raised(corpus: Corpus, measured: Mapping[str, float]) -> Corpus:
    """The corpus with every floor at what was measured, cut to three decimals; none goes down."""
    floor = {name: max(old, math.floor(measured[name] * 1000) / 1000) for name, old in corpus.floor.items()}
    return replace(corpus, floor=floor)


def lowered(corpus: Corpus, name: str, value: float, reason: str | None) -> Corpus:
    """The corpus with one floor lowered and the reason kept.

    Raises ValueError without a reason, or where it is no lower.
    """
    if not reason or not reason.strip():
        raise ValueError("Lowering a floor needs a reason: give --reason.")
    if name not in corpus.floor:
        raise ValueError(f"{corpus.name} has no floor {name!r}.")
    if not 0 <= value < corpus.floor[name]:
        raise ValueError(f"{value} does not lower the floor of {name}, {corpus.floor[name]}.")
    entry = {"measure": name, "from": corpus.floor[name], "to": value, "reason": reason.strip()}
    return replace(corpus, floor={**corpus.floor, name: value}, lowered=(*corpus.lowered, entry))


def load(path: Path = FLOORS) -> dict[str, Corpus]:
    """The corpora with their floors."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Corpus(name=name, **entry) for name, entry in table.items()}


def write(corpora: Mapping[str, Corpus], path: Path = FLOORS) -> None:
    """Writes the floors back, in the order given."""
    lines = [HEADER]
    for name, corpus in corpora.items():
        lines += [f"[{name}]", f"path = {json.dumps(corpus.path)}", f"shared = {str(corpus.shared).lower()}"]
        lines += [f'scorer = "{corpus.scorer}"', f'sha256 = "{corpus.sha256}"']
        if corpus.incidents is not None:
            lines.append(f"incidents = {corpus.incidents}")
        lines += ["", f"[{name}.floor]", *(f"{json.dumps(key)} = {value}" for key, value in corpus.floor.items()), ""]
        for entry in corpus.lowered:
            fields = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
            lines += [f"[[{name}.lowered]]", *fields, ""]
    path.write_text("\n".join(lines).rstrip("\n") + "\n", encoding="utf-8")


def run(corpora: Mapping[str, Corpus], shared: Path | None) -> dict[str, tuple[str, dict[str, float]]]:
    """The hash and the measures of every corpus that is here."""
    here = {name: corpus.folder(shared) for name, corpus in corpora.items()}
    return {name: (corpus_hash(path), measure(corpora[name], path)) for name, path in here.items() if path}


def main() -> None:
    """Run the gate, lift the floors, or lower one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="the folder that the shared corpora lie below")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    parser.add_argument("--lower", nargs=3, metavar=("CORPUS", "MEASURE", "FLOOR"))
    parser.add_argument("--reason", help="why a floor goes down; kept in floors.toml")
    given = parser.parse_args()
    corpora = load()
    if given.lower:
        name, of, value = given.lower
        try:
            write({**corpora, name: lowered(corpora[name], of, float(value), given.reason)})
        except (KeyError, ValueError) as error:
            parser.error(str(error))
        return
    results = run(corpora, given.shared)
    wrong = [line for name, (sha256, found) in results.items() for line in breaches(corpora[name], sha256, found)]
    for name, (_, found) in results.items():
        print(name, " ".join(f"{key} {found[key]:.3f}" for key in corpora[name].floor if key in found), sep="  ")
    for name in sorted(corpora.keys() - results.keys()):
        print(f"{name}  not here, not run")
    print("\n".join(wrong) or "every floor holds")
    if wrong:
        sys.exit(1)
    if given.lift:
        write({name: raised(c, results[name][1]) if name in results else c for name, c in corpora.items()})


if __name__ == "__main__":
    main()
