"""Who asks."""

import re

import pytest

from harvester.fetching.contact import ContactNeededError, is_this_machine, require_contact, user_agent


@pytest.mark.parametrize("contact", ["https://press.example/bot", "desk@press.example"])
def test_the_user_agent_names_version_and_contact(contact):
    """As site owners read it in their logs."""
    assert re.fullmatch(rf"harvester/\d[\w.]* \(\+{re.escape(contact)}\)", user_agent(contact))


def test_without_contact_it_names_the_version_alone():
    """For loopback."""
    assert re.fullmatch(r"harvester/\d[\w.]*", user_agent(None))


@pytest.mark.parametrize(
    "contact", ["me", "a b@c.example", "x@y", "https://a.example/\r\nX: y", "desk@prèss.example"]
)
def test_what_is_no_contact_is_refused(contact):
    """Neither a word nor a header of its own."""
    with pytest.raises(ContactNeededError):
        user_agent(contact)


LOOPBACK = ["localhost", "localhost:8000", "127.0.0.1:8001", "127.9.9.9", "[::1]:80", "a.localhost"]
PUBLIC = [
    "example.org",
    "93.184.216.34",
    "localhost.example.org",
    "10.0.0.1",
    "[2606:2800::1]:80",
    "127.example.org",
]


@pytest.mark.parametrize("host", LOOPBACK)
def test_this_machine_needs_no_contact(host):
    """A test or a demo asks nobody but its user."""
    assert is_this_machine(host)
    require_contact([host], None)


@pytest.mark.parametrize("host", PUBLIC)
def test_any_other_host_needs_one(host):
    """The message names the host and says how."""
    with pytest.raises(ContactNeededError, match=r"--contact.*HARVESTER_CONTACT") as caught:
        require_contact(["localhost", host], None)
    assert host in str(caught.value)
    require_contact([host], "desk@press.example")
