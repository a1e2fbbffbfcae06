"""A piece of a line to the bare name: without "by", "Handout", a licence, a date, a web path."""

import re
from functools import lru_cache
from typing import Final

from harvester.attribution.lexicon import Lexicon
from harvester.attribution.names import has_institution, is_press_office
from harvester.attribution.tidy import bare, key

_ROUNDS: Final = 3
_ARTICLE: Final = 3
"""Letters of the longest article that may be a part of a name: "Die", "Los"."""
_DROPPED: Final = 3
"""Words of the longest description at the edge of a name."""
_LICENCE: Final = re.compile(
    r"\(?\b(?:cc[ -]?0|cc[ -]by(?:[ -](?:sa|nd|nc))*(?:[ -]?\d\.\d)?(?:[ -](?:de|at|ch|igo|intl))?"
    r"|creative commons[\w .-]*|public domain|gemeinfrei|gfdl|lizenz|licen[cs]e|rights[ -]managed"
    r"|royalty[ -]free)\b\)?",
    re.IGNORECASE,
)
_LICENCES: Final = ("cc", "commons", "domain", "gemeinfrei", "gfdl", "lizenz", "licen", "rights", "royalty")
"""One of these is in every licence."""
_ADDRESS: Final = re.compile(r"(?:https?://|(?=www\.))([\w.-]+)(?:/[^\s,;|()]*)?", re.IGNORECASE)
_POST: Final = re.compile(
    r"\b((?:facebook|instagram|twitter|youtube|tiktok|flickr|linkedin|x|vk|t)\.(?:com|me))/[^\s,;|()/]+",
    re.IGNORECASE,
)
"""A page of a platform, without "http"."""
_DIGIT: Final = re.compile(r"\d")
_CHUNK: Final = re.compile(r"\s?[/|;,()]\s?|\s[–—-]\s")


def without_paths(text: str) -> str:
    """Return ``text`` with every web address cut down to its host."""
    if "http" in text or "www." in text:
        return _ADDRESS.sub(r"\1", text)
    return _POST.sub(r"\1", text) if "/" in text else text


def is_licensed(text: str) -> bool:
    """Return whether ``text`` names a Creative Commons licence: who stands beside it made the picture."""
    return bool(_CREATIVE.search(text))


_CREATIVE: Final = re.compile(r"\bcc[ -]?(?:0|by)\b", re.IGNORECASE)


def without_machines(text: str, lexicon: Lexicon) -> str:
    """Return ``text`` without the parts that say that a machine made the picture: "erstellt mit KI"."""
    machine = lexicon.patterns["machine"]
    if not lexicon.stems["machine"].inside(key(text)) or not machine.search(text):
        return text
    return " / ".join(chunk for chunk in _CHUNK.split(text) if chunk and not machine.search(chunk))


def opens_with_picture(line: str, lexicon: Lexicon) -> bool:
    """Return whether ``line`` opens with a word for a picture that a name follows: "Foto Ansa"."""
    first, _, rest = line.partition(" ")
    return (
        bool(rest)
        and first[-1] not in ",;"
        and lexicon.has("picture", first)
        and not lexicon.agencies.knows(line)
    )


@lru_cache(maxsize=2048)
def trimmed(text: str, lexicon: Lexicon) -> str:
    """Return the name in ``text``; a word that is no party stays when nothing else is there."""
    text = _NUMBER.sub("", text)
    text = _title(_without_job(_MAIL.sub("", text) if "@" in text else text, lexicon), lexicon)
    name = _MATERIAL.sub("", _balanced(bare(without_date(_without_licence(text), lexicon))))
    for _ in range(_ROUNDS):
        if lexicon.agencies.find(name) or lexicon.has("generic", name) or lexicon.has("drop", name):
            return name
        shorter = bare(_without_edges(name, lexicon))
        if shorter == name:
            return name
        name = shorter
    return name


