"""Dates and times as news sites write them."""

# ruff: noqa: E501 - a row of a table is a line
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.pages.moments import parse_moment

NEAR = datetime(2025, 6, 5, 12, tzinfo=UTC)
BERLIN = "Europe/Berlin"


def shown(raw: str, **habits) -> str | None:
    """Day and time, to the precision that is known."""
    moment = parse_moment(raw, **habits)
    if moment is None:
        return None
    form = {"day": "%Y-%m-%d", "minute": "%Y-%m-%d %H:%M", "second": "%Y-%m-%d %H:%M:%S"}[moment.precision]
    return f"{moment.value:{form}} {moment.zone}"


@pytest.mark.parametrize(
    "raw",
    [
        "2025-06-05T10:30:00+02:00", "2025-06-05T08:30:00Z", "2025-06-05T10:30:00+0200", "2025-06-05 10:30:00 +0200",
        "2025-06-05t08:30:00z", "2025-06-05T08:30:00.123456789Z", "2025-06-05T10:30:00.000+02", "2025-06-05T08:30:00 Z",
        "20250605T083000Z", "2025-06-05CEST10:30:00", "2025-06-05T10:30:00 02:00", "2025-06-05T10:30:00&#43;02:00",
        "2025-06-05T10:30:00+02:00[Europe/Berlin]", "2025-06-05T10:30:00 Europe/Berlin", "2025-06-05T04:30:00-4:00",
        "Thu, 05 Jun 2025 10:30:00 +0200", "Thu, 05 Jun 2025 08:30:00 GMT", "Thu Jun 05 10:30:00 CEST 2025",
        "Thu Jun 05 2025 10:30:00 GMT+0200 (Central European Summer Time)", "Thursday, 05-Jun-25 08:30:00 UTC",
        "Updated 10:30:00 AM GMT+2, June 05, 2025",
        "1749112200", "1749112200000", "1749112200.25", "2025/06/05 10:30:00 CEST", "  2025-06-05T08:30:00Z \n",
    ],
)  # fmt: skip
def test_machines_write_one_moment_in_many_ways(raw: str) -> None:
    """ISO 8601 whole and half, RFC 822, what programs print by default, seconds of Unix time."""
    assert shown(raw) == "2025-06-05 08:30:00 explicit"


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2025-06-05T10:30", "2025-06-05 10:30 unknown"),
        ("2025-06-05T10:30:15", "2025-06-05 10:30:15 unknown"),
        ("2025-06-05", "2025-06-05 unknown"),
        ("20250605", "2025-06-05 unknown"),
        ("20250605103015", "2025-06-05 10:30:15 unknown"),
        ("2025-06-05T00:00:00", "2025-06-05 unknown"),
        ("2025-06-05T00:00:00+02:00", "2025-06-04 22:00:00 explicit"),
        ("2025-06-05T24:00:00Z", "2025-06-06 00:00:00 explicit"),
        ("2025-6-5 9:05", "2025-06-05 09:05 unknown"),
        ("Monday 5 May 2025 14.30 BST", "2025-05-05 13:30 explicit"),
        ("5 May 2025 at 2:30pm EDT", "2025-05-05 18:30 explicit"),
        ("June 5, 2025, 10:30 a.m. ET", "2025-06-05 14:30 explicit"),
        ("Jun 5, 2025 / 10:30 AM EDT / The Harbour News", "2025-06-05 14:30 explicit"),
        ("Published 10:30 IST, June 5th 2025", "2025-06-05 05:00 explicit"),
        ("June 5th, 2025 12:30 AM", "2025-06-05 00:30 unknown"),
        ("Thursday June 5 2025 10:30", "2025-06-05 10:30 unknown"),
        ("June 5, 2025 | Updated June 6, 2025", "2025-06-05 unknown"),
        ("Stand: 05.06.2025 10:30 Uhr", "2025-06-05 10:30 unknown"),
        ("5. Juni 2025, 10:30 Uhr MESZ", "2025-06-05 08:30 explicit"),
        ("05.06.25", "2025-06-05 unknown"),
        ("05.06.2025 - 10:30", "2025-06-05 10:30 unknown"),
        ("10:30 05.06.2025", "2025-06-05 10:30 unknown"),
        ("5. Jänner 2025", "2025-01-05 unknown"),
        ("mar. 5 mai 2025 à 14h30", "2025-05-05 14:30 unknown"),
        ("Publié le 5 juin 2025 à 10 h 30", "2025-06-05 10:30 unknown"),
        ("1er août 2025", "2025-08-01 unknown"),
        ("jueves, 5 de junio de 2025", "2025-06-05 unknown"),
        ("5 giugno 2025 alle 10:30", "2025-06-05 10:30 unknown"),
        ("5 de junho de 2025 às 10h30", "2025-06-05 10:30 unknown"),
        ("05/jun/2025 10h30", "2025-06-05 10:30 unknown"),
        ("5 mei 2025 om 10.30 uur", "2025-05-05 10:30 unknown"),
        ("czwartek, 5 czerwca 2025, 10:30", "2025-06-05 10:30 unknown"),
        ("5. června 2025 10:30", "2025-06-05 10:30 unknown"),
        ("5. 6. 2025 10:30", "2025-06-05 10:30 unknown"),
        ("den 5 juni 2025 kl. 10.30", "2025-06-05 10:30 unknown"),
        ("to 5.6.2025 klo 10.30", "2025-06-05 10:30 unknown"),
        ("5. kesäkuuta 2025", "2025-06-05 unknown"),
        ("2025. június 5. 10:30", "2025-06-05 10:30 unknown"),
        ("2025. 06. 05. 10:30", "2025-06-05 10:30 unknown"),
        ("5 iunie 2025, 10:30", "2025-06-05 10:30 unknown"),
        ("5 Haziran 2025 Perşembe 10:30", "2025-06-05 10:30 unknown"),
        ("5 июня 2025, 10:30 (МСК)", "2025-06-05 07:30 explicit"),
        ("5 червня 2025 10:30", "2025-06-05 10:30 unknown"),
        ("05 юни 2025, 10:30 ч.", "2025-06-05 10:30 unknown"),
        ("5. lipnja 2025. u 10:30", "2025-06-05 10:30 unknown"),
        ("5. јун 2025.", "2025-06-05 unknown"),
        ("5 Ιουνίου 2025, 10:30", "2025-06-05 10:30 unknown"),
        ("5 Ιουνίου 2025, 3:20 μ.μ.", "2025-06-05 15:20 unknown"),
        ("الخميس 5 يونيو 2025 10:30", "2025-06-05 10:30 unknown"),
        ("٥ يونيو ٢٠٢٥", "2025-06-05 unknown"),
        ("5 كانون الثاني 2025", "2025-01-05 unknown"),
        ("5 ביוני 2025", "2025-06-05 unknown"),
        ("5 जून 2025", "2025-06-05 unknown"),
        ("5 फरवरी 2025", "2025-02-05 unknown"),
        ("2025年6月5日 10時30分", "2025-06-05 10:30 unknown"),
        ("2025年06月05日 下午3:20", "2025-06-05 15:20 unknown"),
        ("2025.06.05. 오전 10:30", "2025-06-05 10:30 unknown"),
        ("2025년 6월 5일 15시 20분", "2025-06-05 15:20 unknown"),
        ("5 มิถุนายน 2568", "2025-06-05 unknown"),
        ("5 มิ.ย. 68", "2025-06-05 unknown"),
        ("平成31年4月30日", "2019-04-30 unknown"),
        ("令和元年5月1日", "2019-05-01 unknown"),
        ("民國114年6月5日", "2025-06-05 unknown"),
        ("۱۵ خرداد ۱۴۰۴", "2025-06-05 unknown"),
        ("۱۴۰۴/۰۳/۱۵", "2025-06-05 unknown"),
        ("۱۵/۰۳/۱۴۰۴", "2025-06-05 unknown"),
        ("Thứ năm, 5/6/2025, 11:21 (GMT+7)", None),
        ("Kamis, 5 Juni 2025 | 10:30 WIB", "2025-06-05 03:30 explicit"),
        ("2025 m. birželio 5 d. 10:30", "2025-06-05 10:30 unknown"),
        ("2025. gada 5. jūnijs", "2025-06-05 unknown"),
        ("5-Jun-2025", "2025-06-05 unknown"),
        ("05-06-2025", "2025-06-05 unknown"),
        ("5 June 2025 10am", "2025-06-05 10:00 unknown"),
        ("5 juin 14h30", None),
    ],
)  # fmt: skip
def test_what_is_printed_is_read_in_the_language_it_is_printed_in(raw: str, moment: str | None) -> None:
    """Months have names, clocks have halves, zones have abbreviations; words around do not matter."""
    assert shown(raw) == moment


