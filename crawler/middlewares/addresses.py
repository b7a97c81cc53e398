"""Private networks are out of reach: the address that is connected to is checked, not the name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self
from urllib.request import getproxies

from scrapy.crawler import Crawler
from scrapy.resolver import CachingHostnameResolver
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer, provider

from crawler.normalise.hosts import host_of
from crawler.normalise.reach import may_connect


@provider(IResolutionReceiver)
class Permitted:
    """Hand on what a name resolves to, without the machines that are out of reach."""

    def __init__(self, receiver: Any, host: str, *, private: bool) -> None:
        self._receiver = receiver
        self._host = host
        self._private = private

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 - Twisted's interface
        """Pass on that the look-up has begun."""
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IAddress) -> None:  # noqa: N802
        """Pass on an address that may be connected to."""
        if may_connect(self._host, getattr(address, "host", ""), private=self._private):
            self._receiver.addressResolved(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        """Pass on that the look-up has ended; without any address the host counts as unknown."""
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver(CachingHostnameResolver):
    """Scrapy's caching resolver, blind to machines that ``normalise.reach.may_connect`` refuses.

    ``PRIVATE_ADDRESSES=True`` lets names resolve to private addresses too. A proxy that the environment names is the operator's
    own word: it may stand anywhere.
    """

    private = False
    proxies: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Build the resolver with the run's setting."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.private = crawler.settings.getbool("PRIVATE_ADDRESSES")
        if crawler.settings.getbool("HTTPPROXY_ENABLED"):
            resolver.proxies = frozenset(host_of(proxy if "//" in proxy else f"//{proxy}") for proxy in getproxies().values())
        return resolver

    def resolveHostName(  # noqa: N802 - Twisted's interface
        self,
        resolutionReceiver: IResolutionReceiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> IHostResolution:
        """Resolve a name, then leave out what is out of reach."""
        receiver: Any = resolutionReceiver
        if hostName not in self.proxies:
            receiver = Permitted(receiver, hostName, private=self.private)
        return super().resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)
