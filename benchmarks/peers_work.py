"""One part of the comparison with others' tools, in a process of its own: a file of rows in, seconds and groups out.

Run by `benchmarks.peers`, ours in this environment and theirs in that of the extra `bench`: nothing here imports both.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

#: What a part answers: groups of row numbers, or a text for each row.
Answer = list[list[int]] | list[str]
Row = dict[str, Any]


def copies_rashomon(rows: Sequence[Row]) -> Callable[[], Answer]:
    """Copy groups by `find_copies`."""
    from rashomon.grouping import find_copies

    reports, numbers, library = _reports(rows)
    return lambda: [[numbers[r] for r in c.reports] for c in find_copies(reports, library).value]


def copies_datasketch(rows: Sequence[Row]) -> Callable[[], Answer]:
    """Components of pairs that MinHash LSH finds: 128 permutations, runs of five words, Jaccard 0.5."""
    from datasketch import MinHash, MinHashLSH

    def work() -> Answer:
        index, hashes = MinHashLSH(threshold=0.5, num_perm=128), []
        for n, row in enumerate(rows):
            words = str(row["text"]).lower().split()
            sketch = MinHash(num_perm=128)
            sketch.update_batch([" ".join(words[k : k + 5]).encode() for k in range(max(1, len(words) - 4))])
            index.insert(n, sketch)
            hashes.append(sketch)
        return _components(len(rows), [(n, m) for n, sketch in enumerate(hashes) for m in index.query(sketch)])

    return work


def stories_rashomon(rows: Sequence[Row]) -> Callable[[], Answer]:
    """Stories by `find_copies` and `group_stories`, from the texts alone."""
    from rashomon.grouping import find_copies, group_stories

    reports, numbers, library = _reports(rows)

    def work() -> Answer:
        found = group_stories(reports, [], find_copies(reports, library).value, library).value
        return [[numbers[r] for r in story.reports] for story in found]

    return work


def stories_tfidf(rows: Sequence[Row]) -> Callable[[], Answer]:
    """Agglomerative clusters of tf-idf vectors: average linkage, cosine distance, cut at 0.8."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    def work() -> Answer:
        vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform([r["text"] for r in rows])
        cut = AgglomerativeClustering(n_clusters=None, distance_threshold=0.8, metric="cosine", linkage="average")
        groups: dict[int, list[int]] = {}
        for n, label in enumerate(cut.fit_predict(vectors.toarray())):
            groups.setdefault(int(label), []).append(n)
        return list(groups.values())

    return work


def reading_rashomon(rows: Sequence[Row]) -> Callable[[], Answer]:
    """Each page's text, with title, date, outlet and chrome marked, by `read_reports`."""
    import datetime as dt

    from rashomon.adapters.package_data import load_library
    from rashomon.model.source import RawSource
    from rashomon.reading import read_reports

    library, now = load_library(), dt.datetime(2031, 5, 4, tzinfo=dt.UTC)

    def work() -> Answer:
        texts = []
        for n, row in enumerate(rows):
            source = RawSource(name=f"{n}.html", content=str(row["page"]).encode(), learned_at=now)
            found = read_reports([source], library).value
            texts.append("\n".join(r.text for r in found))
        return texts

    return work


def reading_trafilatura(rows: Sequence[Row]) -> Callable[[], Answer]:
    """Each page's text and metadata by trafilatura alone."""
    from trafilatura import bare_extraction

    def work() -> Answer:
        found = [bare_extraction(str(row["page"]), with_metadata=True) for row in rows]
        return [str(getattr(document, "text", "") or "") for document in found]

    return work


PARTS = {
    "copies rashomon": copies_rashomon,
    "copies datasketch": copies_datasketch,
    "stories rashomon": stories_rashomon,
    "stories tf-idf": stories_tfidf,
    "reading rashomon": reading_rashomon,
    "reading trafilatura": reading_trafilatura,
}


def _reports(rows: Sequence[Row]) -> tuple[list[Any], dict[str, int], Any]:
    from rashomon.adapters.package_data import load_library
    from rashomon.reading import read_lines

    library = load_library()
    lines = [json.dumps({**row, "outlet": f"outlet {n}"}).encode() for n, row in enumerate(rows)]
    reports = [line.report for line in read_lines("peers.jsonl", b"\n".join(lines), library)]
    return reports, {report.id: n for n, report in enumerate(reports) if report is not None}, library


def _components(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    above = list(range(count))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = n = above[above[n]]
        return n

    for n, m in pairs:
        above[top(n)] = top(m)
    groups: dict[int, list[int]] = {}
    for n in range(count):
        groups.setdefault(top(n), []).append(n)
    return list(groups.values())


def main() -> None:
    """Do the part once on the first rows, so that all is loaded, then measure it."""
    part, path = sys.argv[1:]
    rows = json.loads(Path(path).read_text("utf-8"))
    PARTS[part](rows[:20])()
    work = PARTS[part](rows)
    began, cpu = time.perf_counter(), time.process_time()
    answer = work()
    print(json.dumps({"wall": time.perf_counter() - began, "cpu": time.process_time() - cpu, "answer": answer}))


if __name__ == "__main__":
    main()
