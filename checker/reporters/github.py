"""Workflow commands of GitHub Actions, which become annotations on the changed lines."""

from __future__ import annotations

from typing import Any, TextIO

from checker.finding import Severity
from checker.report import Report, article_record

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
# GitHub shows ten annotations of a level for each step and drops the rest without a word.
# https://docs.github.com/en/actions/reference/limits
_CAP = 10
_KEPT = {"error": _CAP, "warning": _CAP, "note": _CAP - 1}  # one notice is for the count of the others


def write(report: Report, out: TextIO) -> None:
    """Write an annotation for each finding up to GitHub's cap, a plain line for each other one, and a summary."""
    shown = {str(severity): 0 for severity in Severity}
    for result in report:
        for finding in article_record(result)["findings"]:
            level = finding["severity"]
            if shown[level] < _KEPT[level]:
                shown[level] += 1
                out.write(_annotation(result.path, finding) + "\n")
            else:
                start = finding["start"]
                out.write(
                    f"{result.path}:{start['line']}:{start['column']}: {level} {finding['code']} {finding['message']}\n"
                )
    for result in report.problems:
        if result.problem is not None:
            out.write(f"::error file={_property(result.path)}::{_text(result.problem.message)}\n")
    counts = {str(severity): report.findings[severity] for severity in Severity}
    more = [f"{counts[level] - shown[level]} more {level}s" for level in shown if counts[level] > shown[level]]
    if more:
        out.write(f"::notice title=checker::{', '.join(more)} in the log of this step\n")


def _annotation(path: str, finding: dict[str, Any]) -> str:
    start, end = finding["start"], finding["end"]
    title = f"{finding['code']} {finding['name']}"
    places = [f"file={_property(path.partition('#')[0])}", f"line={start['line']}", f"endLine={end['line']}"]
    if start["line"] == end["line"]:  # columns are only read on a single line
        places += [f"col={start['column']}", f"endColumn={end['column']}"]
    others = [f"\nline {other['start']['line']}: {other['message']}" for other in finding["related"]]
    message = _text(finding["message"] + "".join(others))
    return f"::{_COMMANDS[finding['severity']]} {','.join(places)},title={_property(title)}::{message}"


def _text(text: str) -> str:
    """A message escaped as the runner reads it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property escaped as the runner reads it."""
    return _text(text).replace(":", "%3A").replace(",", "%2C")
