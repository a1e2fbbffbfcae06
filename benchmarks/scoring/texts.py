"""Normal forms of text: what counts as the same."""

import html
import re
import unicodedata

WORD = re.compile(r"\w+")
# Scripts written without spaces: one character is one word, else a whole clause would be one.
UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])"
)
TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2013\u2014", "-"),
        "\u00a0": " ",
        "\u00ad": None,
        "\u200b": None,
        "\u2026": "...",
    }
)


def words(text):
    """The words of a text, in order, as written."""
    text = text or ""
    if UNSPACED.search(text):
        text = UNSPACED.sub(r" \1 ", text)
    return WORD.findall(text)


def one_line(text):
    """White space squeezed, nothing else changed."""
    return re.sub(r"\s+", " ", text or "").strip()


def folded(text):
    """NFKC, entities read, quotes and dashes made plain, white space squeezed, case folded."""
    plain = html.unescape(str(text or "")).translate(TYPOGRAPHY)
    return one_line(unicodedata.normalize("NFKC", plain).translate(TYPOGRAPHY)).casefold()


def letters(text):
    """Letters and digits of the folded text, nothing between them."""
    return re.sub(r"\W+", "", folded(text))


def lines(text):
    """The lines of a text that say anything."""
    return [line for line in (text or "").split("\n") if line.strip()]
