"""Run the benchmarks and write docs/reference/benchmarks.md.

usage: python -m benchmarks --date YYYY-MM-DD --machine "two shared cores" [--shared PATH]

With --shared the texts of PATH/data and PATH/seeds are measured too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"


def table(title: str, module: str, *arguments: str) -> str:
    """One section of the page: the command and what it printed; exits where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{module} failed:\n{done.stderr}")
    shown = " ".join(Path(a).name if a.startswith("/") else a for a in arguments)
    return f"## {title}\n\n    python -m {module} {shown}".rstrip() + f"\n\n```\n{done.stdout.strip()}\n```\n"


def main() -> None:
    """Run every table and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--date", required=True)
    parser.add_argument("--machine", required=True)
    parser.add_argument("--shared")
    args = parser.parse_args()
    example = str(ROOT / "examples" / "aleppo-2024" / "reports")
    shared = Path(args.shared).resolve() if args.shared else None
    parts = [
        "# Benchmarks\n",
        f"Measured on {args.date} on {args.machine}; written by `python -m benchmarks`. Compare inside a table only.\n",
        table("Whole processes", "benchmarks.build", *([str(shared / "seeds")] if shared else []), example),
    ]
    if shared:
        texts = str(shared / "data" / "fa-kes.jsonl")
        parts.append(table("Extraction beside spaCy's pipeline", "benchmarks.extract", texts))
    parts.append(table("Grouping and reconciling invented worlds", "benchmarks.group"))
    PAGE.write_text("\n".join(parts), "utf-8")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
