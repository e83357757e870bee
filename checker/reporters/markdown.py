"""Markdown for a comment on a pull request: what conflicts, both places, the rest folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TextIO

from checker.finding import Severity
from checker.report import Report, article_record
from checker.result import Result
from checker.source import Lines

_LIMIT = 60_000  # characters; GitHub refuses a comment of more than 65,536
_SIGNS = {"error": "🔴", "warning": "🟠", "note": "🔵"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_CONTEXT = 60  # characters of a line on each side of a finding


def write(report: Report, out: TextIO) -> None:
    """Write a heading a finding's article and a paragraph a finding; stop before a comment gets too long."""
    written = unshown = 0
    for result in report:
        section = "".join(_article(result))
        if written + len(section) > _LIMIT:
            unshown += len(result.findings)
            continue
        written += len(section)
        out.write(section)
    if unshown:
        out.write(f"_{unshown} more findings are left out here; run `checker check` to see them._\n\n")
    out.write(_summary(report))


def _article(result: Result) -> Iterator[str]:
    record = article_record(result)
    if record["problem"]:
        yield f"### {_escaped(result.path)}\n\n⚫ {_escaped(record['problem']['message'])}\n\n"
    if result.article is None or not record["findings"]:
        return
    lines = Lines(result.article.source)
    yield f"### {_escaped(record['title'] or result.path)}\n\n"
    if record["title"]:
        yield f"`{result.path}`\n\n"
    pressing = [finding for finding in record["findings"] if finding["severity"] == Severity.ERROR]
    others = [finding for finding in record["findings"] if finding["severity"] != Severity.ERROR]
    for finding in pressing:
        yield _finding(finding, lines)
    if others:
        yield f"<details{'' if pressing else ' open'}><summary>{_counted(others)}</summary>\n\n"
        yield "".join(_finding(finding, lines) for finding in others)
        yield "</details>\n\n"


def _finding(finding: dict[str, Any], lines: Lines) -> str:
    text = f"{_SIGNS[finding['severity']]} **{finding['code']}** {_escaped(finding['message'])}\n\n"
    text += _quoted(finding, lines)
    for other in finding["related"]:
        text += _quoted(other, lines)
    return text


def _quoted(where: dict[str, Any], lines: Lines) -> str:
    """The words of a place in bold within their line, as a quotation with its line number."""
    line = lines.line(where["start"]["line"])
    start = where["start"]["column"] - 1
    end = where["end"]["column"] - 1 if where["end"]["line"] == where["start"]["line"] else len(line)
    before = ("…" if start > _CONTEXT else "") + line[max(0, start - _CONTEXT) : start]
    after = line[end : end + _CONTEXT] + ("…" if end + _CONTEXT < len(line) else "")
    return f"> line {where['start']['line']}: {_escaped(before)}**{_escaped(line[start:end])}**{_escaped(after)}\n\n"


def _counted(findings: list[dict[str, Any]]) -> str:
    counts = {str(level): sum(finding["severity"] == level for finding in findings) for level in Severity}
    return ", ".join(f"{count} {level}{'' if count == 1 else 's'}" for level, count in counts.items() if count)


def _summary(report: Report) -> str:
    counts = [
        f"{report.findings[level]} {level}{'' if report.findings[level] == 1 else 's'}"
        for level in Severity
        if report.findings[level]
    ]
    checked = report.articles - len(report.problems)
    return f"**checker**: {checked} article{'' if checked == 1 else 's'}, {', '.join(counts) or 'nothing found'}\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
