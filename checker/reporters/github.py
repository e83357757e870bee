"""Workflow commands of GitHub Actions, which become annotations beside the lines of a pull request."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, TextIO

from checker.report import Report, article_record
from checker.reporters.places import Place, place_of

Json = dict[str, Any]

# GitHub shows ten annotations of a level for each step and drops the rest without a word.
# https://docs.github.com/en/actions/reference/limits
_CAP = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_KEPT = {"error": _CAP, "warning": _CAP, "note": _CAP - 1}  # one notice is for the summary
_MOST_RELATED = 10  # other places in one annotation, which is to be read
_COMMAND = re.compile(r"^(\s*)::|##\[")  # in the log it would be taken for a command: `::error::`, `##[error]`


def write(report: Report, out: TextIO) -> None:
    """Write an annotation for each finding up to GitHub's cap, a plain line for each other one, and a summary."""
    shown: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for result in report:
        record = article_record(result)
        place = place_of(result.path)
        for level, line, command in _lines(result.path, place, record):
            told[level] += 1
            if shown[level] < _KEPT[level]:
                shown[level] += 1
                out.write(command + "\n")
            else:
                out.write(_logged(line) + "\n")
    if told != shown:
        out.write(f"::notice title=checker::{_text(_summary(report, told, shown))}\n")


def _lines(path: str, place: Place, record: Json) -> list[tuple[str, str, str]]:
    """What an article has to report: level, line of the log and command of each."""
    lines = [
        (
            finding["severity"],
            f"{path}:{finding['start']['line']}:{finding['start']['column']}: "
            f"{finding['severity']} {finding['code']} {finding['message']}",
            _annotation(place, finding),
        )
        for finding in record["findings"]
    ]
    if problem := record["problem"]:
        about = f"file={_property(place.file)},title=checker"
        line = f"{path}: error {problem['message']}"
        lines.append(("error", line, f"::error {about}::{_text(_in_record(place, problem['message']))}"))
    return lines


def _annotation(place: Place, finding: Json) -> str:
    start, end = finding["start"], finding["end"]
    about = [f"file={_property(place.file)}"]
    if not place.record:  # whose lines are not those of the archive
        about += [f"line={start['line']}", f"endLine={end['line']}"]
        if start["line"] == end["line"]:  # columns are only read on a single line
            about += [f"col={start['column']}", f"endColumn={end['column']}"]
    about.append(f"title={_property(finding['code'] + ' ' + finding['name'])}")
    related = finding["related"]
    others = [f"\nline {other['start']['line']}: {other['message']}" for other in related[:_MOST_RELATED]]
    if len(related) > _MOST_RELATED:
        others.append(f"\nand {len(related) - _MOST_RELATED} more places")
    first = f"line {start['line']}: {finding['message']}" if place.record else finding["message"]
    message = _text(_in_record(place, first + "".join(others)))
    return f"::{_COMMANDS[finding['severity']]} {','.join(about)}::{message}"


def _in_record(place: Place, message: str) -> str:
    return f"{place.record}, {message}" if place.record else message


def _summary(report: Report, told: Counter[str], shown: Counter[str]) -> str:
    """How many are only in the log, since GitHub says nothing of what it drops."""
    more = [
        f"{told[level] - shown[level]} more {level}{'s' if told[level] - shown[level] > 1 else ''}"
        for level in _KEPT
        if told[level] > shown[level]
    ]
    unchecked = len(report.problems)
    without = f"; {unchecked} of the articles could not be checked" if unchecked else ""
    return f"{', '.join(more)} in the log of this step, of {report.articles} articles{without}"


def _logged(line: str) -> str:
    """A line of the log that is no command, whatever words of an article are in it."""
    return _COMMAND.sub(lambda found: found[0].replace("::", ": :").replace("##[", "## ["), " ".join(line.splitlines()))


def _text(text: str) -> str:
    """A message escaped as the runner reads it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property escaped as the runner reads it."""
    return _text(text).replace(":", "%3A").replace(",", "%2C")
