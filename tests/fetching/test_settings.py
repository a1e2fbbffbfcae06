"""What differs from Scrapy's defaults."""

import re
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.settings import Settings, default_settings
from scrapy.utils.misc import load_object

import harvester.settings
from harvester.fetching.one import project_settings
from tests.fetching.wire import run, settings_for

OFF = [
    "REMOTE_CONTROL_ENABLED",
    "TELNETCONSOLE_ENABLED",
    "COOKIES_ENABLED",
    "HTTPPROXY_ENABLED",
    "RETRY_ENABLED",
]


@pytest.mark.parametrize("name", OFF)
def test_what_must_be_off_is_off(name):
    """And is on in Scrapy."""
    assert not project_settings().getbool(name)
    assert Settings().getbool(name)


@pytest.mark.parametrize("scheme", ["file", "ftp", "s3", "data"])
def test_other_schemes_have_no_handler(scheme):
    """A link must not choose what is read."""
    assert project_settings().getwithbase("DOWNLOAD_HANDLERS")[scheme] is None


def test_every_component_is_there():
    """Each name in the settings can be imported."""
    settings = project_settings()
    names = [*settings["DOWNLOADER_MIDDLEWARES"], *settings["SPIDER_MIDDLEWARES"], *settings["EXTENSIONS"]]
    names += [
        settings["DOWNLOADER"],
        settings["LOG_FORMATTER"],
        *filter(None, settings["DOWNLOAD_HANDLERS"].values()),
    ]
    assert all(load_object(name) for name in names)


class Open(BaseDownloadHandler):
    """A handler without a guard."""


@pytest.mark.parametrize("priority", ["project", "cmdline"])
def test_no_setting_takes_the_address_guard_away(priority):
    """A crawl with another handler does not begin, and the message says which setting is to blame."""
    settings = settings_for()
    settings.set("DOWNLOAD_HANDLERS", {"http": Open}, priority=priority)
    with pytest.raises(ValueError, match=r"DOWNLOAD_HANDLERS: \w+ has no address guard"):
        run([Request("http://127.0.0.1/")], settings)


def test_every_setting_is_scrapy_s_or_ours():
    """A name that nobody reads would be a mistake."""
    known = {name for name in dir(default_settings) if name.isupper()}
    ours = {name for name in dir(harvester.settings) if name.isupper()} - {"LIMITS"}
    assert {name for name in ours - known if not name.startswith("HARVESTER_")} <= {"AGENT"}


def test_settings_can_be_copied():
    """Scrapy does, for every crawler."""
    assert project_settings().copy()["HARVESTER_LIMITS"] == project_settings()["HARVESTER_LIMITS"]


def test_the_sign_of_scrapy_is_nowhere():
    """Sites see harvester."""
    assert re.match(r"harvester/\d", project_settings()["USER_AGENT"])
    assert (
        "scrapy"
        not in Path(harvester.settings.__file__).read_text().split("USER_AGENT")[1].splitlines()[0].lower()
    )
