"""What became of a fault's articles, read from the records that a crawl wrote."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from tests.newspaper.faults.fault import Fault
from tests.newspaper.faults.words import CLEAN, ending, mark

Written = Mapping[str, Any]
"""One record, as its line of JSON has it."""


def became(fault: Fault, path: str, records: Iterable[Written]) -> str:
    """``article``, ``flagged``, ``absent``; ``half`` for a cut one without a warning, ``twice`` for several."""
    name, end = mark(fault.name, path), ending(fault.name, path)
    found = [record for record in records if _is_of(record, name, path)]
    if not found:
        return "absent"
    if len(found) > 1:
        return "twice"
    if found[0]["warnings"] or found[0]["http"]["truncated_reason"]:
        return "flagged"
    return "article" if end in (found[0]["body"] or "") else "half"


def _is_of(record: Written, name: str, path: str) -> bool:
    """Tell whether a record came of a page: by the name that only its text has, or by its address."""
    paths = {urlsplit(record[key]).path.lower() for key in ("url", "requested_url")}
    return name in f"{record['headline']} {record['body']}" or path.lower() in paths


def judge(fault: Fault, records: Iterable[Written]) -> tuple[str, ...]:
    """What is wrong with the records of the fault's site; empty when all is as it must be."""
    own = [record for record in records if f"//{fault.host}:" in record["url"]]
    return (*_fates(fault, own), *_words(fault, own))


def _fates(fault: Fault, own: "list[Written]") -> Iterator[str]:
    for paths, expected in ((fault.articles, fault.expect), (CLEAN, fault.clean)):
        for path in paths:
            fate = became(fault, path, own)
            # A whole article with a warning is as good as one without.
            fates = {fate, "article"} if fate == "flagged" and _is_whole(fault, path, own) else {fate}
            if not fates & expected:
                yield f"{path} became {fate}, expected {' or '.join(sorted(expected))}"


def _is_whole(fault: Fault, path: str, own: "list[Written]") -> bool:
    return any(ending(fault.name, path) in (record["body"] or "") for record in own)


def _words(fault: Fault, own: "list[Written]") -> Iterator[str]:
    text = json.dumps(own, ensure_ascii=False)
    yield from (f"{word!r} is in a record" for word in fault.never if word in text)
    if own and fault.expect == {"article"}:
        yield from (f"{word!r} is in no record" for word in fault.says if word not in text)
