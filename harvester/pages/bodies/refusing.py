"""Blocks that are no text, however they stand: hidden, labels, links, boxes of others; nothing learned."""

import re
from string import ascii_letters
from typing import Final

from harvester.pages.bodies.features import Rows
from harvester.pages.bodies.furniture import SCRIPTS, is_divider, is_label, lead_in, purpose_of
from harvester.pages.bodies.measures import LINKED
from harvester.pages.bodies.names import BIT
from harvester.pages.bodies.notices import is_notice, tells_readers
from harvester.pages.bodies.strangers import strange_blocks
from harvester.pages.flags import CAPTION, HEADING, HIDDEN, LIST, TABLE, UNHEARD
from harvester.pages.walk import Block, Box

_UNSEEN: Final = HIDDEN | UNHEARD | CAPTION
_SHORTEST: Final = 2
"""Characters of the shortest text; one letter alone is left of a picture or a button."""
_LABEL: Final = 60
"""Characters of the longest label."""
_LETTERS: Final = 0.2
"""Share of letters below which a long text is a row of signs."""
_NO_LATIN: Final = bytes(set(range(256)).difference(ascii_letters.encode()))
_LINK: Final = 0.8
"""Share of link text from which a line is a link."""
_LEGEND: Final = 150
"""Characters of the longest line below a picture."""
_PICTURES: Final = frozenset(("img", "amp-img", "picture"))
_CENTRED: Final = re.compile(r"text-align\s*:\s*center")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d")
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_LEADING: Final = 0.1
"""The same for a request that is set like the text."""
_SPONSORED: Final = 0.3
"""The same for a link that is paid for."""
_MOST: Final = 0.4
"""Share of the prose from which a box is the article's, whatever its name or heading."""
_ALIKE: Final = 0.25
"""Share of the prose that is set like a block, from which it is the article's below any heading."""
_APART: Final = BIT["comment"] | BIT["modal"]
_ASKING: Final = frozenset((2, 3, 4, 5))
"""Purposes of lines: to subscribe, to share, to comment, to buy."""
_REQUEST: Final = 9
"""Letters of the shortest opening that is surely no other sentence's."""
_RIGHTS: Final = 7
_LINE: Final = 200
"""Characters of the longest line that is nothing but a request."""
_SENTENCE_END: Final = re.compile(r"[.!?]\s+")
_OTHERS: Final = frozenset((1, 2, 4))
"""Purposes of headings that speak for the boxes below them: more to read, newsletters, comments."""


