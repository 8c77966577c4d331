"""Reports to claims."""

from rashomon.extraction.extract_claims import extract_claims

__all__ = ["extract_claims"]
