"""Page bytes in, ``Article`` out: headline, byline, dates, body, images, rails, a module for each field.

Pure: no network, no clock, no file but the word lists beside the code. A page is parsed once
(``Document``), walked once (``walk``), and every field asks what the walk found.
"""
