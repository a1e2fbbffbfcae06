"""The server speaks HTTP/1.1 over real sockets: kept lines, HEAD, gzip, bad requests."""

import gzip
import re
import socket
from datetime import date
from http.client import HTTPConnection

import pytest

from harvester.newspaper import Newspaper, serve

TODAY = date(2026, 5, 4)


@pytest.fixture
def served():
    with serve(Newspaper(today=TODAY)) as served:
        yield served


def talk(served, sent: bytes) -> bytes:
    with socket.create_connection((served.host, served.port), timeout=5) as line:
        line.sendall(sent)
        return b"".join(iter(lambda: line.recv(65536), b""))


def test_one_line_carries_many_requests(served):
    """A connection stays open from one request to the next."""
    line = HTTPConnection(served.host, served.port)
    lengths = []
    for path in ("/", "/news", "/robots.txt"):
        line.request("GET", path)
        lengths.append(len(line.getresponse().read()))
        kept = line.sock
    assert kept is line.sock
    assert all(lengths)
    line.close()


def test_requests_sent_at_once_are_answered_in_order(served):
    """Three requests in one packet get three answers, the last of which closes the line."""
    ask = b"GET /%s HTTP/1.1\r\nHost: paper.example\r\n%s\r\n"
    said = talk(
        served,
        ask % (b"about", b"") + ask % (b"nothing", b"") + ask % (b"robots.txt", b"Connection: close\r\n"),
    )
    assert re.findall(rb"HTTP/1.1 (\d+)", said) == [b"200", b"404", b"200"]


def test_request_in_small_pieces_is_understood(served):
    """A head that arrives byte by byte is one request."""
    with socket.create_connection((served.host, served.port), timeout=5) as line:
        for byte in b"GET /about HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n":
            line.sendall(bytes([byte]))
        assert line.recv(100).startswith(b"HTTP/1.1 200 OK")


def test_head_sends_no_body(served):
    """HEAD gives the length and nothing else."""
    said = talk(served, b"HEAD /about HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    head, _, body = said.partition(b"\r\n\r\n")
    assert b"Content-Length: " in head
    assert body == b""


def test_nonsense_is_answered_400(served):
    """What is no request is refused, and the line closed."""
    assert talk(served, b"HELO paper\r\n\r\n").startswith(b"HTTP/1.1 400 Bad Request")


def test_text_is_gzipped_for_who_takes_it(served):
    """The same page comes plain or gzipped, under the same ETag."""
    line = HTTPConnection(served.host, served.port)
    line.request("GET", "/news")
    bare = line.getresponse()
    page = bare.read()
    line.request("GET", "/news", headers={"Accept-Encoding": "gzip, br"})
    coded = line.getresponse()
    assert gzip.decompress(coded.read()) == page
    assert coded.headers["ETag"] == bare.headers["ETag"]
    line.close()


def test_taken_port_is_said(served):
    """Two servers on one port are refused with the system's own error."""
    with (
        pytest.raises(OSError, match="address already in use"),
        serve(Newspaper(today=TODAY), port=served.port),
    ):
        pass
