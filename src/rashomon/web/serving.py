"""How the workspace is served: where it listens, who may enter, what it shows beside the project."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from rashomon.errors import UsageError

#: What a host in a content security policy may be written in: no wildcard, no second word.
_HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:]+\]")


@dataclass(frozen=True, slots=True)
class Serving:
    """One server's choices.

    `token` lets whoever bears it in as an admin; `accounts` demands that persons sign in; `tiles` is the address of map
    tiles of the user's own, with {z}, {x} and {y}. Raises UsageError where others could reach the server and nobody
    need say who they are, and where `tiles` is no such address.
    """

    address: str
    host: str = "127.0.0.1"
    port: int = 8350
    token: str | None = None
    accounts: bool = False
    tiles: str | None = None

    def __post_init__(self) -> None:
        if not self.is_local and self.is_open:
            raise UsageError(
                f"Everybody who reaches {self.host} could read and decide.",
                "Give --accounts (see `rashomon account add`) or --token, or listen on 127.0.0.1.",
            )
        if self.tiles is not None and (not self.tiles_host or not all(p in self.tiles for p in ("{z}", "{x}", "{y}"))):
            raise UsageError(
                f"{self.tiles} is no address of map tiles.", "Give one like https://tiles.example.org/{z}/{x}/{y}.png."
            )

    @property
    def tiles_host(self) -> str | None:
        """Scheme, host and port of the tiles: all that a browser may ask for them; null without tiles or a host."""
        try:
            told = urlsplit(self.tiles or "")
            port = f":{told.port}" if told.port else ""
        except ValueError:
            return None
        host = f"[{told.hostname}]" if ":" in (told.hostname or "") else told.hostname or ""
        return f"{told.scheme}://{host}{port}" if told.scheme in ("http", "https") and _HOST.fullmatch(host) else None

    @property
    def is_open(self) -> bool:
        """Whether nobody need say who they are."""
        return self.token is None and not self.accounts

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def hosts(self) -> frozenset[str]:
        """The values of a Host header that are this server; empty where it has names that it cannot know."""
        if not self.is_local:
            return frozenset()
        names = {self.host, "localhost", "127.0.0.1", "::1"}
        return frozenset(f"[{n}]:{self.port}" if ":" in n else f"{n}:{self.port}" for n in names)
