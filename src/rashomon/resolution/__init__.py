"""Names to places, dates, organisations and actors."""

from rashomon.resolution.resolve_claims import resolve_claims
from rashomon.resolution.story_sources import unite_sources

__all__ = ["resolve_claims", "unite_sources"]
