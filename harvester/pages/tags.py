"""What each HTML tag is to a reader: a block, a word in a line, a picture, or nothing to see."""

from typing import Final

INLINE: Final = 0
BLOCK: Final = 1
SKIPPED: Final = 2
LINK: Final = 3
BREAK: Final = 4
BOLD: Final = 5
MEDIUM: Final = 6
CLOCK: Final = 7
UNSCRIPTED: Final = 8
CUSTOM: Final = 9
"""An element that a site made up: a box, or in a line of text a part of it."""
LINES: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
"""What holds lines and no boxes."""


_BLOCKS: Final = """
    address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu
    nav ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul xmp
"""
_SKIPPED: Final = """
    area base basefont canvas datalist head input link map math meta noembed param rp rt rtc script
    style svg template textarea title
"""
_MEDIA: Final = """
    img amp-img image video amp-video amp-youtube amp-iframe amp-anim audio amp-audio iframe frame embed
    object
"""
_INLINES: Final = """
    abbr acronym applet bdi bdo big center cite code content data del dfn em font i ins kbd label mark
    meter nobr output path progress q rb rp ruby s samp slot small source span strike sub sup track tt u use
    var wbr
"""
"""Unknown elements are inline, too; those that pages are full of are looked up faster."""
UNCLOSED: Final = frozenset(("embed", "image"))
"""Empty elements that the parser does not know as such: it puts what follows inside.

``source``, ``track`` and ``wbr`` are more of them; they show nothing themselves and are read as inline.
"""


class _Kinds(dict[object, int]):
    """How each tag is treated: unknown ones are inline, those with a hyphen are made up by the site."""

    def __missing__(self, tag: object) -> int:
        if not isinstance(tag, str):
            return SKIPPED
        return CUSTOM if "-" in tag else INLINE


KINDS: Final = _Kinds(
    {
        **dict.fromkeys(_INLINES.split(), INLINE),
        **dict.fromkeys(_BLOCKS.split(), BLOCK),
        **dict.fromkeys(_SKIPPED.split(), SKIPPED),
        **dict.fromkeys(_MEDIA.split(), MEDIUM),
        **dict.fromkeys(("b", "strong"), BOLD),
        "a": LINK,
        "br": BREAK,
        "time": CLOCK,
        "noscript": UNSCRIPTED,
    }
)
