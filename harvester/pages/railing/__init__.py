"""Railing: the walk of a page in, its blocks of teasers out. ``pages.rails`` puts the steps together.

``offers`` finds the links that announce articles, by their ``addresses`` and their ``standing``; ``cells``
the part of the page that each one has; ``groups`` which cells stand together; ``headings`` what is printed
over them, ``prefixes`` what stands before a link on its line, ``lone`` where a teaser without neighbours
ends; ``judging`` which groups are rails. ``wording`` holds the words.
"""
