"""Versions of the stages whose products a store keeps; raise one with every change of what it makes."""

from __future__ import annotations

#: Extraction and resolution. A product of another version is made again when it is needed.
UNDERSTANDING = "1"
