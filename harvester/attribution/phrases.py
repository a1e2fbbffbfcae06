"""Sentences to parties: "With files from A and B", "zuerst bei X erschienen"."""

import re
from collections.abc import Iterator
from typing import Final

from harvester.attribution.byline import without_by
from harvester.attribution.inflection import nominative
from harvester.attribution.lexicon import Lexicon
from harvester.attribution.mention import Mention
from harvester.attribution.mentions import read_mentions
from harvester.attribution.phrasebook import Attribution
from harvester.attribution.pieces import Piece, split_pieces
from harvester.attribution.segments import is_believable, located
from harvester.attribution.tidy import bare, is_small, key, unbracket
from harvester.attribution.trimming import without_date, without_machines
from harvester.attribution.wording import is_link, is_running_text
from harvester.parts import Party, Role

_SENTENCE: Final = re.compile(
    r"(?<=[^\W\d_][\w)\]»”\"]\.)(?<!podst\.)(?<!prac\.)\s+(?=[^\W\d_])|;\s+|(?<=[。！？])"
    r"|,\s+(?=(?i:(?:additional|further)\sreporting|editing|writing|edited|written|translat\w+|graphics)\sby\b"
    r"|(?i:editing|redigiert von|geschrieben von|bearbeitet von|édité par|rédigé par|version française"
    r"|traduit par|editado por|editado en|escrito por|edición de|traducido por|edição de|tradotto da)\s)"
)
_QUOTE: Final = re.compile(r"[\"“”„«»‚‘›‹「『]([^\"“”„«»‚‘’›‹」』]{2,60})[\"“”„«»‘’›‹」』]")
_NAME_START: Final = re.compile(r"[^\W_a-zß-öø-ÿа-яёіїєґά-ώ]")
_LONG: Final = 400
"""Characters of the longest sentence that is read."""
_SIGNED: Final = ("author", "contentEditor")
_ARTICLE: Final = 3
"""Letters of the longest article that may be a part of a name: "The", "Die"."""


