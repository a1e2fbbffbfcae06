"""From a request to a response to be trusted: addresses, robots.txt, pace, redirects, strict bodies.

The way of a request: ``downloader`` (counts it for its host) -> ``answers`` -> ``redirects`` -> ``robots``
-> ``handler`` (waits for the host's turn, connects to a checked address, decodes strictly, within limits).
Whatever brings no page ends as ``Refused`` in the request's errback; ``failure_reason`` reads any failure.

What a request may say in its ``meta``:

- ``validators``: ``Validators``, makes it conditional; only then a 304 reaches the callback;
- ``limits``: ``Limits`` of its site, else those of the run;
- ``max_bytes``: decoded, else ``limits.page_bytes``;
- ``attempt``: 1, 2, 3 ...; when it is greater than ``limits.retries``, it is the last one, and a cut or
  corrupt body comes with ``meta["truncated_reason"]`` instead of ending as ``Refused("corrupt")``;
- ``scope``: registrable domains where a redirect may lead to beside the request's own; ``"any"`` for all;
- ``tls_unverified``: true for a site whose certificate is known to be wrong; noted on the response.
"""
