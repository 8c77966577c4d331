"""How the workspace is served: where it listens, who may enter, what it shows beside the project."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from rashomon.errors import UsageError


@dataclass(frozen=True, slots=True)
class Serving:
    """One server's choices.

    `token` lets whoever bears it in as an admin; `accounts` demands that persons sign in; `tiles` is the address of map
    tiles of the user's own. Raises UsageError where others could reach the server and nobody need say who they are.
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
