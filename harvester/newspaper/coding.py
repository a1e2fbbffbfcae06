"""Content coding: text goes out gzipped to who takes it."""

import gzip
from dataclasses import replace

from harvester.newspaper.web import Answer, Request

SHORTEST = 500
"""Smaller bodies are not worth it."""


def zipped(answer: Answer, request: Request) -> Answer:
    """The answer gzipped, where it is text of some length and the client takes it; always the same bytes."""
    is_text = (answer.header("Content-Type") or "").startswith(
        ("text/", "application/xml", "application/rss")
    )
    if not is_text or answer.length < SHORTEST or "gzip" not in request.headers.get("accept-encoding", ""):
        return answer
    body = gzip.compress(b"".join(answer.parts), compresslevel=6, mtime=0)
    coded = answer.with_headers(("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"))
    return replace(coded, parts=(body,))
