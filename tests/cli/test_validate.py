"""``harvester validate``: file, line and field of what is no record."""

import pytest
from click.testing import CliRunner

from harvester.cli import main
from harvester.jsonl import line_of
from tests.record_examples import FULL, PLAIN


@pytest.fixture
def validate():
    return lambda *words, **more: CliRunner().invoke(main, ["validate", *map(str, words)], **more)


def test_flaw_is_told_by_file_line_and_field(validate, tmp_path):
    """A wrong type, a line that is no JSON, a line that is torn."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": 1}\n{"id"\n{}')
    done = validate(path)
    assert done.exit_code == 13
    assert f"{path}:1: id: 1 is not of type" in done.stdout
    assert f"{path}:2: no JSON" in done.stdout
    assert f"{path}:3: the line has no end" in done.stdout


def test_records_that_a_crawl_writes_are_valid(validate, tmp_path):
    """A file, and standard input."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(line_of(PLAIN) + line_of(FULL))
    done = validate(path)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "2 lines, 0 of them invalid\n")
    assert validate("-", input=line_of(PLAIN)).exit_code == 0


def test_output_folder_is_checked_for_its_articles(validate, tmp_path):
    """What a run says of its URLs, and of pages without a record, is no record and not asked to be one."""
    for name in ("articles/date=2026-05-04", "runs/one", "quarantine/date=2026-05-04"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.jsonl").write_bytes(line_of(PLAIN) if "articles" in name else b"{}\n")
    assert validate(tmp_path).stderr == "1 lines, 0 of them invalid\n"
    assert validate(tmp_path / "runs/one").exit_code == 13
