"""What stands in front of the agency in a dateline: place, date, and who reported."""

import re
from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import is_person
from harvester.parts import Dateline

_LONGEST_PLACE: Final = 10
"""Words of place and date."""
_SMALL: Final = 3
"""Letters up to which a small word may stand in a place's name: "am", "auf"."""
_AND: Final = re.compile(r"\s?[-–,]\s?|\s(?:ve|and)\s")
_SLASHES: Final = re.compile(r"/([^/]{4,60})/")
"""An agency and its correspondent between slashes: "/Корр. ТАСС Пётр Волков/"."""
_DATED: Final = re.compile(r",\s?(?=[^,]*\d)|\.\s(?=\d)|\s(?=\d)")


def is_front(front: str) -> bool:
    """Return whether the words before the agency may be place and date: few, none a long small one."""
    words = front.replace("/", " ").split()
    small = [w for w in words if w[0].islower() and len(w) > _SMALL and not any(c.isdigit() for c in w)]
    dated = any(c.isdigit() for c in front)
    return len(words) <= _LONGEST_PLACE and len(small) <= dated * 2


def place_and_date(front: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Split "SEOUL, Aug. 20" into place and date."""
    text = front.strip(" ,-–—")
    parts = _DATED.split(text, maxsplit=1)
    if len(parts) == 1 and text[:1].isdigit() and "," in text:
        date, _, place = text.partition(",")
        return place.strip() or None, date.strip()
    if len(parts) == 1:
        return (None, text) if text[:1].isdigit() else (text or None, None)
    if lexicon.has("month", parts[0]):
        return None, text
    return parts[0].strip(" ,") or None, text[len(parts[0]) :].lstrip(" ,.")


def behind_reporters(place: str | None, lexicon: Lexicon) -> str | None:
    """Return the place in "Ada QUILL-Otto PIKE/İZMİR"; "Berlin/Frankfurt" is one."""
    names, slash, behind = (place or "").rpartition("/")
    return behind if slash and all(is_person(name, lexicon) for name in _AND.split(names)) else place


def reporters(dateline: Dateline) -> tuple[str, ...]:
    """Return who reported, where the dateline names them in front of the place: "Ada QUILL/İZMİR, (DHA)"."""
    before, found, _ = dateline.raw.partition(dateline.place or "\n")
    _, reporter, name = before.rpartition("記者") if "記者" in before else before.rpartition("记者")
    if found and reporter:
        return (name.strip(),)
    if found and before.endswith("/"):
        return tuple(_AND.split(before.rstrip("/ ")))
    named = _SLASHES.search(dateline.raw) if dateline.agency else None
    return (named[1].partition(dateline.agency or "")[2].strip(),) if named else ()