class Refusal:
    """Tells which blocks of one page are refused."""

    def __init__(self, rows: Rows) -> None:
        """Keep what was measured of the page."""
        self.rows, self.measures = rows, rows.measures
        self.pictured = {medium.at for medium in self.measures.walk.media if medium.tag in _PICTURES}
        best = rows.regions.best
        self.last = self._last_of_best()
        self.unseen = _UNSEEN & ~best.flags
        self.around_best = self.measures.around(best)
        self.strange = frozenset(strange_blocks(rows))

    def __call__(self, block: Block) -> bool:
        """Tell whether a block is no text; the cheap reasons come first."""
        return (
            bool(block.flags & self.unseen)
            or block.index in self.strange
            or self._is_label(block)
            or self._is_link(block)
            or is_notice(block.text)
            or self._is_elsewhere(block)
            or self._is_legend(block)
        )

    def _last_of_best(self) -> int:
        """Return the index of the last prose directly in the box with the most of it."""
        best, prose = self.rows.regions.best, self.measures.prose
        holders = self.rows.regions.holders
        own = (i for i in range(best.start, best.stop) if prose[i] and holders[i] is best)
        return max(own, default=len(prose))

    def _is_rule(self, block: Block) -> bool:
        """Tell whether a sentence behind the text, in a box of its own, is of the rules for comments."""
        regions = self.rows.regions
        return regions.holders[block.index] is not regions.best and tells_readers(block.text)

    def _is_label(self, block: Block) -> bool:
        """Tell whether a line is a label, or has hardly any letter."""
        text = block.text
        if len(text) < _SHORTEST and not block.flags & TABLE:
            return True
        if len(text) <= _LABEL:
            is_sign = self._is_phrase(block) or _is_of_no_letter(block)
            return is_sign or self._is_notice(block) or _is_address(text)
        return self._is_notice(block) or (not block.flags & TABLE and _is_of_signs(text))

    def _is_phrase(self, block: Block) -> bool:
        """Tell whether a line is an opening of furniture and nothing more; links are not measured for it."""
        measures, i = self.measures, block.index
        return (measures.purposes[i] > 0 or measures.links[i] >= LINKED) and is_label(block.text)

    def _is_notice(self, block: Block) -> bool:
        """Tell whether a line says whose the rights are."""
        if len(block.text) > _LINE:
            return False
        if self.measures.purposes[block.index] != _RIGHTS:
            return block.text.startswith("©")
        opening = lead_in(block.text, spare=0).lower()
        return opening[-1:] >= SCRIPTS or "©" in opening or "copyright" in opening

    def _is_link(self, block: Block) -> bool:
        """Tell whether a line leads elsewhere: a link of such words, words that lead to one, a paid one."""
        share = self.measures.links[block.index]
        if not share:
            return False
        text = block.text
        if share >= _LINK:
            return not block.flags & (HEADING | LIST | TABLE) or bool(purpose_of(text))
        if len(text) - block.link_chars <= len(lead_in(text)):
            return True
        return share >= _SPONSORED and any("sponsored" in a.rel for a in block.links)

    def _is_legend(self, block: Block) -> bool:
        """Tell whether a line is set in the middle below a picture, and the next paragraph is not."""
        if block.index not in self.pictured or len(block.text) > _LEGEND or not _is_centred(block):
            return False
        following = self.rows.blocks[block.index + 1 : block.index + 2]
        return any(each.tag == block.tag and not _is_centred(each) for each in following)

    def _is_elsewhere(self, block: Block) -> bool:
        """Tell whether a block stands in a box that its name, or the heading above, says is another's."""
        m, regions, box, i = self.measures, self.rows.regions, block.box, block.index
        around = m.around(box) & ~self.around_best
        if around & BIT["never"] and m.prose_in(box.start, box.stop) < _MOST:
            return True
        if regions.alike_of(block) >= _ALIKE:
            return m.links[i] >= _LEADING and self._is_asking(block, 0)
        if i > self.last and self._is_rule(block):
            return True
        is_outside = not regions.core.start <= i < regions.core.stop
        if around & _APART or (is_outside and around & BIT["edge"]):
            return True
        return self._is_asking(block, around) or self._is_below(i, regions.best)

    def _is_asking(self, block: Block, around: int) -> bool:
        """Tell whether a line opens like a request, or a box of such a name holds one."""
        if around & BIT["ask"]:
            return any(purpose_of(sentence) in _ASKING for sentence in _SENTENCE_END.split(block.text))
        is_request = self.measures.purposes[block.index] in _ASKING and not block.flags & HEADING
        if not is_request or len(block.text) > _LINE:
            return False
        return len(lead_in(block.text, spare=0)) >= _REQUEST

    def _is_below(self, i: int, best: Box) -> bool:
        """Tell whether the heading above a block is that of a rail or a letter, and not of the text."""
        reach = self.measures.reaches[i]
        if reach is None or self.measures.sections[i] not in _OTHERS:
            return False
        return not (reach.start <= best.start and best.stop <= reach.stop)


def _is_centred(block: Block) -> bool:
    """Tell whether a text is set in the middle, by its own markup."""
    element = block.box.element
    return element.get("align") == "center" or _CENTRED.search(element.get("style") or "") is not None


def _is_of_no_letter(block: Block) -> bool:
    """Tell whether a line is signs, or a time of day as above the entries of a live report: "14:05"."""
    text = block.text
    if not any(map(str.isalnum, text)):
        return not is_divider(text)
    return text[0].isdigit() and _CLOCK.fullmatch(text) is not None and not block.flags & TABLE


def _is_of_signs(text: str) -> bool:
    """Tell whether a text has hardly any letter; most have Latin ones enough, and these are soon counted."""
    least = len(text) * _LETTERS
    if len(text.encode("utf-8", "surrogatepass").translate(None, _NO_LATIN)) >= least:
        return False
    return sum(map(str.isalpha, text)) < least


def _is_address(text: str) -> bool:
    """Tell whether a line is for the greater part an address to write to."""
    found = _MAIL.search(text) if "@" in text else None
    return found is not None and len(found[0]) * 2 >= len(text)
