"""Fetching addresses politely and safely; `Fetcher` is the port `model.fetched.Fetch`."""

from __future__ import annotations

from rashomon.adapters.fetching.fetcher import Fetcher

__all__ = ["Fetcher"]
