"""For people: each finding with its source line, carets under it, and the other place of a conflict."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple, TextIO

from checker.article import Article, Span
from checker.catalog import titles
from checker.finding import Finding, Severity
from checker.report import Report, counted
from checker.result import SKIPPED, UNASKED, Result
from checker.source import Lines

Paint = Callable[[str, str], str]
"""Takes a text and the name of a style."""


class Look(NamedTuple):
    """How a report looks where it is shown."""

    paint: Paint
    width: int
    """Characters of a source line."""


_CODES = {
    "error": "31;1",
    "warning": "33;1",
    "note": "36;1",
    "path": "1",
    "dim": "2",
    "good": "32",
}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # they would steer the terminal
_WIDTH = 100  # characters of a source line that are shown, where the terminal has room for them
_LEAST_WIDTH = 30
_MARGIN = 10  # columns that the line's number and the marks of what is cut off take
_LEAD = 0.4  # of the width, before the finding, where the line is longer


def write(report: Report, out: TextIO) -> None:
    """Write every finding and a closing line; in colour on a terminal, unless NO_COLOR is set."""
    look = Look(_painted if _wants_colour(out) else _plain, _width(out))
    for result in report:
        for line in _result(result, look):
            out.write(line + "\n")
    out.write(_closing(report, look.paint) + "\n")


def _width(out: TextIO) -> int:
    """How much of a source line fits beside its number: a line that wraps has its marks in the wrong place."""
    if not out.isatty():
        return _WIDTH
    columns = shutil.get_terminal_size((_WIDTH + _MARGIN, 24)).columns
    return max(_LEAST_WIDTH, min(_WIDTH, columns - _MARGIN))


def _wants_colour(out: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (out.isatty() and os.environ.get("TERM") != "dumb")


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def _plain(text: str, style: str) -> str:
    return text


def _result(result: Result, look: Look) -> Iterator[str]:
    if result.article is None:
        return
    lines = Lines(result.article.source)
    for finding in result.findings:
        yield from _finding(safe(result.path), result.article, lines, finding, look)
        yield ""
    yield from _reading(result, look.paint)


def safe(text: str) -> str:
    """A text on one line that cannot steer the terminal."""
    return _UNSAFE.sub("�", text)


def _finding(path: str, article: Article, lines: Lines, finding: Finding, look: Look) -> Iterator[str]:
    there, paint = article.locate(finding.span), look.paint
    place = lines.position(there.start)
    name = titles()[finding.code].name
    where = paint(f"{path}:{place.line}:{place.column}", "path")
    label = paint(f"{finding.severity} {finding.code}", str(finding.severity))
    yield f"{where}: {label} {safe(finding.message)} {paint(f'({name})', 'dim')}"
    shown, marks = _excerpt(lines, there, look, str(finding.severity), "^")
    yield from (shown, marks)
    for related in finding.related:
        before = shown
        shown, marks = _excerpt(lines, article.locate(related.span), look, "dim", "-", related.message)
        if shown != before:  # two places of one line are marked under it
            yield shown
        yield marks
    if finding.fix is not None:
        kind = "fix:" if finding.fix.safe else "unsafe fix:"
        yield f"      {paint(kind, 'good')} {safe(finding.fix.title)}"


def _excerpt(lines: Lines, span: Span, look: Look, style: str, mark: str, label: str = "") -> tuple[str, str]:
    """The line that a span begins on, shortened around it, and a line of marks under the span."""
    place = lines.position(span.start)
    start, whole = place.column - 1, lines.length(place.line)
    first = max(0, start - int(_LEAD * look.width)) if whole > look.width else 0
    last = min(whole, first + look.width)
    shown = safe(lines.line(place.line, first, last).replace("\t", " "))
    before, after = "…" if first else "", "…" if last < whole else ""
    number = f"{place.line:>5} | "
    gap = len(before) + _columns(shown[: start - first])
    length = max(1, _columns(shown[start - first : start - first + len(span)]))
    marks = look.paint(mark * length + (f" {label}" if label else ""), style)
    return (
        look.paint(number, "dim") + before + shown + after,
        " " * 5 + look.paint(" | ", "dim") + " " * gap + marks,
    )


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    wide = {"W": 2, "F": 2}
    return sum(wide.get(unicodedata.east_asian_width(char), 1) for char in text if not unicodedata.combining(char))


def _reading(result: Result, paint: Paint) -> Iterator[str]:
    """One line on how hard the article is to read and on what was not checked."""
    measured = result.readability
    parts = []
    if measured is not None and measured.grade is not None:
        parts.append(f"reading grade {measured.grade:.1f}")
    skipped = [check for check in result.checks if check.status == SKIPPED and check.reason not in UNASKED]
    if skipped:
        reasons = sorted({check.reason for check in skipped})
        parts.append(f"not run: {', '.join(check.code for check in skipped)} ({'; '.join(reasons)})")
    if parts:
        yield paint(f"{safe(result.path)}: {'; '.join(parts)}", "dim")


def _closing(report: Report, paint: Paint) -> str:
    by_level = [
        paint(counted(report.findings[severity], str(severity)), str(severity))
        for severity in Severity
        if report.findings[severity]
    ]
    found = ", ".join(by_level) or paint("nothing found", "good")
    closing = f"{counted(report.articles - len(report.problems), 'article')} checked, {report.words:,} words: {found}"
    if report.fixable:
        closing += f"; {report.fixable} fixable with --fix"
    if report.silenced_lines:
        closing += f"; {len(report.silenced_lines)} silenced"
    if report.hidden:
        closing += f"; {report.hidden} in the baseline"
    if report.untouched:
        closing += f"; {report.untouched} where nothing changed"
    if report.unchanged:
        closing += f"; {counted(report.unchanged, 'article')} unchanged"
    if report.problems:
        closing += f"; {paint(counted(len(report.problems), 'input') + ' not checked', 'error')}"
    return closing
