"""A run of text while it is being read: what stands between two block-level tags."""

from typing import Final

from harvester.pages.spaces import BREAK, folded, stretches
from harvester.pages.walk import Anchor, Block, Box, Element, Walk

_PREFORMATTED: Final = "pre"


class Run:
    """The texts since the last block-level tag, with the links and the bold words in them."""

    def __init__(self, walk: Walk) -> None:
        """Start with nothing; what is read ends in the walk's blocks."""
        self.blocks, self.mute = walk.blocks, walk.mute
        self.texts: list[str] = []
        self.anchors: list[Anchor] = []
        self.link: Element | None = None
        """The link that is open; it may go on after the run."""
        self._href = self._rel = ""
        self._link_from = 0
        self._link_chars = 0
        self._whole = ""
        self._whole_to = 0
        """The text of a link with which the run begins, and how many texts it is; 0: there is none."""
        self._bold_from = -1
        self._bold_chars = 0

    @property
    def is_bold(self) -> bool:
        """True inside an element that sets its words bold."""
        return self._bold_from >= 0

    def begin_link(self, link: Element) -> None:
        """Note that a link begins here."""
        self.link, self._link_from = link, len(self.texts)
        self._href, self._rel = link.get("href") or "", link.get("rel") or ""

    def end_link(self) -> None:
        """Note that the link ends here."""
        if self.link is not None:
            self._note_link(self.link)
        self.link = None

    def _note_link(self, link: Element) -> None:
        """Note the part of a link that the run holds."""
        texts = self.texts
        here = len(texts)
        text = ""
        if here > self._link_from:
            text = folded("".join(texts[self._link_from :]).replace(BREAK, " "))
            self._link_chars += len(text)
            if not self._link_from and BREAK not in texts:
                self._whole, self._whole_to = text, here
        self.anchors.append(Anchor(link, text, self._href, self._rel))
        self._link_from = here

    def begin_bold(self) -> None:
        """Note that bold words begin here."""
        self._bold_from = len(self.texts)

    def end_bold(self) -> None:
        """Note that they end here."""
        self._bold_chars += len("".join(self.texts[self._bold_from :]).strip())
        self._bold_from = -1

    @property
    def has_words(self) -> bool:
        """True where the run is not empty, nor white space alone."""
        return bool(self.texts) and "".join(self.texts).replace(BREAK, "").strip() != ""

    def flush(self, box: Box, flags: int) -> None:
        """End the run: it is a block, or several where line breaks part it."""
        if self.link is not None:
            self._note_link(self.link)
        blocks, anchors = self.blocks, self.anchors
        texts = self._folded(box)
        if len(texts) == 1:
            chars, bold = self._link_chars, self._bold_chars
            blocks.append(Block(texts[0], box, len(blocks), flags, tuple(anchors), chars, bold))
        elif not texts:
            self.mute.extend((anchor, box) for anchor in anchors)
        else:
            for text in texts:
                links = _links_in(text, anchors)
                chars = sum(len(link.text) for link in links)
                blocks.append(Block(text, box, len(blocks), flags, links, chars))
        self.texts.clear()
        anchors.clear()
        self._link_from = self._link_chars = self._bold_chars = self._whole_to = 0
        self._bold_from = min(self._bold_from, 0)

    def _folded(self, box: Box) -> list[str]:
        """Return the texts of the run; where a link is all of it, its text is folded already."""
        texts, is_preformatted = self.texts, box.tag == _PREFORMATTED
        if self._whole_to and not is_preformatted:
            rest = len(texts) - self._whole_to
            if not rest or (rest == 1 and texts[-1].isspace()):
                return [self._whole] if self._whole else []
        return stretches("".join(texts), is_preformatted=is_preformatted)


def _links_in(text: str, anchors: list[Anchor]) -> tuple[Anchor, ...]:
    """Return the links of a run that lie in one of its stretches."""
    return tuple(anchor for anchor in anchors if anchor.text and anchor.text in text.replace("\n", " "))
