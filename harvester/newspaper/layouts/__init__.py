"""The layouts: a piece and what stands around it become a page of HTML, in four quite different ways.

``modern``     semantic HTML5 with JSON-LD; rails in asides below the text
``old``        tables, ``<br>`` and ``<font>``; meta tags only; windows-1252
``scrambled``  nested ``<div>`` with meaningless class names; a rail among the paragraphs
``portal``     the nested fields of a content management system; source and photo line close the text

Any piece can be printed in any of them: ``print_page(sheet, "old")``.
"""

from collections.abc import Callable
from typing import Final

from harvester.newspaper.layouts import modern, old, portal, scrambled
from harvester.newspaper.layouts.sheet import Sheet

LAYOUTS: Final[dict[str, Callable[[Sheet], str]]] = {
    "modern": modern.page,
    "old": old.page,
    "portal": portal.page,
    "scrambled": scrambled.page,
}


def print_page(sheet: Sheet, layout: str | None = None) -> str:
    """The page of a sheet, in its piece's own layout or in the one that is named."""
    return LAYOUTS[layout or sheet.piece.layout](sheet)
