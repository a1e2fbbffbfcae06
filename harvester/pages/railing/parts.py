"""The elements of a cell: what the reader of teasers is given."""

from harvester.pages.railing.cells import Cell, Cells
from harvester.pages.walk import Element


def parts_of(cells: Cells, cell: Cell) -> tuple[Element, ...]:
    """Return the elements of a cell in reading order: its box and the blocks beside it, or its links."""
    links = tuple(dict.fromkeys(anchor.element for anchor in cell.offer.anchors))
    box = cell.box
    if box is None or any(link in links for link in box.element.iterancestors("a")):
        return links
    if cell.unread or (cell.start == box.start and cell.stop == box.stop):
        return (box.element,)
    before = [
        block.box.element for block in cells.blocks(cell.start, box.start) if block.box is not cell.parent
    ]
    after = [block.box.element for block in cells.blocks(box.stop, cell.stop) if block.box is not cell.parent]
    return tuple(dict.fromkeys((*before, box.element, *after)))
