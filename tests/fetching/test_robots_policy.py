"""What a page says of its use by robots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.fetching.robots_policy import robots_policy

FREE = (False, False, False)
HEADERS = [
    ([], FREE),
    (["all"], FREE),
    (["noindex"], (True, False, False)),
    (["NoIndex , NOFOLLOW"], (True, False, True)),
    (["none"], (True, True, True)),
    (["noarchive"], (False, True, False)),
    (["nocache"], (False, True, False)),
    (["noarchive", "noindex"], (True, True, False)),
    (["harvester: noindex"], (True, False, False)),
    (["Harvester : noindex, noarchive"], (True, True, False)),
    (["otherbot: noindex, nofollow"], FREE),
    (["otherbot: noindex, harvester: noarchive"], (False, True, False)),
    (["noarchive, otherbot: noindex"], (False, True, False)),
    (["googlebot-news: noindex", "noarchive"], (False, True, False)),
    (["unavailable_after: 25 Jun 2030 15:00:00 PST"], FREE),
    (["max-snippet: 20, noindex"], (True, False, False)),
    (["max-image-preview:large, noarchive"], (False, True, False)),
    (["unavailable_after: Sat, 25 Jun 2030 15:00:00 GMT, noindex"], (True, False, False)),
    (["noindexing, no index"], FREE),
    ([" , ,: ,"], FREE),
]


@pytest.mark.parametrize(("headers", "expected"), HEADERS)
def test_headers_speak_to_all_robots_or_to_one_by_name(headers, expected):
    """A name holds until the next one; a rule with a value is no name."""
    policy = robots_policy(headers)
    assert (policy.noindex, policy.noarchive, policy.nofollow) == expected


METAS = [
    ([("robots", "noindex")], (True, False, False)),
    ([("ROBOTS", "None")], (True, True, True)),
    ([("harvester", "noarchive")], (False, True, False)),
    ([("otherbot", "noindex"), ("googlebot-news", "noindex")], FREE),
    ([("robots", "index, follow, max-image-preview:large")], FREE),
    ([("robots", "noarchive"), ("harvester", "noindex")], (True, True, False)),
    ([("description", "noindex")], FREE),
]


@pytest.mark.parametrize(("metas", "expected"), METAS)
def test_meta_elements_speak_to_all_robots_or_to_one_by_name(metas, expected):
    """Those for other robots are not ours."""
    policy = robots_policy([], metas)
    assert (policy.noindex, policy.noarchive, policy.nofollow) == expected


def test_what_the_page_says_is_kept_as_said():
    """Headers first; those of other robots, too, for they are facts of the page."""
    policy = robots_policy(["otherbot: noindex"], [("robots", " noarchive,  nofollow ")])
    assert policy.raw == "otherbot: noindex, noarchive, nofollow"
    assert robots_policy([], [("viewport", "width")]).raw is None


@given(
    st.lists(st.text(max_size=80), max_size=4),
    st.lists(st.tuples(st.text(max_size=9), st.text(max_size=40)), max_size=3),
)
def test_no_text_makes_it_fail(headers, metas):
    """Whatever a server sends, there is a policy."""
    assert robots_policy(headers, metas) is not None
