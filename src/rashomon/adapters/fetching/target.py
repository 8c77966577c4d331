"""An address taken apart once, strictly: what is checked is what is connected to, so no two readings can differ.

Hosts are read as browsers read them (WHATWG URL): percent signs decoded, letters mapped by UTS 46, and a host that ends
in a number is an IPv4 address in whatever base it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, unquote_to_bytes, urlsplit

from rashomon.adapters.fetching.codes import Refused
from rashomon.adapters.fetching.networks import IP

#: Longer addresses are refused (characters); servers take about as much.
LONGEST_ADDRESS = 8000
_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")
#: Characters of a path and query that stay as they are (RFC 3986, and the percent sign of what is encoded already).
_SAFE = "/?:@!$&'()*+,;=-._~%[]"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `host` is an ASCII name in lower case or an IP address, `path` holds the query too."""

    scheme: str
    host: str
    port: int
    path: str
    ip: IP | None

    @property
    def authority(self) -> str:
        """The host, in brackets where it is IPv6, with its port where that is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The address in one spelling, without fragment or credentials."""
        return f"{self.scheme}://{self.authority}{self.path}"


def read_target(address: str) -> Target:
    """The target of an address; raises Refused where it is none of the web or leaves room for two readings."""
    address = address.strip(" ")
    if len(address) > LONGEST_ADDRESS:
        raise Refused(f"The address is longer than {LONGEST_ADDRESS} characters.")
    if _CONTROL.search(address):
        raise Refused("The address holds control characters.")
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise Refused("The address cannot be read.") from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise Refused("Only http and https addresses are fetched.", "Save the page as a file and name that file.")
    if "@" in parts.netloc:
        raise Refused(
            "The address holds a user name or password, which would end up in logs and files.",
            "Fetch the page yourself and name the file.",
        )
    host, port = _host_and_port(parts.netloc)
    name, ip = _read_host(host)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(scheme, name, port if port is not None else _PORTS[scheme], quote(path, safe=_SAFE), ip)


def _host_and_port(netloc: str) -> tuple[str, int | None]:
    bracketed = re.fullmatch(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?", netloc)
    if bracketed is None:
        raise Refused("The address names no host that can be read.")
    port = int(bracketed[2]) if bracketed[2] else None
    if port is not None and not 0 < port < 65536:
        raise Refused("The address names a port that does not exist.")
    return bracketed[1], port


def _read_host(host: str) -> tuple[str, IP | None]:
    if host.startswith("["):
        try:
            six = IPv6Address(host[1:-1])
        except AddressValueError as error:
            raise Refused("The address names an IPv6 host that cannot be read.") from error
        if six.scope_id is not None:
            raise Refused("The address names a network of this machine.")
        return str(six), six
    name = _ascii_name(host)
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        four = _ipv4(labels)
        return str(four), four
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused("The address names a host that no name can be.")
    return name, None


def _ascii_name(host: str) -> str:
    """The host in ASCII and lower case, without the dot of the root."""
    try:
        name = unquote_to_bytes(host).decode("utf-8")
        if not name.isascii():
            name = _mapped(name)
    except ValueError as error:
        raise Refused("The address names a host that no name can be.") from error
    return name.lower().removesuffix(".")


def _mapped(name: str) -> str:
    """A name with letters beyond ASCII as the DNS knows it; raises ValueError where it cannot be one."""
    import idna

    if len(name) > 253:
        raise ValueError(name)
    plain = idna.uts46_remap(name, std3_rules=False, transitional=False)
    return plain if plain.isascii() else idna.encode(plain).decode("ascii")


def _ipv4(labels: list[str]) -> IPv4Address:
    """The IPv4 address that one to four numbers in base 8, 10 or 16 mean, as WHATWG URL and inet_aton read them."""
    numbers = [_number(label) for label in labels]
    *front, last = [n if n is not None else 256**4 for n in numbers]
    if len(numbers) > 4 or any(n > 255 for n in front) or last >= 256 ** (5 - len(numbers)):
        raise Refused("The address names a host by a number that is no IPv4 address.")
    return IPv4Address(sum(n << (8 * (3 - i)) for i, n in enumerate(front)) + last)


def _number(label: str) -> int | None:
    """A number as C reads it: 0x begins base 16, another leading 0 base 8; null where it is none, or absurd."""
    try:
        if not _NUMBER.fullmatch(label) or len(label) > 20:
            return None
        if label[:2] in {"0x", "0X"}:
            return int(label[2:] or "0", 16)
        return int(label, 8) if len(label) > 1 and label[0] == "0" else int(label)
    except ValueError:
        return None
