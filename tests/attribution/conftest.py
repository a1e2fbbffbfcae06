import time
from contextlib import contextmanager

import pytest


@pytest.fixture(scope="session")
def quick():
    """Return a context that fails when its body takes more CPU seconds than allowed."""

    @contextmanager
    def limit(seconds):
        start = time.process_time()
        yield
        assert time.process_time() - start < seconds

    return limit
