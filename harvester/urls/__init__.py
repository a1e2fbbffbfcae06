"""URLs: a link as printed in, the address to request and the key of the article out. Pure.

Three spellings of one address, each for one purpose: ``fetch_form`` is requested, ``identity_key``
tells whether two addresses are one article, ``redacted`` is logged.
"""

from harvester.urls.canonical import is_acceptable_canonical
from harvester.urls.forms import fetch_form, host_of
from harvester.urls.hosts import plain_host, registrable_domain
from harvester.urls.identity import KEY_VERSION, article_id, identity_key
from harvester.urls.links import absolute
from harvester.urls.redaction import redacted

__all__ = [
    "KEY_VERSION",
    "absolute",
    "article_id",
    "fetch_form",
    "host_of",
    "identity_key",
    "is_acceptable_canonical",
    "plain_host",
    "redacted",
    "registrable_domain",
]
