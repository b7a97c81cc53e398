"""Where requests may go: which addresses belong to a site, and which machines are out of reach. Asks nobody.

Two questions, because a name says nothing of the machine behind it: ``Reach.refusal`` is asked of every address before it is
asked for, ``may_connect`` of every IP address before it is connected to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Self
from urllib.parse import urlsplit

from crawler.normalise.hosts import host_in, registered_domain

REFUSALS = (
    "no address",
    "not of the web",
    "a user name in the address",
    "not of this site",
    "another port",
    "a private machine",
)
"""What ``Reach.refusal`` says."""
PORTS = {"http": 80, "https": 443}
_LOOPBACK_NAMES = frozenset({"localhost", "ip6-localhost"})
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last four bytes are the IPv4 address that is reached."""
_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that the public internet uses (IANA)."""
_PRIVATE = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")))
"""RFC 1918, 6598 and 4193."""
_METADATA = frozenset(map(ip_address, ("168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254")))
"""Where clouds keep their machines' secrets, but for 169.254.0.0/16: Azure, Alibaba, Oracle, AWS and Google on IPv6."""
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
"""Hosts that the URL standard reads as an IPv4 address: their last label is a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where the requests of a run may go: ``domains`` with all below them, on the usual ports or on ``ports`` of a host.

    ``private`` lets them into private networks, as the setting ``PRIVATE_ADDRESSES`` does.
    """

    domains: frozenset[str]
    ports: frozenset[tuple[str, int]] = frozenset()
    private: bool = False

    @classmethod
    def of(cls, domains: Iterable[str], starts: Iterable[str], *, private: bool = False) -> Self:
        """The reach of a run over ``starts``: their own ports are open, those of other hosts are not."""
        parts = [urlsplit(url) for url in starts]
        ports = frozenset((host_in(each), each.port) for each in parts if each.port)
        return cls(domains=frozenset(domains), ports=ports, private=private)

    def refusal(self, url: str) -> str | None:
        """Why an address may not be asked for, in a few words; ``None`` where it may."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return "no address"
        host = host_in(parts)
        if parts.scheme not in PORTS or not host:
            return "not of the web"
        if parts.username is not None or parts.password is not None:
            return "a user name in the address"
        if not self.is_own(host):
            return "not of this site"
        if port not in (None, PORTS[parts.scheme]) and (host, port) not in self.ports:
            return "another port"
        return None if self._is_reachable(host) else "a private machine"

    def is_own(self, host: str) -> bool:
        """Whether a host belongs to the site."""
        if host in self.domains or registered_domain(host) in self.domains:
            return True
        return any(host.endswith("." + domain) for domain in self.domains)

    def _is_reachable(self, host: str) -> bool:
        """A name may be: its machine is looked at when it is connected to. A number has one spelling."""
        return not is_number(host) or may_connect(host, host, private=self.private)


def is_number(host: str) -> bool:
    """Whether a host is an IP address in any spelling that some library understands."""
    return ":" in host or bool(_NUMBER.fullmatch(host.lower().rstrip(".")))


def may_connect(host: str, address: str, *, private: bool = False) -> bool:
    """Whether the machine at ``address``, which ``host`` led to, may be connected to.

    The public internet may. Loopback may where the host is a loopback address or ``localhost`` itself: who names it means this
    very machine. ``private`` opens loopback and private networks to any name. Link-local, multicast, reserved and metadata
    addresses stay shut whatever is set, and so does what is no address.
    """
    if is_public(address):
        return True
    found = _address(address)
    if found is None or found in _METADATA or found.is_link_local or found.is_multicast or found.is_unspecified:
        return False
    if found.is_loopback:
        return private or is_loopback(host)
    return private and any(found in network for network in _PRIVATE)


def is_public(address: str) -> bool:
    """Whether an IP address lies in the public internet; one that carries another inside counts as that one."""
    found = _address(address)
    if found is None or found in _METADATA or found.is_multicast:
        return False
    return found.is_global and (isinstance(found, IPv4Address) or found in _UNICAST)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its very spelling."""
    found = _address(host)
    return host in _LOOPBACK_NAMES or (found is not None and found.is_loopback)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if not isinstance(found, IPv6Address):
        return found
    if found in _TRANSLATED:
        return IPv4Address(found.packed[-4:])
    return found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None) or found
