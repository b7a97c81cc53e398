"""Where requests may go: addresses of the site, on its ports, and no machine that is not of the public internet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.reach import Reach, is_loopback, is_number, is_public, may_connect

SITE = Reach.of(["harian.example"], ["https://www.harian.example/", "http://www.harian.example:8080/dunia"])
LOCAL = Reach.of(["127.0.0.1"], ["http://127.0.0.1:8000/"])

PRIVATE = (
    "10.0.0.5", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fc00::1", "fdff::1", "::ffff:10.0.0.5",
    "2002:0a00:0005::1", "64:ff9b::a00:5", "2001:0:4136:e378:8000:63bf:f5ff:fffa",
)  # fmt: skip
LOOPBACK = ("127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")
NEVER = (
    "169.254.169.254", "169.254.170.2", "fe80::1%eth0", "::ffff:169.254.169.254", "2002:a9fe:a9fe::", "64:ff9b::a9fe:a9fe",
    "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254",
    "0.0.0.0", "0.1.2.3", "::", "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "ff02::1", "192.0.2.1",
    "198.18.0.1", "2001:db8::1", "fec0::1", "::7f00:1", "::10.0.0.5", "4000::1", "100::1",
    "", "no address", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "1.2.3.4.5",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822", "2002:5db8:d822::1")


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_open_in_all_its_forms(address: str) -> None:
    assert is_public(address)
    assert may_connect("www.harian.example", address)


@pytest.mark.parametrize("address", [*PRIVATE, *LOOPBACK, *NEVER])
def test_a_name_leads_to_no_other_machine(address: str) -> None:
    """Private, shared, loopback, link-local, multicast, reserved, metadata, and those that hide in IPv6 forms."""
    assert not is_public(address)
    assert not may_connect("www.harian.example", address)


@pytest.mark.parametrize("address", [*PRIVATE, *LOOPBACK])
def test_one_setting_opens_private_networks(address: str) -> None:
    assert may_connect("intranet.example", address, private=True)


@pytest.mark.parametrize("address", NEVER)
def test_no_setting_opens_the_rest(address: str) -> None:
    """Metadata services hand out keys; nobody publishes news on multicast."""
    assert not may_connect(address, address, private=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_who_names_this_very_machine_means_it(host: str) -> None:
    """The demo runs without a setting; a name that resolves to loopback does not open it."""
    assert may_connect(host, "127.0.0.1")
    assert not may_connect(host, "10.0.0.5")
    assert not may_connect("localhost.harian.example", "127.0.0.1")


@pytest.mark.parametrize(
    "url",
    [
        "https://harian.example/a", "http://www.harian.example/", "https://foto.harian.example:443/x", "http://harian.example:80/",
        "http://www.harian.example:8080/x", "https://HARIAN.example/", "https://harian.example./a",
    ],
)  # fmt: skip
def test_the_sites_own_addresses_are_open(url: str) -> None:
    assert SITE.refusal(url) is None


REFUSED = {
    "https://evil.example/": "not of this site",
    "https://harian.example.evil.example/": "not of this site",
    "https://notharian.example/": "not of this site",
    "https://harian.example:8443/": "another port",
    "http://harian.example:8080/": "another port",
    "https://www.harian.example:22/": "another port",
    "http://harian.example:443/": "another port",
    "https://rina@harian.example/": "a user name in the address",
    "https://rina:kunci@harian.example/": "a user name in the address",
    "https://harian.example@10.0.0.5/": "a user name in the address",
    "https://:@harian.example/": "a user name in the address",
    "file:///etc/passwd": "not of the web",
    "ftp://harian.example/": "not of the web",
    "data:text/html,x": "not of the web",
    "javascript:alert(1)": "not of the web",
    "//harian.example/": "not of the web",
    "http:///x": "not of the web",
    "": "not of the web",
    "http://harian.example\\@10.0.0.5/": "not of the web",
    "http://harian.example:port/": "no address",
    "http://[::1/": "no address",
    "http://10.0.0.5/": "not of this site",
    "http://2130706433/": "not of this site",
    "http://127。0。0。1/": "not of this site",
    "http://[::ffff:10.0.0.5]/": "not of this site",
    "http://localhost/": "not of this site",
}


@pytest.mark.parametrize(("url", "reason"), list(REFUSED.items()))
def test_all_others_are_refused_with_a_reason(url: str, reason: str) -> None:
    assert SITE.refusal(url) == reason


def test_the_demo_is_open_on_its_port_alone() -> None:
    """An address written as a number is its own site."""
    assert LOCAL.refusal("http://127.0.0.1:8000/berita") is None
    assert LOCAL.refusal("http://127.0.0.1:22/") == "another port"
    assert LOCAL.refusal("http://localhost:8000/") == "not of this site"


@pytest.mark.parametrize("host", ["10.0.0.5", "169.254.169.254", "2130706433", "0x7f.1", "017700000001", "127.1", "[fd00::1]"])
def test_other_machines_stay_shut_when_a_section_names_them(host: str) -> None:
    """A number that is no address in its one spelling is refused with any setting."""
    url = f"http://{host}/berita"
    assert Reach.of([host.strip("[]")], [url]).refusal(url) == "a private machine"


@pytest.mark.parametrize(
    ("host", "opens"), [("10.0.0.5", True), ("[fd00::1]", True), ("169.254.169.254", False), ("0x7f.1", False)]
)
def test_the_setting_opens_private_sections(host: str, opens: bool) -> None:
    url = f"http://{host}/berita"
    assert (Reach.of([host.strip("[]")], [url], private=True).refusal(url) is None) is opens


@pytest.mark.parametrize("host", ["1.2.3.4", "127.1", "0x7f.0x1", "2130706433", "::1", "a.b.0x10", "017.1", "1.2.3.4."])
def test_numbers_are_told_from_names(host: str) -> None:
    assert is_number(host)
    assert not is_number(f"{host.strip('.:')}.example")


@given(st.text(), st.text())
def test_any_text_gets_an_answer(url: str, host: str) -> None:
    """Neither question raises, and no text leads to a private machine."""
    SITE.refusal(url)
    assert not may_connect(host, url) or is_public(url) or is_loopback(host)
