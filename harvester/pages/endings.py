"""End tags that come too soon: the parser reads nothing behind ``</html>``, browsers read on."""

import re
from collections import deque
from typing import Final

from harvester.pages.walk import Element

_TAIL: Final = 2000
"""Bytes at the end of a page that are looked at."""
_TAG: Final = re.compile(rb"<([a-zA-Z][\w:-]*)")
_ENDS: Final = (b"</html", b"</HTML")
_END: Final = re.compile(rb"</(?:body|html)(?:\s[^>]{0,100})?>", re.IGNORECASE)
_SEEN: Final = re.compile(
    rb"<(?:article|aside|body|div|figure|footer|h[1-6]|header|img|li|main|nav|p|section|span|table|td|ul)[\s>]",
    re.IGNORECASE,
)


def reads_to_end(root: Element, page: bytes) -> bool:
    """Tell whether the last tag of a page is the last element of its tree: then nothing was left out."""
    tag = deque(_TAG.finditer(page, max(len(page) - _TAIL, 0)), maxlen=1)
    last = root
    while len(last):
        last = last[-1]
    if not tag or tag[0][1].decode("latin-1").lower() != last.tag:
        return False
    mark = next(iter(last.attrib.values()), None) or (last.text or "").strip()[:20]
    return bool(mark) and page.find(mark.encode("utf-8", "replace"), tag[0].start()) >= 0


def without_early_ends(page: bytes) -> bytes:
    """Return the page without ``</body>`` and ``</html>`` where text stands behind the first ``</html>``.

    An element ends without its tag where what is around it ends.
    """
    first = next((at for name in _ENDS if (at := page.find(name)) >= 0), -1)
    return _END.sub(b"", page) if first >= 0 and _SEEN.search(page, first) else page


def gathered(root: Element) -> Element:
    """Return the tree with one body: what stands behind the first one, or in a second, is in it."""
    body = root.find("body")
    if body is None:
        return root
    for element in list(body.itersiblings()):
        if element.tag == "body":
            body.extend(list(element))
            root.remove(element)
        else:
            body.append(element)
    return root
