"""Tables of figures, as markdown."""


def cell(value, digits):
    return "-" if value is None else f"{value:.{digits}f}"


def markdown(head, rows, texts=1):
    """A table; so many columns of text to the left, the others to the right."""
    rows = [[str(value) for value in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = ["-" * w if i < texts else "-" * (w - 1) + ":" for i, w in enumerate(widths)]
    return "\n".join(_line(row, widths, texts) for row in (rows[0], rule, *rows[1:]))


def _line(row, widths, texts):
    cells = (
        v.ljust(w) if i < texts else v.rjust(w) for i, (v, w) in enumerate(zip(row, widths, strict=True))
    )
    return f"| {' | '.join(cells)} |"
