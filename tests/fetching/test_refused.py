"""The stable words of refusals."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import IgnoreRequest

from harvester.fetching.refused import OUTCOMES, Reason, Refused, RefusedOutcome, is_passing


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_has_an_outcome(reason):
    """And what is deferred is what may be tried again."""
    refused = Refused(reason)
    assert refused.outcome in get_args(RefusedOutcome)
    assert refused.retryable == (refused.outcome == "deferred")
    assert str(refused) == reason


def test_only_reasons_have_outcomes():
    """No word is left over in the table."""
    assert set(OUTCOMES) <= set(get_args(Reason))


def test_scrapy_takes_it_for_what_it_is():
    """An ``IgnoreRequest`` goes to the errback, without a traceback in the log."""
    assert issubclass(Refused, IgnoreRequest)
    assert str(Refused("timeout", "20 s")) == "timeout: 20 s"


@given(st.integers(100, 999))
def test_a_status_passes_or_lasts(status):
    """Never both; what lasts is no reason to come back."""
    refused = Refused("bad_status", status=status)
    assert refused.retryable == is_passing(status)
