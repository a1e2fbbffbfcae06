"""Which addresses may be connected to."""

from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.fetching.addresses import allowed_address, check_address, is_public
from harvester.fetching.refused import Refused

PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "2606:2800:220:1::1",
    "2a00:1450:4001::8a",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2002:808:808::1",
]
NOT_PUBLIC = [
    "127.0.0.1",
    "127.255.0.9",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "168.63.129.16",
    "100.100.100.200",
    "100.64.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.5",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:0:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::8.8.8.8",
    "2002:7f00:1::1",
    "2002:a9fe:a9fe::",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "100::1",
    "3fff::1",
    "",
    "localhost",
    "2130706433",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address):
    """Plain and wrapped ones."""
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_every_other_address_is_not(address):
    """Loopback, private, link-local, metadata, carrier, documentation; also inside IPv6; and what is none."""
    assert not is_public(address)


WRAPPED = ("::ffff:{}", "::{}", "64:ff9b::{}", "::ffff:0:{}")


@given(st.ip_addresses(v=4), st.sampled_from(WRAPPED))
def test_a_wrapped_address_is_as_public_as_the_one_inside(address: IPv4Address, form: str):
    """No form of IPv6 makes a private address public."""
    assert is_public(form.format(address)) == is_public(str(address))


@given(st.ip_addresses(v=4))
def test_6to4_is_as_public_as_the_one_inside(address: IPv4Address):
    """The IPv4 address stands in the second and third group."""
    high, low = divmod(int(address), 65536)
    assert is_public(f"2002:{high:x}:{low:x}::1") == is_public(str(address))


@pytest.mark.parametrize("port", [22, 25, 81, 3306, 6379, 8080, 9200, 11211])
def test_other_ports_than_the_webs_are_refused(port):
    """A public address, too: a mail server or a database is nobody's news."""
    with pytest.raises(Refused) as caught:
        check_address("93.184.216.34", port, ())
    assert caught.value.reason == "address"


@pytest.mark.parametrize("allowed", ["127.0.0.1:8001", "127.0.0.1"])
def test_an_exact_address_is_opened_on_purpose(allowed):
    """With its port, or all of its ports."""
    check_address("127.0.0.1", 8001, (allowed,))


@pytest.mark.parametrize(
    "allowed",
    ["127.0.0.1:8002", "127.0.0.2", "127.0.0.1:800", "0.0.0.0", "localhost:8001"],
)
def test_nothing_else_is_opened_by_it(allowed):
    """Neither another port nor another address, nor a name."""
    with pytest.raises(Refused):
        check_address("127.0.0.1", 8001, (allowed,))


@pytest.mark.parametrize("allowed", ["::1", "[::1]", "[::1]:8001"])
def test_an_ipv6_address_is_opened_in_its_usual_forms(allowed):
    """Brackets stand around it where a port follows."""
    check_address("::1", 8001, (allowed,))


FORMS = [
    ("127.0.0.1", "127.0.0.1"),
    ("127.0.0.1:8001", "127.0.0.1:8001"),
    ("127.0.0.1:08001", "127.0.0.1:8001"),
    ("::1", "[::1]"),
    ("[::1]", "[::1]"),
    ("[::1]:80", "[::1]:80"),
    ("[0:0:0:0:0:0:0:1]:80", "[::1]:80"),
    ("FD00::1", "[fd00::1]"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_an_allowed_address_has_one_spelling(text, expected):
    """With its port or without."""
    assert allowed_address(text) == expected


NO_ADDRESSES = ["", "localhost", "localhost:80", "127.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536"]
NO_ADDRESSES += ["127.0.0.1:http", "10.0.0.0/8", "[::1", "[::1]:", "http://127.0.0.1", "127.0.0.1:\u0668"]


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_cannot_be_allowed(text):
    """The message repeats it."""
    with pytest.raises(ValueError, match="is no") as caught:
        allowed_address(text)
    assert repr(text) in str(caught.value)
