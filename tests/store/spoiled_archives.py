"""Archives spoiled on purpose, each with what must be said of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def lines_of(folder: Path, name: str) -> list[bytes]:
    """The lines of a file of an archive."""
    return (folder / name).read_bytes().splitlines(keepends=True)


def rewrite(folder: Path, name: str, lines: list[bytes]) -> None:
    """Put lines into a file, and their true hash into the manifest: only their content is at fault."""
    content = b"".join(line.rstrip(b"\n") + b"\n" for line in lines)
    (folder / name).write_bytes(content)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    facts = {"lines": len(lines), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest["files"][name] = facts
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def changed(name: str, change: Callable[[Any], Any]) -> Callable[[Path], None]:
    """A fault: the second line of a file changed, with hashes made to fit."""

    def spoil(folder: Path) -> None:
        lines = lines_of(folder, name)
        record = json.loads(lines[-1])
        change(record)
        rewrite(folder, name, [*lines[:-1], json.dumps(record).encode()])

    return spoil


def edited(change: Callable[[dict[str, Any]], Any]) -> Callable[[Path], None]:
    """A fault: the manifest changed."""

    def spoil(folder: Path) -> None:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        change(manifest)
        (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    return spoil


FAULTS: list[tuple[Callable[[Path], Any], str]] = [
    (lambda f: (f / "reports.jsonl").write_bytes(b"".join(lines_of(f, "reports.jsonl")[:-1])), r"reports\.jsonl, line 6"),
    (lambda f: (f / "reports.jsonl").write_bytes((f / "reports.jsonl").read_bytes()[:-9]), r"reports\.jsonl, line 7: cut"),
    (lambda f: (f / "products.jsonl").write_bytes((f / "products.jsonl").read_bytes().replace(b"Durban", b"Dorban")), "products"),
    (lambda f: (f / "reports.jsonl").write_bytes((f / "reports.jsonl").read_bytes() + b"{}\n"), r"reports\.jsonl, line 8"),
    (lambda f: (f / "reports.jsonl").unlink(), r"reports\.jsonl"),
    (lambda f: (f / "manifest.json").unlink(), r"manifest\.json"),
    (lambda f: (f / "manifest.json").write_bytes(b"[" * 100_000), r"manifest\.json"),
    (lambda f: (f / "notes.txt").write_bytes(b"hello"), r"notes\.txt"),
    (lambda f: ((f / "polls.jsonl").unlink(), (f / "polls.jsonl").symlink_to("/etc/hostname")), r"polls\.jsonl"),
    (lambda f: rewrite(f, "reports.jsonl", [*lines_of(f, "reports.jsonl"), b"[" * 5000]), r"reports\.jsonl, line 8"),
    (lambda f: rewrite(f, "reports.jsonl", [*lines_of(f, "reports.jsonl"), b"\xff\xfe"]), r"reports\.jsonl, line 8"),
    (lambda f: rewrite(f, "reports.jsonl", lines_of(f, "reports.jsonl") * 2), r"reports\.jsonl, line 8: it stands there twice"),
    (changed("reports.jsonl", lambda r: r.update(text=r["text"] + "!")), r"reports\.jsonl, line 7: its id"),
    (changed("reports.jsonl", lambda r: r.update(lineage="lin-0")), r"reports\.jsonl, line 7: its lineage"),
    (changed("reports.jsonl", lambda r: r["blocks"][0].update(end=10**9)), r"reports\.jsonl, line 7: a block"),
    (changed("products.jsonl", lambda r: r.update(report="rpt-0000000000000000")), r"products\.jsonl, line 7: there is no"),
    (changed("products.jsonl", lambda r: r["found"]["claims"]["figures"][0].update(end=10**9)), r"products\.jsonl, line 7: the passage"),
    (changed("decisions.jsonl", lambda r: r.update(by="Another")), r"decisions\.jsonl, line 1: its id"),
    (changed("retrievals.jsonl", lambda r: r.update(source=7)), r"retrievals\.jsonl, line 7: source is no str"),
    (changed("retrievals.jsonl", lambda r: r.update(more="x")), r"retrievals\.jsonl, line 7: there is no more"),
    (changed("retrievals.jsonl", lambda r: r.pop("source")), r"retrievals\.jsonl, line 7: source is missing"),
    (edited(lambda m: m.update(version=99)), "newer"),
    (edited(lambda m: m["files"].pop("decisions.jsonl")), r"manifest\.json"),
    (edited(lambda m: m["files"].update({"../../etc/passwd": m["files"]["reports.jsonl"]})), r"manifest\.json"),
    (edited(lambda m: m["files"]["reports.jsonl"].update(sha256="0")), r"reports\.jsonl, line 7"),
]  # fmt: skip
