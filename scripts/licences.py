"""The licences of everything that the lock installs, from the installed packages' own metadata.

usage: python scripts/licences.py [--check]     (writes docs/reference/licences.md; --check: exit 1 where it is out of
date). Either way exit 1 where a licence does not fit Apache-2.0 by scripts/licences.toml.
"""

from __future__ import annotations

import importlib.metadata as metadata
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name as plain_name

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "licences.md"
RULES: dict[str, Any] = tomllib.loads((ROOT / "scripts" / "licences.toml").read_text("utf-8"))
#: What installs a package: `pip install rashomon`, one of its extras, or only the extra `dev`.
DEFAULT, DEVELOPMENT = "default", "dev"


@dataclass(frozen=True)
class Package:
    """A locked package: which install brings it, and its licence as an SPDX expression ("?" where nothing says)."""

    name: str
    version: str
    comes_with: str
    licence: str


def locked() -> dict[str, str]:
    """The version of each package of the lock, by name."""
    lines = (ROOT / "requirements-dev.lock").read_text("utf-8").splitlines()
    pinned = (re.match(r"([A-Za-z0-9_.-]+)(?:\[.*\])?==(\S+)", line) for line in lines)
    return {plain_name(m[1]): m[2] for m in pinned if m}


def packages() -> list[Package]:
    """Every locked package that is installed here, by name."""
    comes_with = _installs()
    found = []
    for name, version in sorted(locked().items()):
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system: a marker leaves it out here
        found.append(Package(name, version, comes_with.get(name, DEVELOPMENT), licence_of(name, distribution.metadata)))
    return found


def licence_of(name: str, said: Any) -> str:
    """A package's licence as an SPDX expression: its own, else by its classifier or licence field, else as read."""
    if name in RULES["read"]:
        return str(RULES["read"][name])
    if expression := said.get("License-Expression"):
        return str(expression)
    field = (said.get("License") or "").strip()
    if field and all(part in _known() for part in _parts(field)):
        return str(field)
    ends = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or () if c.startswith("License ::")]
    names = [RULES["classifiers"][x.lower()] for x in (field, *ends) if x.lower() in RULES["classifiers"]]
    return str(names[0]) if names else "?"


def misfit(package: Package) -> str | None:
    """Why a package's licence does not fit Apache-2.0, or null: of alternatives one must fit, of joined ones each."""
    if any(all(x in _known() for x in _parts(choice)) for choice in package.licence.split(" OR ")):
        return None
    if package.comes_with == DEVELOPMENT and package.name in RULES["development"]:
        return None
    if package.licence == "?":
        return f"{package.name} names no licence: read its licence file and say so in scripts/licences.toml"
    return f"{package.name} is under {package.licence}, which does not fit Apache-2.0"


def page(every: list[Package]) -> str:
    """The list as Markdown."""
    lines = [
        "# Licences",
        "",
        "Of every package that the lock installs, from the packages' own metadata; made by `make audit`",
        "(`scripts/licences.py`, by the rules of `scripts/licences.toml`). Rashomon is Apache-2.0; what it ships of",
        "the work of others stands in [NOTICE](../../NOTICE). None of these packages is copied into it: each is",
        "installed beside it. Files or libraries under a copyleft of their own (MPL, LGPL) stay as they are published.",
        "",
    ]
    groups: dict[str, list[Package]] = {}
    for package in every:
        groups.setdefault(package.comes_with, []).append(package)
    for name in sorted(groups, key=lambda g: (g == DEVELOPMENT, g != DEFAULT, g)):
        command = "rashomon" if name == DEFAULT else f"rashomon[{name}]"
        lines += [f"## {command}", "", "| package | version | licence |", "|---|---|---|"]
        for package in groups[name]:
            why = RULES["development"].get(package.name) if name == DEVELOPMENT else None
            lines.append(f"| {package.name} | {package.version} | {package.licence}{f' ({why})' if why else ''} |")
        lines.append("")
    return "\n".join(lines)


def _installs() -> dict[str, str]:
    """Which install brings each package first: the default one, an extra in the order of their names, or `dev`.

    An extra that the lock leaves out (PySpark is half a gigabyte) brings nothing.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras: dict[str, list[str]] = project["optional-dependencies"]
    found: dict[str, str] = {}
    ordered = [(DEFAULT, project["dependencies"])]
    ordered += sorted((n, wanted) for n, wanted in extras.items() if n != DEVELOPMENT and all(map(_is_there, wanted)))
    ordered.append((DEVELOPMENT, extras[DEVELOPMENT]))
    for comes_with, wanted in ordered:
        waiting = [Requirement(line) for line in wanted]
        while waiting:
            asked = waiting.pop()
            name = plain_name(asked.name)
            if (name in found and not asked.extras) or name == plain_name(project["name"]):
                continue
            found.setdefault(name, comes_with)
            try:
                more = metadata.requires(name) or []
            except metadata.PackageNotFoundError:
                continue
            for line in map(Requirement, more):
                marker = line.marker
                if marker is None or any(marker.evaluate({"extra": e}) for e in ("", *asked.extras)):
                    waiting.append(line)
    return found


def _is_there(wanted: str) -> bool:
    try:
        metadata.distribution(Requirement(wanted).name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _parts(expression: str) -> list[str]:
    return [part.strip(" ()") for part in re.split(r" AND | OR ", expression)]


def _known() -> frozenset[str]:
    return frozenset(RULES["fitting"]) | frozenset(RULES["file_wide"])


def main() -> None:
    """Write or check the page; say what does not fit."""
    every = packages()
    written = page(every)
    faults = [why for package in every if (why := misfit(package))]
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(written, "utf-8")
        print(f"{len(every)} packages: {PAGE.relative_to(ROOT)}")
    elif PAGE.read_text("utf-8") != written:
        faults.append(f"{PAGE.relative_to(ROOT)} is out of date: run make audit")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