@pytest.mark.parametrize(
    ("raw", "habits", "moment"),
    [
        ("06/05/2025", {}, None),
        ("06/05/2025", {"language": "en"}, None),
        ("06/05/2025", {"language": "en-US"}, "2025-06-05 unknown"),
        ("06/05/2025", {"language": "en-GB"}, "2025-05-06 unknown"),
        ("06/05/2025", {"language": "fr"}, "2025-05-06 unknown"),
        ("06/05/2025", {"zone": "America/New_York"}, "2025-06-05 unknown"),
        ("06/05/2025", {"zone": "Europe/London"}, "2025-05-06 unknown"),
        ("06/25/2025", {}, "2025-06-25 unknown"),
        ("25/06/2025", {"language": "en-US"}, "2025-06-25 unknown"),
        ("05/05/2025", {}, "2025-05-05 unknown"),
        ("07/05/2025", {"near": NEAR}, "2025-05-07 unknown"),
        ("05/06/2025", {"near": NEAR}, None),
        ("5. listopada 2025", {"language": "hr"}, "2025-10-05 unknown"),
        ("5 listopada 2025", {"language": "pl"}, "2025-11-05 unknown"),
        ("25/06/05", {"language": "ja"}, "2025-06-05 unknown"),
        ("2025-06-05T10:30", {"zone": BERLIN}, "2025-06-05 08:30 site"),
        ("5. Juni 2025, 10:30 Uhr", {"zone": BERLIN}, "2025-06-05 08:30 site"),
        ("2025-01-05 10:30:00", {"zone": BERLIN}, "2025-01-05 09:30:00 site"),
        ("2025-06-05T10:30:00Z", {"zone": BERLIN}, "2025-06-05 10:30:00 explicit"),
        ("5 June 2025 10:30 IST", {"zone": "Europe/Dublin"}, "2025-06-05 09:30 explicit"),
        ("5 January 2025 10:30 IST", {"zone": "Asia/Jerusalem"}, "2025-01-05 08:30 explicit"),
        ("5 June 2025 10:30", {"zone": "Nowhere/Atall"}, "2025-06-05 10:30 unknown"),
        ("2 hours ago", {}, None),
        ("2 hours ago", {"near": NEAR}, "2025-06-05 unknown"),
        ("پنجشنبه ۱۵ خرداد", {"near": NEAR}, "2025-06-05 unknown"),
        ("۲۹ اسفند", {"near": NEAR}, "2025-03-19 unknown"),
        ("vor 5 Minuten", {"near": NEAR}, "2025-06-05 11:55 explicit"),
        ("il y a 2 jours", {"near": NEAR}, "2025-06-03 unknown"),
        ("hace una hora", {"near": NEAR}, "2025-06-05 unknown"),
        ("5 минут назад", {"near": NEAR}, "2025-06-05 11:55 explicit"),
        ("3時間前", {"near": NEAR}, "2025-06-05 unknown"),
        ("yesterday, 14:30", {"near": NEAR}, "2025-06-04 14:30 unknown"),
        ("heute, 10:30 Uhr", {"near": NEAR, "zone": BERLIN}, "2025-06-05 08:30 site"),
        ("14:30, 5 May", {"near": NEAR}, "2025-05-05 14:30 unknown"),
        ("24 December", {"near": NEAR}, "2024-12-24 unknown"),
        ("5 juin 14h30", {"near": NEAR}, "2025-06-05 14:30 unknown"),
        ("6月5日 10:30", {"near": NEAR}, "2025-06-05 10:30 unknown"),
    ],
)  # fmt: skip
def test_what_can_mean_two_is_told_by_habit_or_not_at_all(raw: str, habits: dict, moment: str | None) -> None:
    """Language and zone order day and month; "ago" needs a now; what stays open is nothing."""
    assert shown(raw, **habits) == moment


