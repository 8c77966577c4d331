"""Reports to claims."""

from rashomon.extraction.codes import not_understood
from rashomon.extraction.extract_claims import extract_claims

__all__ = ["extract_claims", "not_understood"]
