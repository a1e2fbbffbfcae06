"""What the markup says of the place of a text: bits that a box inherits from those around it."""

import re
from functools import lru_cache
from typing import Final

from lxml import etree

NAV: Final = 1
"""``nav`` or role navigation, menu."""
FOOTER: Final = 2
ASIDE: Final = 4
HEADER: Final = 8
FORM: Final = 16
"""Forms, buttons, choices: things to use, not to read."""
FIGURE: Final = 32
CAPTION: Final = 64
HIDDEN: Final = 128
"""Not seen when the page opens; some sites hide a body until a script shows it."""
TABLE: Final = 256
LIST: Final = 512
QUOTE: Final = 1024
ARTICLE: Final = 2048
MAIN: Final = 4096
HEADING: Final = 8192
DIALOG: Final = 16384
UNHEARD: Final = 32768
"""``aria-hidden``: decoration, repetition, or what is no text for anybody."""

_TAGS: Final = {
    "nav": NAV,
    "footer": FOOTER,
    "aside": ASIDE,
    "header": HEADER,
    "form": FORM,
    "button": FORM,
    "select": FORM,
    "fieldset": FORM,
    "figure": FIGURE,
    "figcaption": FIGURE | CAPTION,
    "caption": CAPTION,
    "table": TABLE,
    "ul": LIST,
    "ol": LIST,
    "dl": LIST,
    "blockquote": QUOTE,
    "article": ARTICLE,
    "main": MAIN,
    "dialog": DIALOG,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HEADING),
}
_ROLES: Final = {
    "navigation": NAV,
    "menu": NAV,
    "menubar": NAV,
    "tablist": NAV,
    "contentinfo": FOOTER,
    "complementary": ASIDE,
    "banner": HEADER,
    "search": FORM,
    "form": FORM,
    "figure": FIGURE,
    "article": ARTICLE,
    "main": MAIN,
    "heading": HEADING,
    "dialog": DIALOG,
    "alertdialog": DIALOG,
}
_UNSEEN: Final = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|visuallyhidden|screen-?reader(?:s|-text|-only)?|a11y-hidden|"
    r"show-for-sr|assistive-text|element-invisible|offscreen)(?=$|[\s_-])"
)
TELLING: Final = ("sr", "hidden", "screen", "invisible", "assistive")
"""Each of these names holds one of them: most names hold none, and are not searched."""
_NOT_SHOWN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_APART: Final = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_LONGEST_NAME: Final = 1000
"""Characters of ``class`` and ``id`` that are read: enough for a style sheet of single words."""
_NAMING: Final = frozenset(
    f"data-{word}"
    for word in (
        "testid", "test-id", "test", "qa", "hook",
        "component", "component-name", "block-type", "role", "gu-name",
    )
)  # fmt: skip
"""Attributes that say what an element is where a build has made its class a hash."""
SEEN: Final = 0
UNSEEN: Final = 1
SET_APART: Final = 2


def marks_of(element: etree._Element, tag: str) -> tuple[str, int]:
    """Return what names an element, as written, and the bits of its tag, role and style."""
    marks = _TAGS.get(tag, 0)
    name = ""
    for key, value in element.items():
        if key == "class" or key == "id":  # noqa: PLR1714 - faster than a set, and asked of every attribute
            name = f"{name} {value}" if name else value
        elif key == "role":
            marks |= _ROLES.get(value, 0)
        elif key == "hidden" or (key == "style" and _NOT_SHOWN.search(value)):
            marks |= HIDDEN
        elif key == "aria-hidden" and value == "true":
            marks |= UNHEARD
        elif key[:5] == "data-" and key in _NAMING:
            name = f"{name} {value}" if name else value
    return name[:_LONGEST_NAME], marks


def is_hiding(name: str) -> bool:
    """Tell whether a name in lower case says that what it names is not for the eye."""
    return _UNSEEN.search(name) is not None


@lru_cache(maxsize=8192)
def _hides(name: str) -> bool:
    """Tell it of the class of an inline element; pages repeat a few."""
    low = name.lower()
    return any(word in low for word in TELLING) and is_hiding(low)


def is_unseen(element: etree._Element) -> bool:
    """Tell whether an inline element is not for the eye: text for screen readers, hidden by its style."""
    return look_of(element) == UNSEEN


def look_of(element: etree._Element) -> int:
    """Say how an inline element looks: in its line, ``UNSEEN``, or a block by its style, ``SET_APART``."""
    keys = element.keys()  # values are dear, and a link has half a dozen
    if "class" in keys and _hides(element.get("class", "")[:_LONGEST_NAME]):
        return UNSEEN
    if "style" in keys:
        style = element.get("style", "")
        if _NOT_SHOWN.search(style):
            return UNSEEN
        if _APART.search(style):
            return SET_APART
    return UNSEEN if "hidden" in keys else SEEN
