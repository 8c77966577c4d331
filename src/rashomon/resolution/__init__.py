"""Names to places, dates, organisations and actors."""

from rashomon.resolution.resolve_claims import resolve_claims

__all__ = ["resolve_claims"]
