"""The one mistake of a site file: it states something that cannot be."""


class InvalidSite(ValueError):  # noqa: N818 - the name says what the site is
    """A site file states something that cannot be."""

    def __init__(self, field: str, why: str, owner: str | None = None) -> None:
        super().__init__(why)
        self.field = field
        """The attribute at fault; the loader finds its line."""
        self.owner = owner
        """The inner class that states it, ``Page``; ``None`` for the site itself."""
