"""Two hundred articles with three thousand findings, in every format of continuous integration."""

from __future__ import annotations

import gc
import gzip
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result as Ran
from many import FINDINGS, article, write_articles

from checker.config import Config
from checker.engine import check_input
from checker.inputs import Input
from checker.report import Report
from checker.reporters import FORMATS, reporter
from checker.result import Result

Run = Callable[..., Ran]

ARTICLES = 200
CONFIG = Config(select=("D101", "F101", "G202"))
STREAMED = [form for form in FORMATS if form != "html"]  # a page must be whole


@pytest.fixture(scope="module")
def results() -> list[Result]:
    found = [check_input(Input(f"news/{number}.txt", text=article(number)), CONFIG) for number in range(ARTICLES)]
    assert sum(len(result.findings) for result in found) == ARTICLES * FINDINGS == 3_000
    return found


def written(form: str, results: list[Result]) -> str:
    out = io.StringIO()
    reporter(form)(Report(results), out)
    return out.getvalue()


def test_sarif_is_far_below_twenty_megabytes(results: list[Result]) -> None:
    text = written("sarif", results)

    assert len(json.loads(text)["runs"][0]["results"]) == 3_000
    assert len(text.encode()) < 20_000_000 / 5
    assert len(gzip.compress(text.encode())) < 10_000_000 / 20


def test_github_shows_what_it_can_and_says_how_much_more_there_is(results: list[Result]) -> None:
    lines = written("github", results).splitlines()

    commands = [line for line in lines if line.startswith("::")]
    assert [line.partition(" ")[0] for line in commands] == ["::error"] * 10 + ["::notice"]
    assert len(lines) == 3_000 + 1
    assert lines[-1] == "::notice title=checker::2990 more errors in the log of this step, of 200 articles"


def test_markdown_fits_a_comment(results: list[Result]) -> None:
    comment = written("markdown", results)

    assert len(comment) < 65_536
    assert comment.startswith("### checker: 3,000 errors in 200 articles\n")


def test_gitlab_and_junit_have_every_finding(results: list[Result]) -> None:
    assert len({row["fingerprint"] for row in json.loads(written("gitlab", results))}) == 3_000
    suites = ElementTree.fromstring(written("junit", results))
    assert len(suites) == ARTICLES
    assert sum(failure.text.count(": error ") for failure in suites.iter("failure")) == 3_000


class Counted(io.TextIOBase):
    """A stream that keeps nothing of what is written to it."""

    def write(self, text: str) -> int:
        return len(text)


@pytest.mark.parametrize("form", STREAMED)
def test_memory_does_not_grow_with_the_number_of_articles(results: list[Result], form: str) -> None:
    def peak(count: int) -> int:
        def stream() -> Iterator[Result]:
            for number in range(count):
                yield replace(results[number % 20], path=f"news/{number}.txt")

        gc.collect()
        gc.freeze()  # else what the whole test run holds decides how seldom what an article leaves is collected
        tracemalloc.start()
        reporter(form)(Report(stream()), Counted())
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        gc.unfreeze()
        return most

    peak(ARTICLES)  # what is read once, such as the pages of the rules
    # A table of Python's own may double in one of the runs, by megabytes; what grows with the articles grows in both.
    few, many = peak(20), min(peak(ARTICLES), peak(ARTICLES))

    # An article with findings takes two or three thousand bytes of a report; SARIF keeps its name till the end.
    assert (many - few) / (ARTICLES - 20) < 600, f"{few:,} bytes for 20 articles, {many:,} for {ARTICLES}"


@pytest.mark.parametrize("form", ["sarif", "markdown"])
def test_the_command_writes_them_all(run: Run, folder: Path, form: str) -> None:
    write_articles(folder, ARTICLES)

    result = run("check", ".", "--select", "D101,F101,G202", "--format", form, "--output", "report")

    assert result.exit_code == 1
    size = (folder / "report").stat().st_size
    assert 50_000 < size < (20_000_000 if form == "sarif" else 65_536 * 4)
