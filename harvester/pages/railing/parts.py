"""The elements of a cell: what the reader of teasers is given."""

from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.walk import Element


def parts_of(cells: Cells, cell: Cell, following: Cell | None) -> tuple[Element, ...]:
    """Return the elements of a cell: its box and what stands between it and the next one, or its links."""
    links = tuple(dict.fromkeys(anchor.element for anchor in cell.offer.anchors))
    if cell.box is None or any(link in links for link in cell.box.element.iterancestors("a")):
        return links
    if following is None or following.box is None or following.parent is not cell.parent:
        return (cell.box.element,)
    between = (block.box for block in cells.blocks(cell.stop, following.start))
    return (cell.box.element, *dict.fromkeys(box.element for box in between if box is not cell.parent))
