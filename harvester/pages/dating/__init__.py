"""Evidence of when an article appeared and changed: what the page's data, head, text and address say."""