@pytest.mark.parametrize(
    "raw",
    ["", "yesterday", "2025", "10:30", "May 2025", "0001-01-01T00:00:00", "2025-13-01", "2025-02-30", "0000-00-00",
     "Thu, 32 Jun 2025", "Thu, 05 Foo 2025 10:30", "99999-01-01", "5 of 12 comments", "12.50 Euro", "+49 30 2025 6 5",
     "version 2.14.6", "9999-12-31T23:59:59-12:00", "1.2.3.2025", "123456789012345", "In 2025 5 boats", "null", "{{date}}"],
)  # fmt: skip
def test_what_is_no_moment_is_none(raw: str) -> None:
    """No such day, no day, no date."""
    assert parse_moment(raw) is None


@given(
    st.one_of(
        st.text(max_size=250),
        st.text(alphabet="0123456789-/.:T+Z ,年月日時 MayJunampvorgo٥Uhr", max_size=80),
    ),
    st.sampled_from([None, "de", "en-US", "ja"]),
    st.sampled_from([None, BERLIN, "America/New_York", "../etc/passwd", ""]),
    st.sampled_from([None, NEAR]),
)
def test_any_text_is_a_moment_or_none(
    raw: str, language: str | None, zone: str | None, near: datetime | None
) -> None:
    """Nothing raises, and a moment is in UTC."""
    moment = parse_moment(raw, zone=zone, language=language, near=near)
    assert moment is None or moment.value.tzinfo is UTC


@pytest.mark.parametrize(
    "raw", ["1" * 300_000, "5 Jun" * 60_000, "10:" * 100_000, "a" * 300_000, " " * 300_000, "5." * 150_000]
)
def test_no_text_takes_long(raw: str) -> None:
    """Only the beginning of a text is looked at."""
    started = time.process_time()
    parse_moment(raw, near=NEAR)
    assert time.process_time() - started < 0.1
