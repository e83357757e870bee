"""One page for an editor: the article with its findings marked in place, the ledger, the timeline and the checks.

The page is complete in itself, works without its script, and loads nothing. Of several articles there is an index.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import chain, islice
from tempfile import SpooledTemporaryFile
from typing import TextIO

from checker.report import Report, counted
from checker.reporters.html.checks import explained
from checker.reporters.html.index import Row, index, row_of
from checker.reporters.html.page import closing, opening
from checker.reporters.html.section import section
from checker.result import Result

_IN_MEMORY = 4_000_000  # bytes of sections; more wait on disk until the index, which stands before them, is known


def write(report: Report, out: TextIO) -> None:
    """Write the page; memory does not grow with the text of the articles, only with the rows of the index."""
    results = iter(report)
    first = list(islice(results, 2))
    archive = len(first) > 1
    rows: list[Row] = []
    codes: set[str] = set()
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as sections:
        for number, result in enumerate(chain(_drained(first), results), 1):
            sections.write(section(result, number, archive))
            rows.append(row_of(result))
            codes.update(check.code for check in result.checks)
            codes.update(finding.code for finding in result.findings)
        sections.seek(0)
        out.write(opening(_title(rows), archive))
        out.write(index(rows) if archive else "")
        shutil.copyfileobj(sections, out)
    out.write(explained(codes) + closing())


def _drained(results: list[Result]) -> Iterator[Result]:
    """The results, each let go of as soon as it is given."""
    while results:
        yield results.pop(0)


def _title(rows: list[Row]) -> str:
    return rows[0].title if len(rows) == 1 else f"{counted(len(rows), 'article')} checked"
