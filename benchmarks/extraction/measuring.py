"""Run extractors over a set and score every page."""

from dataclasses import dataclass

from extraction.columns import figures
from extraction.scores import PageScore, score_page
from running.run import Asked, Run, run

PARSER = "floor_parsel"
"""CPU is told as times of this floor in the same run."""


@dataclass(frozen=True)
class Measured:
    """One extractor on one set."""

    run: Run
    pages: list[PageScore]

    @property
    def figures(self):
        return figures(self.pages)


def measure(name, truths, *, workers=1, with_rouge=False):
    """Run one extractor over the pages of these references; raises ``NoRun``."""
    done = run(name, [Asked(t.id, t.url, t.file) for t in truths], workers)
    return Measured(done, [score_page(t, done.answers[t.id], with_rouge=with_rouge) for t in truths])


def times_parsing(measured, parsing):
    """CPU time as times of parsing alone."""
    return sum(page.cpu for page in measured.pages) / sum(page.cpu for page in parsing.pages)
