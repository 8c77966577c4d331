"""Which network addresses belong to the public internet: the IANA special-purpose registries, and what they nest.

An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4) is judged by both.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IP = IPv4Address | IPv6Address

#: IANA IPv4 Special-Purpose Address Registry, multicast and reserved space, each with what a person is told.
_IPV4: tuple[tuple[IPv4Network, str], ...] = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "unspecified"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "shared by a carrier"),
        ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"), ("192.0.2.0/24", "for documentation"), ("192.31.196.0/24", "reserved"),
        ("192.52.193.0/24", "reserved"), ("192.88.99.0/24", "reserved"), ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "reserved"), ("198.18.0.0/15", "for benchmarks"), ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"), ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"),
        # A cloud's own host for the machines in it, though the address is globally routable.
        ("168.63.129.16/32", "a cloud's metadata service"),
    )
)  # fmt: skip
#: Only this part of IPv6 is global unicast; below it what the IANA IPv6 Special-Purpose Address Registry takes out.
_GLOBAL = IPv6Network("2000::/3")
_IPV6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("2001::/23", "reserved"), ("2001:db8::/32", "for documentation"), ("2620:4f:8000::/48", "reserved"),
        ("3fff::/20", "for documentation"),
    )
)  # fmt: skip
_NAMED_IPV6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("::1/128", "loopback"), ("::/128", "unspecified"), ("fc00::/7", "private"), ("fe80::/10", "link-local"),
        ("fec0::/10", "private"), ("ff00::/8", "multicast"),
    )
)  # fmt: skip
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")


def why_not_public(ip: IP) -> str | None:
    """What kind of address it is (one or a few words) where it is none of the public internet, else null."""
    if isinstance(ip, IPv4Address):
        return next((what for network, what in _IPV4 if ip in network), None)
    carried = _carried(ip)
    if carried is not None:
        return why_not_public(carried)
    if ip not in _GLOBAL:
        return next((what for network, what in _NAMED_IPV6 if ip in network), "reserved")
    return next((what for network, what in _IPV6 if ip in network), None)


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a router or this machine's kernel would deliver to instead.

    IPv4-compatible (::a.b.c.d), translated (::ffff:0:a.b.c.d) and Teredo addresses fall to the reserved ranges.
    """
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    if ip in _SIX_TO_FOUR:
        return IPv4Address((int(ip) >> 80) & 0xFFFFFFFF)
    return None
