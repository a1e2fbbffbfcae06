"""Dates that elements tell machines: ``time``, and ``abbr`` with a title."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from harvester.pages.dating.claims import Claim, Of, Setting
from harvester.pages.dating.marks import marks
from harvester.pages.dating.nearness import ELSEWHERE, Shown, distance
from harvester.pages.document import Document
from harvester.pages.walk import Clock

_LONGEST: Final = 160
_CLOCKS: Final = 200
_ROW: Final = 3
"""So many dates in boxes of the same name are those of other articles."""
_MARKED: Final = 3.0
_CLOCK: Final = 1.75
_FAR: Final = 30


def clocks(document: Document, headline: int | None, setting: Setting) -> Iterator[Shown]:
    """Yield the dates of ``time`` elements."""
    found = [clock for clock in document.walk.clocks[:_CLOCKS] if not clock.flags & ELSEWHERE]
    names = Counter(clock.box.name for clock in found)
    for clock in found:
        raw = (clock.element.get("datetime") or "").strip() or "".join(clock.element.itertext())
        moment, kind = setting.read(raw), _kind_of(clock, document)
        if moment is None or kind is None:
            continue
        of, is_marked = kind
        is_in_row = names[clock.box.name] >= _ROW
        cost = distance(clock.at, clock.flags, headline) - 5 * is_marked + 10 * is_in_row
        yield Shown(
            Claim(of, raw, moment, "markup", "time", _MARKED if is_marked else _CLOCK), cost, clock.at
        )


def stamps(document: Document, headline: int | None, setting: Setting) -> Iterator[Shown]:
    """Yield the first of each kind in the ``abbr`` of an hAtom entry: ``class="published" title="..."``."""
    box = document.walk.blocks[headline].box if headline is not None else None
    entry = next((around for around in box.ancestors() if "hentry" in around.name), None) if box else None
    seen: set[Of] = set()
    for element in entry.element.iter("abbr") if entry else ():
        named = marks().named.search((element.get("class") or "").lower())
        of: Of = "modified" if named and named["modified"] else "published"
        moment = setting.read(element.get("title") or "") if named and of not in seen else None
        if moment:
            seen.add(of)
            yield Shown(Claim(of, element.get("title") or "", moment, "markup", "abbr", _MARKED), _FAR)


def _kind_of(clock: Clock, document: Document) -> tuple[Of, bool] | None:
    """Return which date a ``time`` element shows, and whether it says so; ``None`` for another thing's."""
    element = clock.element
    said = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    if "pubdate" in element.attrib or "datepublished" in said:
        return "published", True
    named = marks().named.search(said)
    if "datemodified" in said or (named and named["modified"]):
        return "modified", True
    blocks = document.walk.blocks
    text = blocks[clock.at].text if clock.at < len(blocks) else ""
    own = " ".join("".join(element.itertext()).split())
    before = text[: max(text.find(own), 0)] if len(text) < _LONGEST else ""
    labels = [*marks().labelled.finditer(own[:40]), *marks().labelled.finditer(before)]
    if labels and labels[-1]["other"]:
        return None
    if labels:
        return ("modified" if labels[-1]["modified"] else "published"), True
    return "published", bool(named and named["published"])
