"""The questions that the trees ask about a block: their names, and the numbers of tags."""

from typing import Final

NAMED: Final = ("copy", "text", "related", "byline", "meta", "figure", "aside")
FEATURES: Final = (
    *("size", "links", "ends", "tag", "purpose", "purpose_before", "section", "teased", "has_teaser"),
    "first_child",
    *("in_table", "in_aside", "in_figure", "foreign"),
    *(f"named_{kind}" for kind in NAMED),
    *("named_alike", "parent_prose", "grandparent_prose", "own_prose", "parent_share", "parent_density"),
    *("parent_plain", "grandparent_rank", "below_best", "from_core", "parent_links", "alike", "same"),
    *("in_core", "in_plain_core", "prose_before", "prose_after", "plain_before", "plain_after"),
    *("all_prose", "to_last", "from_headline", "intro_rank", "links_after", "size_after", "prose_next"),
    *("appeals", "persons", "appeals_after", "near_links", "commas"),
    *("asked_before", "run", "size_before", "links_before", "siblings"),
)
"""Names of the figures of a row."""
WHOLE: Final = frozenset(
    (
        *("size", "ends", "purpose", "purpose_before", "section", "teased", "has_teaser"),
        *("in_table", "in_aside", "in_figure", "foreign"),
        *(f"named_{kind}" for kind in NAMED),
        *("grandparent_rank", "below_best", "from_core", "in_core", "in_plain_core"),
        *("to_last", "from_headline", "intro_rank", "size_after"),
    )
)
"""Those that are ``int`` or ``bool`` in every row; the others are ``float`` in every row."""

TAGS: Final = {
    "p": 1.0,
    "h1": 2.0,
    "h2": 3.0,
    "h3": 4.0,
    "h4": 5.0,
    "h5": 5.0,
    "h6": 5.0,
    "li": 6.0,
    "dd": 6.0,
    "dt": 6.0,
    "td": 7.0,
    "th": 7.0,
    "blockquote": 8.0,
    "div": 9.0,
    "section": 9.0,
    "article": 9.0,
    "main": 9.0,
    "body": 9.0,
    "figcaption": 10.0,
    "pre": 11.0,
    "header": 13.0,
    "footer": 13.0,
    "aside": 13.0,
    "button": 14.0,
    "option": 14.0,
    "form": 14.0,
    "fieldset": 14.0,
}
FIRST_CHILD: Final = {
    "em": 1.0,
    "i": 1.0,
    "strong": 2.0,
    "b": 2.0,
    "a": 3.0,
    "small": 4.0,
    "img": 5.0,
    "iframe": 5.0,
    "span": 6.0,
}
OTHER_CHILD: Final = 7.0