_JOB: Final = re.compile(
    r"(?<=\w)\s(?:(?:Staff|Political|Sports|Business|National|Science|Medical|Food|Education)\s)?"
    r"(?:Writer|Reporter|Correspondent|Columnist)$"
)
"""What a person does for the house in front: "Tolin Herald Staff Writer"."""
_MATERIAL: Final = re.compile(
    r"(?<=\w)-(?:Material(?:ien)?|Meldung(?:en)?|Bericht(?:e|en)?|Information(?:en)?|Angaben|Texte?n?|Inhalte?n?)$"
)
"""What an agency gave: "dpa-Material"."""
_MAIL: Final = re.compile(r"(?<=\w)\s+<?\S+@\S+\.\w+>?$")
"""An address behind a name."""
_NUMBER: Final = re.compile(r"^\[?\d{1,2}[\].)]?\s+(?=(?:https?://|www\.|[\w-]+\.[\w.-]+$))")
"""The number of a note in front of an address."""
_TITLED: Final = re.compile(
    r"(?P<kind>[^«»„“”\"‚‘]{2,40})\s[«»„“\"‚](?P<title>[^«»„“”\"‚‘’]{2,60})[»«“”\"‘’]\.?"
)


def _without_job(text: str, lexicon: Lexicon) -> str:
    """Return the house in front of what a person does for it: "Tolin Herald Staff Writer"."""
    house = _JOB.sub("", text)
    if house == text:
        return text
    return house if lexicon.agencies.knows(house) or has_institution(house, lexicon) else text


def _title(text: str, lexicon: Lexicon) -> str:
    """Return the title in quotation marks behind words for a paper: "der Zeitung »Tolin Bote«"."""
    match = _TITLED.fullmatch(text.strip())
    if match and all(lexicon.has("descriptor", word) for word in match["kind"].split()):
        return match["title"]
    return text


def without_date(text: str, lexicon: Lexicon) -> str:
    """Return ``text`` up to the first date in it; what has no digit has none."""
    return lexicon.patterns["date"].sub("", text) if _DIGIT.search(text) else text


def _balanced(name: str) -> str:
    """Return ``name`` without a bracket that has no partner."""
    if name.endswith((")", "）", "]")) and not any(sign in name for sign in "(（["):
        return bare(name[:-1])
    return (
        bare(name[1:])
        if name.startswith(("(", "（", "[")) and not any(sign in name for sign in ")）]")
        else name
    )


def _without_licence(text: str) -> str:
    may_be_licensed = any(map(text.casefold().__contains__, _LICENCES))
    return _LICENCE.sub(" ", text).strip(" ,;|/-–—()") if may_be_licensed and _LICENCE.search(text) else text


def _without_edges(name: str, lexicon: Lexicon) -> str:
    for table in ("via", "by", "descriptor", "rank"):
        match = lexicon.patterns[table].match(name)
        if match and match.end() < len(name) and not _opens_name(match, table, lexicon):
            return name[match.end() :]
    return _without_drops(name, lexicon)


def _opens_name(match: re.Match[str], table: str, lexicon: Lexicon) -> bool:
    """Return whether the word belongs to the name: "Le Figaro", "The Verge", "De Telegraaf", "Van Gogh"."""
    word = match.group().strip()
    rest = match.string[match.end() :]
    is_name = len(word) <= _ARTICLE or (lexicon.has("given", word) and not lexicon.agencies.knows(rest))
    return (table == "descriptor" or (table == "by" and is_name)) and not word[:1].islower()


def _without_drops(name: str, lexicon: Lexicon) -> str:
    """Return ``name`` without a leading or trailing word that is no party: "AP/File", "Handout Reuters"."""
    words = name.split()
    if is_press_office(name, lexicon):
        return name
    for count in range(min(_DROPPED, len(words) - 1), 0, -1):
        if _drops(words[-count:], words[:-count], lexicon):
            return " ".join(words[:-count])
        if _drops(words[:count], words[count:], lexicon):
            return " ".join(words[count:])
    return " ".join(words[1:]) if opens_with_picture(name, lexicon) else name


def _drops(edge: list[str], rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether the words ``edge`` describe the picture and are no part of the name ``rest``."""
    folded = key(" ".join(edge))
    if folded in lexicon.sets["edge"]:
        return True
    if folded not in lexicon.sets["drop"] or folded in lexicon.sets["kin"]:
        return False
    return edge[0].islower() or lexicon.agencies.knows(" ".join(rest))
