"""The benchmark of extraction over a set of one page in words of our own."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from extraction.classes import lost_blocks
from extraction.scores import score_page
from running.corpus import Pages
from running.extracted import Answer, Extracted

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
PARAGRAPHS = [
    "The quay of Lundby will be rebuilt from spring, the town council decided on Monday night.",
    "Work on the first of three sections begins in April and ends before the herring fair.",
    "Ferries leave from the northern pier until then, as they did in the year of the flood.",
]
SUBHEAD = "What the work on the quay of Lundby costs"
TEASER = "Harbour fees rise again for boats of visitors"
PAGE = f"""<html lang=en><head><title>Quay to be rebuilt</title></head><body><main><article>
<h1>Quay to be rebuilt</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><h2>{SUBHEAD}</h2><p>{PARAGRAPHS[2]}</p>
<p class="more"><a href="/fees">{TEASER}</a></p></article></main></body></html>"""


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "fundus_pages"
    folder.mkdir()
    texts = [*PARAGRAPHS[:2], SUBHEAD, PARAGRAPHS[2]]
    truth = {"id": "lundby", "set": "fundus_pages", "url": "https://lundby.example/news/quay"}
    truth |= {
        "headline": "Quay to be rebuilt",
        "paragraphs": texts,
        "subheads": [2],
        "body": "\n\n".join(texts),
    }
    (folder / "truth.jsonl").write_text(json.dumps(truth) + "\n")
    (folder / "lundby.html").write_text(PAGE)
    return Pages(tmp_path)


def answer(*paragraphs):
    return Answer("lundby", 0.001, len(PAGE), None, Extracted(body="\n\n".join(paragraphs)))


def test_the_whole_text_is_exact(pages):
    """Paragraphs and subhead in order, nothing else."""
    [truth] = pages.truths("fundus_pages")
    score = score_page(truth, answer(*truth.paragraphs))
    assert score.exact
    assert score.body.f1 == score.paragraphs.f1 == 1
    assert score.link_lines == 0


def test_a_subhead_may_be_missing_in_the_lenient_figure_alone(pages):
    """The body misses it, the lenient body does not."""
    [truth] = pages.truths("fundus_pages")
    score = score_page(truth, answer(*PARAGRAPHS))
    assert score.body.f1 < 1
    assert score.lenient.f1 == 1


def test_the_standfirst_is_left_out_where_the_reference_tells_none(pages):
    """A reference that is one text without paragraphs is compared with the body alone, too."""
    [truth] = pages.truths("fundus_pages")
    plain = replace(truth, paragraphs=(), subheads=frozenset())
    given = Extracted(body=f"The quay is old.\n\n{truth.body}", bare=truth.body)
    score = score_page(plain, Answer("lundby", 0.001, len(PAGE), None, given))
    assert (score.exact, score.bare_exact, score.bare.f1) == (False, True, 1)


def test_a_bare_link_in_the_body_is_seen(pages):
    """A line that is only a link of the page, and not of the reference."""
    [truth] = pages.truths("fundus_pages")
    assert score_page(truth, answer(*truth.paragraphs, TEASER)).link_lines == 1


def test_lost_points_are_told_by_class_of_block(pages):
    """The classes are read from markup and reference; their points are what F1 lacks."""
    [truth] = pages.truths("fundus_pages")
    given = answer(PARAGRAPHS[0], PARAGRAPHS[2], TEASER)
    lost = lost_blocks(truth, given.extracted)
    assert {one.kind for one in lost} == {"missed: plain paragraph", "missed: subhead", "extra: teaser"}
    assert sum(one.points for one in lost) == pytest.approx(1 - score_page(truth, given).body.f1)


def test_the_command_prints_a_table(pages):
    """Harvester in a process of its own, from bytes to figures."""
    command = [sys.executable, BENCHMARKS / "extraction/bench.py", "harvester", "--set", "fundus_pages"]
    done = subprocess.run([*command, "--pages", pages.root], capture_output=True, text=True, check=True)  # noqa: S603
    head, _, row = (line for line in done.stdout.splitlines() if line.startswith("|"))
    names, values = ([cell.strip() for cell in line.split("|")] for line in (head, row))
    cells = dict(zip(names, values, strict=True))
    assert (cells["extractor"], cells["pages"], cells["err"], cells["head"]) == (
        "harvester",
        "1",
        "0",
        "1.000",
    )
    assert float(cells["F1"]) > 0.9
