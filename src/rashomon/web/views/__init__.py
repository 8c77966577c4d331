"""The views of the workspace, one module each; a new one is one line here."""

from rashomon.web.views import (
    add,
    board,
    changes,
    compare,
    deciding,
    entering,
    events,
    evidence,
    exporting,
    reader,
    review,
    search,
    sources,
    stories,
    story,
    story_map,
    timeline,
    versions,
    voices,
    watched,
)

VIEWS = tuple(
    v.router
    for v in (
        stories,
        changes,
        board,
        compare,
        timeline,
        voices,
        story_map,
        sources,
        exporting,
        evidence,
        story,
        reader,
        versions,
        review,
        deciding,
        add,
        watched,
        search,
        events,
        entering,
    )
)

__all__ = ["VIEWS"]