def read_phrases(line: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties that the sentences of ``line`` name."""
    kept: dict[str, Party] = {}
    for sentence in _SENTENCE.split(unbracket(line)):
        for party in _read_sentence(sentence, language, lexicon):
            kept.setdefault(party.name, party)
    return tuple(kept.values())


def first_sentence(line: str) -> str:
    """Return what stands in front of the first full stop, semicolon or sign-off of ``line``."""
    return _SENTENCE.split(line, maxsplit=1)[0]


def is_attribution(line: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether all sentences of ``line`` say where the text comes from, but for fillers beside."""
    named = False
    for at, sentence in enumerate(_SENTENCE.split(unbracket(line))):
        if not sentence.strip(" ."):
            continue
        if lexicon.phrases.hints.may_be_in(sentence) and _read_sentence(sentence, language, lexicon):
            named = True
        elif not at and _is_byline(sentence, language, lexicon):
            continue
        elif not any(words in sentence.casefold() for words in lexicon.phrases.fillers):
            return False
    return named


def _is_byline(sentence: str, language: str | None, lexicon: Lexicon) -> bool:
    """Return whether a sentence is persons behind "By"; those who edited may follow."""
    bare_line = without_by(sentence, language, lexicon)
    if bare_line == sentence:
        return False
    pieces = split_pieces(bare_line, language, lexicon)
    names = [mention for piece in pieces for mention in read_mentions(piece, lexicon)]
    return bool(names) and all(mention.what == "person" for mention in names)


def find_attribution(sentence: str, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution that ``sentence`` is, or ``None``."""
    text = unbracket(sentence).strip(" .*–—-")
    return lexicon.phrases.find(text) if len(text) <= _LONG else None


def _read_sentence(sentence: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    german = language is None or language.startswith("de")
    attribution = find_attribution(nominative(sentence, lexicon) if german else sentence, lexicon)
    return tuple(_parties(attribution, language, lexicon)) if attribution else ()


def _parties(attribution: Attribution, language: str | None, lexicon: Lexicon) -> Iterator[Party]:
    mentions = _attributed(attribution, language, lexicon)
    signed = attribution.role in _SIGNED and bool(mentions) and all(m.what == "person" for m in mentions)
    if attribution.sure or signed or any(m.what in ("agency", "generic") for m in mentions):
        yield from (_party(mention, attribution.role) for mention in mentions)


def _attributed(attribution: Attribution, language: str | None, lexicon: Lexicon) -> tuple[Mention, ...]:
    quoted = _QUOTE.findall(attribution.names)
    if quoted and attribution.role == "origcont":
        return (Mention(bare(quoted[0]), "outlet"),)
    names = _from_first_name(without_machines(attribution.names, lexicon), lexicon)
    names = _to_last_name(names, lexicon) if attribution.role == "origcont" else names
    pieces = split_pieces(names, language, lexicon)
    if is_running_text(names, language, lexicon) and not _are_names(pieces, language, lexicon):
        return ()
    found = located([m for p in pieces for m in read_mentions(p, lexicon)], lexicon)
    return found if all(is_believable(m, language, lexicon) for m in found) else ()


def _are_names(pieces: tuple[Piece, ...], language: str | None, lexicon: Lexicon) -> bool:
    """Return whether small words stand only between the names: "da Agência Brasil e do G1"."""
    return len(pieces) > 1 and not any(is_running_text(piece.text, language, lexicon) for piece in pieces)


def _from_first_name(text: str, lexicon: Lexicon) -> str:
    """Drop the small words in front of the first name: "er in der israelischen Tageszeitung Haaretz"."""
    words = text.split()
    while words and (not _opens_name(words[0], lexicon) or _describes(words, lexicon)):
        words = words[1:]
    return " ".join(words)


def _describes(words: list[str], lexicon: Lexicon) -> bool:
    return len(words) > 1 and key(words[0]) in lexicon.sets["descriptor"] and not _keeps_first(words, lexicon)


def _opens_name(word: str, lexicon: Lexicon) -> bool:
    name = bare(word)
    known = lexicon.agencies.find(name) is not None or lexicon.has("generic", name)
    return bool(_NAME_START.match(name)) or known or "." in name


def _to_last_name(text: str, lexicon: Lexicon) -> str:
    """Drop what the sentence goes on to say: "The Huffington Post and can be read here"."""
    words = without_date(text, lexicon).split()
    while len(words) > 1 and words[-1].islower() and is_link(words[-1], lexicon):
        words = words[:-1]
    for place, word in enumerate(words):
        if place and is_small(word) and not _opens_name(word, lexicon) and not is_link(word, lexicon):
            return re.sub(r"\s(?:and|und|et|y|e|og|och|en|i|и|та)$", "", " ".join(words[:place]))
    return " ".join(words)


def _keeps_first(words: list[str], lexicon: Lexicon) -> bool:
    """Return whether the first word is the name's own: "The Conversation", "Agence France-Presse"."""
    longest = range(2, min(len(words), lexicon.agencies.longest) + 1)
    if any(lexicon.agencies.knows(bare(" ".join(words[:count]))) for count in longest):
        return True
    if lexicon.has("generic", " ".join(words)):
        return True
    return words[0][0].isupper() and len(words[0]) <= _ARTICLE and words[1][0].isupper()


def _party(mention: Mention, role: Role) -> Party:
    own = role
    if mention.what in ("person", "initials") and role == "contentSource":
        own = "author"
    elif mention.employer or (mention.what == "outlet" and mention.joint == "comma" and role == "author"):
        own = "origcont"
    elif mention.what in ("agency", "generic") and role in ("author", "contentEditor"):
        own = "contentSource"
    return Party(
        mention.name, own, generic=mention.what == "generic", location=mention.location, uri=mention.uri
    )
