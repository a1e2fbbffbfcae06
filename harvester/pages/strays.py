"""Content that the parser left in the head: HTML5 allows to leave out ``</head>`` and ``<body>``."""

from typing import Final

from harvester.pages.walk import Element

_OF_HEAD: Final = frozenset(
    ("title", "meta", "link", "script", "style", "base", "noscript", "template", "object", "basefont")
)
"""What a head may hold. The parser knows the elements of HTML 4, and leaves ``main`` there as well."""


def body_of(root: Element) -> Element:
    """Return the ``body``, with what is no head moved to its front; all there is where there is none."""
    head, body = root.find("head"), root.find("body")
    if head is None:
        return root if body is None else body
    strays = [child for child in head if child.tag not in _OF_HEAD]
    if not strays:
        return root if body is None else body
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    for place, stray in enumerate(strays):
        body.insert(place, stray)
    return body
