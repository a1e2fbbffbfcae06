"""Pages as another system might have made them, to learn from: other names, no teaser, a shorter text.

What trees learn from names of one site helps on no other; so each page counts once more with class names that
say nothing, every other one without what its head says, and every third one as short as news in brief.
"""

import zlib

from harvester.pages.flags import HEADING

PARAGRAPHS = 4
"""Paragraphs that a shortened text keeps."""
_SAID = {"description", "og:description", "twitter:description"}


def disguised(copy, document, labels):
    """``copy``, a second reading of the page of ``document``, changed; ``labels`` are those of its blocks."""
    number = zlib.crc32(document.url.encode())
    if number % 3 == 0:
        _shorten(copy, document, labels)
    if number % 2 == 0:
        for meta in list(copy.root.iter("meta")):
            if {(meta.get("name") or "").lower(), (meta.get("property") or "").lower()} & _SAID:
                meta.attrib.pop("content", None)
    for box in copy.walk.boxes:
        box.name = f"{zlib.crc32(box.name.encode()):d}" if box.name else ""
    return copy


def _shorten(copy, document, labels):
    """Take the paragraphs behind the first few out of the tree."""
    long = [
        block.box.element
        for block, label in zip(document.walk.blocks, labels, strict=True)
        if label and label.is_text and block.tag == "p" and not block.flags & HEADING
    ]
    places = {element: place for place, element in enumerate(document.root.iter())}
    mirrored = list(copy.root.iter())
    for element in long[PARAGRAPHS:]:
        twin = mirrored[places[element]]
        if twin.getparent() is not None and not len(twin.findall(".//p")):
            twin.getparent().remove(twin)
