"""Reports to claims."""

from rashomon.extraction.codes import not_understood
from rashomon.extraction.extract_claims import extract_claims
from rashomon.extraction.parsed_sentences import parse_ahead

__all__ = ["extract_claims", "not_understood", "parse_ahead"]
