"""Who repeats whom: on the left outlets and agencies that were repeated, on the right the outlets that did."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from rashomon.rendering.components.scale import spread
from rashomon.rendering.components.svg import element, group, picture, text_width, wrap
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean

#: The least width; the room between both sides, that of a row, the size of letters, and the most that a name may take.
WIDTH, _BETWEEN, _ROW, _SIZE, _WIDEST = 720.0, 200.0, 34.0, 13.0, 200.0
#: So many names stand on each side; the list beside the picture has all.
_MOST = 14
#: What a link is called, the strongest first, and the class that draws it.
HOW = {
    "altered copy": ("carries a text of {}, altered", "altered"),
    "copy": ("carries a text of {}", "text"),
    "credit": ("credits {}", "named"),
    "cited": ("cites {}", "named"),
}


def repeats_graph(lookup: Lookup) -> Markup:
    """The picture, one line a pair of names by the strongest of their links; nothing where nobody repeats anybody."""
    told = lookup.dossier.sourcing
    pairs: dict[tuple[str, str], str] = {}
    counts: Counter[str] = Counter()
    for repeat in told.repeats if told is not None else ():
        pair = (clean(repeat.source), lookup.outlet(repeat.report))
        if pair[0] != pair[1]:
            counts[pair[0]] += 1
            pairs[pair] = min(pairs.get(pair, repeat.how), repeat.how, key=list(HOW).index)
    sources = [name for name, _ in counts.most_common(_MOST)]
    outlets = list(dict.fromkeys(o for s in sources for (source, o) in pairs if source == s))[:_MOST]
    shown = {pair: how for pair, how in pairs.items() if pair[0] in sources and pair[1] in outlets}
    if not shown:
        return Markup("")
    height = 40 + _ROW * max(len(sources), len(outlets))
    start = 20 + max(_width("Repeated"), *map(_width, sources))
    end = start + _BETWEEN
    # The names stand at the left, so that a phone shows both sides of short ones without scrolling.
    width = max(WIDTH, end + 20 + max(_width("Repeats it"), *map(_width, outlets)))
    right = {name: 44 + _ROW * (i + 0.35) for i, name in enumerate(outlets)}
    wanted = [_mean([right[o] for s, o in shown if s == name]) for name in sources]
    left = dict(zip(sources, spread(wanted, _ROW * 0.94, 44 + _ROW * 0.35, height - _ROW * 0.4), strict=True))
    parts = [
        element("text", "Repeated", x=start, y=16, text_anchor="end", class_="head"),
        element("text", "Repeats it", x=end, y=16, class_="head"),
        *(_edge(start, left[s], end, right[o], HOW[how][1]) for (s, o), how in sorted(shown.items())),
        *(_name(name, start, y, "end") for name, y in left.items()),
        *(_name(name, end, y, "start") for name, y in right.items()),
    ]
    title = "; ".join(f"{o} {HOW[how][0].format(s)}" for (s, o), how in sorted(shown.items()))
    return picture(width, height, f"Who repeats whom. {title}", parts, "chart sources repeats")


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _width(name: str) -> float:
    return text_width(_shown(name), _SIZE)


def _shown(name: str) -> str:
    return wrap(name, _SIZE, _WIDEST, 1)[0]


def _edge(x: float, y: float, end: float, z: float, kind: str) -> Markup:
    bend = _BETWEEN / 2
    d = f"M{x + 10:.1f} {y:.1f}C{x + bend:.1f} {y:.1f} {end - bend:.1f} {z:.1f} {end - 10:.1f} {z:.1f}"
    return element("path", d=d, class_=f"edge {kind}")


def _name(name: str, x: float, y: float, anchor: str) -> Markup:
    toward = -1 if anchor == "end" else 1
    return group(
        [
            element("circle", cx=x - 5 * toward, cy=y, r=4, class_="origin"),
            element("text", _shown(name), x=x + 6 * toward, y=y + 4.5, text_anchor=anchor, class_="name"),
        ]
    )
