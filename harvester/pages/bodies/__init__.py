"""Which blocks of a page are its text: measured block by block, judged by small learned trees.

A ``Document`` and the place of its headline in, the blocks of text in reading order out.
"""
