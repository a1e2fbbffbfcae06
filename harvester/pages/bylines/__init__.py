"""What ``byline`` is made of: the names that a page's data knows, the places of bylines, their words."""
