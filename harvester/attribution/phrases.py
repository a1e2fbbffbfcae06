"""Sentences that say where a text comes from: "With files from A and B", "zuerst bei X erschienen"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from harvester.attribution.lexicon import Lexicon, Phrase
from harvester.attribution.mentions import Mention
from harvester.attribution.names import is_link, is_running_text
from harvester.attribution.pieces import split_pieces
from harvester.attribution.mentions import read_mentions
from harvester.attribution.segments import located, without_machines
from harvester.attribution.tidy import bare, key, unbracket
from harvester.parts import Party, Role

_SENTENCE: Final = re.compile(r"(?<=[^\W\d_][\w)\]»”\"]\.)\s+(?=[^\W\d_])|;\s+|(?<=[。！？])")
_QUOTE: Final = re.compile(r"[\"“”„«»‚‘›‹「『]([^\"“”„«»‚‘’›‹」』]{2,60})[\"“”„«»‘’›‹」』]")
_NAME_START: Final = re.compile(r"[^\W_a-zß-öø-ÿа-яёіїєґά-ώ]")
_SHORT_HEAD: Final = 2
"""An opening of fewer words ("With", "Mit") needs an agency behind it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The list of parties that a sentence names, and what they did."""

    role: Role
    names: str
    sure: bool


def read_phrases(line: str, language: str | None, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties that the sentences of ``line`` name."""
    parties: list[Party] = []
    for sentence in _SENTENCE.split(unbracket(line)):
        attribution = find_attribution(sentence, lexicon)
        if attribution:
            parties.extend(
                p for p in _parties(attribution, language, lexicon) if p.name not in {q.name for q in parties}
            )
    return tuple(parties)


def find_attribution(sentence: str, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution that ``sentence`` is, or ``None``."""
    text = unbracket(sentence).strip(" .*–—-")
    folded = text.casefold()
    if len(folded) != len(text):
        return None
    for phrase in lexicon.phrases:
        found = _opened(phrase, folded, text) or _closed(phrase, folded, text)
        found = found or _framed(phrase, folded, text) or _held(phrase, folded, text, lexicon)
        if found:
            return found
    return None


def _opened(phrase: Phrase, folded: str, text: str) -> Attribution | None:
    for head in phrase.before:
        if folded.startswith(head) and _ends_word(folded, len(head), head):
            return Attribution(
                phrase.role, text[len(head) :].strip(" :"), sure=head.count(" ") + 1 >= _SHORT_HEAD
            )
    return None


def _ends_word(folded: str, place: int, head: str) -> bool:
    return head[-1] in "'’:" or not head[-1].isascii() or place == len(folded) or not folded[place].isalnum()


def _closed(phrase: Phrase, folded: str, text: str) -> Attribution | None:
    for tail in phrase.after:
        if folded.endswith(tail) and len(folded) > len(tail):
            return Attribution(phrase.role, text[: -len(tail)].strip(), sure=True)
    return None


def _framed(phrase: Phrase, folded: str, text: str) -> Attribution | None:
    for first, last in phrase.around:
        start = folded.find(first)
        end = folded.find(last, start + len(first)) if start >= 0 else -1
        if end >= 0:
            return Attribution(phrase.role, text[start + len(first) : end].strip(), sure=True)
    return None


def _held(phrase: Phrase, folded: str, text: str, lexicon: Lexicon) -> Attribution | None:
    for words in phrase.inside:
        start = folded.find(words)
        if start >= 0 and _ends_word(folded, start + len(words), words):
            begin = start + len(words)
            stops = [folded.find(stop, begin + 1) for stop in lexicon.until]
            end = min((s for s in stops if s > begin + 1), default=len(text))
            return Attribution(phrase.role, text[begin:end].strip(" :"), sure=True)
    return None


def _parties(attribution: Attribution, language: str | None, lexicon: Lexicon) -> Iterator[Party]:
    mentions = attributed(attribution, language, lexicon)
    known = any(m.what in ("agency", "generic") for m in mentions)
    if attribution.sure or known:
        for mention in mentions:
            yield _party(mention, attribution.role)


def attributed(attribution: Attribution, language: str | None, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return what the list of an attribution mentions."""
    quoted = _QUOTE.findall(attribution.names)
    if quoted and attribution.role == "origcont":
        return tuple(Mention(bare(name), "outlet") for name in quoted[:1])
    names = _from_first_name(without_machines(attribution.names, lexicon), lexicon)
    names = _to_last_name(names, lexicon) if attribution.role == "origcont" else names
    if is_running_text(names, language, lexicon):
        return ()
    pieces = split_pieces(names, language, lexicon)
    return located([m for p in pieces for m in read_mentions(p, lexicon)], lexicon)


def _from_first_name(text: str, lexicon: Lexicon) -> str:
    """Drop the small words in front of the first name: "er in der israelischen Tageszeitung Haaretz"."""
    words = text.split()
    while words and not _opens_name(words[0], lexicon):
        words = words[1:]
    while len(words) > 1 and key(words[0]) in lexicon.sets["descriptor"] and not _keeps_first(words, lexicon):
        words = words[1:]
    return " ".join(words)


def _to_last_name(text: str, lexicon: Lexicon) -> str:
    """Drop what the sentence goes on to say: "The Huffington Post and can be read here"."""
    words = text.split()
    for place, word in enumerate(words):
        if place and word[0].islower() and not _opens_name(word, lexicon) and not is_link(word):
            return re.sub(r"\s+(?:and|und|et|y|e|og|och|en|i|и|та)$", "", " ".join(words[:place]))
    return text


def _keeps_first(words: list[str], lexicon: Lexicon) -> bool:
    """Return whether the first word is the name's own: "The Conversation", "Le Monde", "Agence France-Presse"."""
    longest = range(2, min(len(words), lexicon.agencies.longest) + 1)
    if any(lexicon.agencies.knows(bare(" ".join(words[:count]))) for count in longest):
        return True
    if lexicon.has("generic", " ".join(words)):
        return True
    return words[0][0].isupper() and len(words[0]) <= 3 and words[1][0].isupper()  # noqa: PLR2004


def _opens_name(word: str, lexicon: Lexicon) -> bool:
    name = bare(word)
    return (
        bool(_NAME_START.match(name))
        or lexicon.agencies.find(name) is not None
        or "." in name
        or lexicon.has("generic", name)
    )


def _party(mention: Mention, role: Role) -> Party:
    own = role
    if mention.what in ("person", "initials") and role == "contentSource":
        own = "author"
    elif mention.employer:
        own = "origcont"
    elif mention.what in ("agency", "generic") and role == "author":
        own = "contentSource"
    return Party(
        mention.name, own, generic=mention.what == "generic", location=mention.location, uri=mention.uri
    )
