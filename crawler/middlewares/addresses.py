"""Private networks are out of reach: the address that is connected to is checked, not the name."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.resolver import CachingHostnameResolver
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer, provider

_LOOPBACK_NAMES = frozenset({"localhost", "ip6-localhost"})


def is_public(address: str) -> bool:
    """Whether an IP address lies in the public internet; addresses that carry another one inside count as that one."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        found = inner or found
    return found.is_global and not found.is_multicast


def is_literal(host: str) -> bool:
    """Whether a host is an IP address or ``localhost``: whoever writes that means that very machine."""
    try:
        ip_address(host)
    except ValueError:
        return host in _LOOPBACK_NAMES
    return True


@provider(IResolutionReceiver)
class PublicOnly:
    """Hand on what a name resolves to, without private addresses."""

    def __init__(self, receiver: Any) -> None:
        self._receiver = receiver

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 - Twisted's interface
        """Pass on that the look-up has begun."""
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:  # noqa: N802
        """Pass on an address of the public internet."""
        if is_public(getattr(address, "host", "")):
            self._receiver.addressResolved(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        """Pass on that the look-up has ended; without any address the host counts as unknown."""
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver(CachingHostnameResolver):
    """Scrapy's caching resolver, blind to private networks.

    A host written as an IP address or ``localhost`` passes: ``OriginMiddleware`` has seen that the run's own section names
    it. ``PRIVATE_ADDRESSES=True`` lets names resolve to private addresses too.
    """

    private = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Build the resolver with the run's setting."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.private = crawler.settings.getbool("PRIVATE_ADDRESSES")
        return resolver

    def resolveHostName(  # noqa: N802 - Twisted's interface
        self,
        resolutionReceiver: IResolutionReceiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        """Resolve a name, then leave out what is private."""
        guarded = self.private or is_literal(hostName)
        receiver: Any = resolutionReceiver if guarded else PublicOnly(resolutionReceiver)
        return super().resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)
