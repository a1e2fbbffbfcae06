"""The pages that are not right, by figure: what was wanted, what came."""

WORST = 0.98
"""Bodies below this F1 are named."""


def wrong_pages(truths, measured):
    """Lines of text, the figures one after the other."""
    by_id = {t.id: t for t in truths}
    rows = [(by_id[page.id], page, measured.run.answers[page.id].extracted) for page in measured.pages]
    return "\n".join(line for figure in FIGURES for line in figure(rows))


def _errors(rows):
    return [f"error {page.id}: {page.error}" for _, page, _ in rows if page.error]


def _bodies(rows):
    low = sorted((page for _, page, _ in rows if page.body and page.body.f1 < WORST), key=lambda p: p.body.f1)
    return [
        f"body {page.id}: F1 {page.body.f1:.3f}, P {page.body.precision:.3f}, R {page.body.recall:.3f}"
        for page in low
    ]


def _snippets(rows):
    scored = ((t, page.snippets[0], given.body or "") for t, page, given in rows if page.snippets)
    return [
        f"snippets {t.id}: missed {_short(w for w in t.wanted if w not in body)},"
        f" too much {_short(w for w in t.unwanted if w in body)}"
        for t, counts, body in scored
        if counts.missed or counts.extra
    ]


def _headlines(rows):
    wrong = ((t, given) for t, page, given in rows if page.headline and not page.headline[0])
    return [f"headline {t.id}: {t.headline!r} came as {given.headline!r}" for t, given in wrong]


def _days(rows):
    wrong = ((t, given) for t, page, given in rows if page.day and not page.day[0])
    return [f"date {t.id}: {t.published} came as {given.published}" for t, given in wrong]


def _authors(rows):
    wrong = ((t, given) for t, page, given in rows if page.authors is not None and page.authors < 1)
    return [f"authors {t.id}: {list(t.authors)} came as {list(given.authors)}" for t, given in wrong]


def _languages(rows):
    wrong = ((t, given) for t, page, given in rows if page.language is False)
    return [f"language {t.id}: {t.language} came as {given.language}" for t, given in wrong]


def _captions(rows):
    wrong = ((page.id, page.captions) for _, page, _ in rows if page.captions)
    return [
        f"captions {i}: {found} of {wanted} found, {right} of {given} right"
        for i, (found, wanted, right, given) in wrong
        if found < wanted or right < given
    ]


def _credits(rows):
    wrong = ((page.id, page.credits) for _, page, _ in rows if page.credits)
    return [f"credits {i}: {found} of {wanted} found" for i, (found, wanted) in wrong if found < wanted]


def _leaks(rows):
    captions = ((page.id, page.leaked_captions) for _, page, _ in rows if page.leaked_captions)
    return [f"caption in the body {i}: {leaked[0]}" for i, leaked in captions if leaked[0]] + [
        f"bare link in the body {page.id}: {page.link_lines}" for _, page, _ in rows if page.link_lines
    ]


def _short(snippets):
    return [snippet[:60] for snippet in snippets]


FIGURES = (
    _errors,
    _bodies,
    _snippets,
    _headlines,
    _days,
    _authors,
    _languages,
    _captions,
    _credits,
    _leaks,
)
