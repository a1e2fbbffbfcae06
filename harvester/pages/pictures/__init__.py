"""Pictures of a page: which there are, at what address, with what caption; ``pages.figures`` asks."""
