"""Captions and credits: found, right, leaked into the body."""

from scoring.texts import letters


def compare_captions(wanted, pictures):
    """(wanted captions found, wanted, given captions that are right, given).

    Two captions match when one holds the other: a given one may be at most twice as long (and 200 letters:
    room for a credit), a fragment must be 60 % of the wanted one.
    """
    want = [caption for caption in (letters(c.caption) for c in wanted) if caption]
    have = [
        (letters(p.caption), letters(f"{p.caption or ''}{p.credit or ''}"))
        for p in pictures
        if letters(p.caption)
    ]
    found = sum(any(_match(w, h) for h in have) for w in want)
    right = sum(any(_match(w, h) for w in want) for h in have)
    return found, len(want), right, len(have)


def _match(wanted, forms):
    return any(
        (wanted in form and len(form) <= 2 * len(wanted) + 200)
        or (form in wanted and len(form) >= 0.6 * len(wanted))
        for form in forms
    )


def compare_credits(wanted, pictures):
    """(credits found in a credit field, credits wanted)."""
    have = " ".join(letters(p.credit) for p in pictures)
    want = {letters(name) for caption in wanted for name in caption.credits} - {""}
    return sum(name in have for name in want), len(want)


def leaked_captions(truth, body):
    """(captions that stand in the body, captions that must not)."""
    text = letters(truth.body)
    captions = [letters(c.caption) for c in truth.captions]
    captions = [c for c in captions if len(c) >= 20 and c not in text]
    return sum(c in letters(body) for c in captions), len(captions)
