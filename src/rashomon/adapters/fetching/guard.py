"""The guard: which targets may be asked for, and a network that connects only to the addresses it has checked.

A name is resolved once, every address it gives is judged, and the socket opens to one of these very addresses: a name
that answers differently the next time changes nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address

from rashomon.adapters.fetching.codes import Failed, Refused
from rashomon.adapters.fetching.networks import IP, why_not_public
from rashomon.adapters.fetching.target import Target

#: Asks the name service: a host and a port in, IP addresses out; raises OSError where there are none.
Resolve = Callable[[str, int], Sequence[str]]

#: Names that mean this machine or its own network by RFC 6761, 6762, 8375, 9476 and common use.
_LOCAL_NAMES = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private"}
)
_ALLOW = "Allow such addresses with --allow-private if you mean it."


def resolve_name(host: str, port: int) -> Sequence[str]:
    """The addresses that this machine's name service gives a host, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def check_target(target: Target, *, allow_private: bool) -> None:
    """Raises Refused where the target is no host of the public internet by its spelling alone."""
    if allow_private:
        return
    if target.ip is not None:
        _check(target.ip)
        return
    labels = target.host.split(".")
    if len(labels) == 1 or labels[-1] in _LOCAL_NAMES or target.host.endswith("home.arpa"):
        raise Refused(f"{target.host} is a name of a local network.", _ALLOW)


def checked_ips(host: str, port: int, resolve: Resolve, *, allow_private: bool) -> list[IP]:
    """The addresses of a host, each of them public.

    One private address refuses the host: a name that mixes both is how a browser is led inside. Raises Refused, and
    Failed where the name has no address.
    """
    try:
        ips = [ip_address(text.partition("%")[0]) for text in resolve(host, port)]
    except (OSError, UnicodeError, ValueError) as error:
        raise Failed(f"The name {host} could not be found.") from error
    if not ips:
        raise Failed(f"The name {host} has no address.")
    if not allow_private:
        for ip in ips:
            _check(ip, host)
    return ips


def _check(ip: IP, host: str | None = None) -> None:
    why = why_not_public(ip)
    if why is not None:
        of = f"{host} leads to an address" if host else f"{ip} is an address"
        raise Refused(f"{of} that is not on the public internet ({why}).", _ALLOW)
