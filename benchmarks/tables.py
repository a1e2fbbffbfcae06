"""Tables of figures, as markdown."""


def cell(value, digits):
    return "-" if value is None else f"{value:.{digits}f}"


def markdown(head, rows):
    """A table: the first column to the left, the others to the right."""
    rows = [[str(value) for value in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in (rows[0], rule, *rows[1:]))


def _line(row, widths):
    first, *others = zip(row, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(value.rjust(width) for value, width in others)]
    return f"| {' | '.join(cells)} |"
