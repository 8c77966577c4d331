"""The workspace over a project, served to a real browser for as long as a test needs it."""

from benchmarks.serving import served

__all__ = ["served"]
