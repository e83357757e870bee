"""The report: results as they come, what they add up to, and the records that reporters print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from checker.article import Article, Span
from checker.catalog import titles
from checker.finding import Finding, Fix, Severity
from checker.inputs import can_be_written
from checker.result import Result
from checker.source import Lines
from checker.version import VERSION

SCHEMA_VERSION = 1
CLEAN, FOUND, MISUSE, UNCHECKED = 0, 1, 2, 3
"""Exit codes: nothing at or above the level to fail on; something; misuse; an input that could not be checked."""

_WORD = re.compile(r"\w+")
_NEARBY = 60  # characters on each side that make a finding's surroundings


class Report:
    """A stream of results that counts them as they pass; the counts are final when it has been read to its end."""

    def __init__(
        self,
        results: Iterable[Result],
        fail_on: Severity | None = Severity.ERROR,
        unchanged: Callable[[], int] = lambda: 0,
    ) -> None:
        """`unchanged` counts the inputs that were left out since they are as they were."""
        self._results = results
        self._unchanged = unchanged
        self.fail_on = fail_on
        self.articles = 0
        self.words = 0
        self.problems: list[Result] = []
        self.findings: Counter[Severity] = Counter()
        self.fixable = 0
        """How many findings have a fix that is safe, in files that can be written."""
        self.hidden = 0
        """How many findings the baseline knows."""
        self.untouched = 0
        """How many findings have nothing to do with what changed."""
        self.silenced_lines: list[str] = []
        """What the articles silence, a line a finding."""

    def __iter__(self) -> Iterator[Result]:
        for result in self._results:
            self.articles += 1
            self.words += result.words
            self.findings.update(finding.severity for finding in result.findings)
            self.fixable += _fixable(result)
            self.hidden += result.hidden
            self.untouched += result.untouched
            self.silenced_lines += _silenced(result)
            if result.problem is not None:
                self.problems.append(result)
            yield result

    @property
    def unchanged(self) -> int:
        """How many inputs were left out since they are as they were."""
        return self._unchanged()

    @property
    def exit_code(self) -> int:
        """CLEAN, FOUND, MISUSE or UNCHECKED for the results read so far."""
        if (
            self.articles == len(self.problems)
            and not self.unchanged
            and all(result.problem is not None and result.problem.kind == "no-match" for result in self.problems)
        ):
            return MISUSE
        if self.problems:
            return UNCHECKED
        failing = sum(
            count
            for severity, count in self.findings.items()
            if self.fail_on is not None and severity.weight >= self.fail_on.weight
        )
        return FOUND if failing else CLEAN


def _fixable(result: Result) -> int:
    safe = sum(finding.fix is not None and finding.fix.safe for finding in result.findings)
    return safe if safe and can_be_written(result.path) else 0


def _silenced(result: Result) -> Iterator[str]:
    if result.article is None or not result.silenced:
        return
    lines = Lines(result.article.source)
    for finding in result.silenced:
        place = lines.position(result.article.locate(finding.span).start)
        where = f"{result.path}:{place.line}:{place.column}"
        message = "".join(char if char.isprintable() else "�" for char in finding.message)
        yield f"{where}: silenced: {finding.severity} {finding.code} {message}"


def counted(number: int, noun: str) -> str:
    """A number with its noun, as reports and messages print it: “1 finding”, “12,000 findings”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def head() -> dict[str, Any]:
    """What opens every report: the schema's version and the tool."""
    return {"schema_version": SCHEMA_VERSION, "tool": {"name": "checker", "version": VERSION}}


def summary(report: Report) -> dict[str, Any]:
    """What closes every report."""
    return {
        "articles": report.articles,
        "findings": {str(severity): report.findings[severity] for severity in Severity},
        "exit_code": report.exit_code,
    }


def article_record(result: Result) -> dict[str, Any]:
    """One result as schemas/report.schema.json has it."""
    article = result.article
    record: dict[str, Any] = {
        "path": result.path,
        "title": article.meta.title if article else None,
        "published": str(article.meta.published) if article and article.meta.published else None,
        "words": result.words,
        "findings": [],
        "checks": [
            {"code": check.code, "status": check.status, "compared": check.compared, "reason": check.reason}
            for check in result.checks
        ],
        "readability": None,
        "problem": None,
    }
    if article is not None:
        lines = Lines(article.source)
        prints = fingerprints(article, result.findings)
        record["findings"] = [
            _finding(article, lines, finding, mark) for finding, mark in zip(result.findings, prints, strict=True)
        ]
    if result.readability is not None:
        from checker.readability import as_json

        record["readability"] = as_json(result.readability)
    if result.problem is not None:
        record["problem"] = {"kind": result.problem.kind, "message": result.problem.message}
    return record


def _finding(article: Article, lines: Lines, finding: Finding, fingerprint: str) -> dict[str, Any]:
    rule = titles()[finding.code]
    return {
        "code": finding.code,
        "name": rule.name,
        "family": rule.family,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "message": finding.message,
        "fingerprint": fingerprint,
        **_place(article, lines, finding.span),
        "related": [
            {"message": related.message, **_place(article, lines, related.span)} for related in finding.related
        ],
        "fix": _fix(article, lines, finding.fix),
    }


def _fix(article: Article, lines: Lines, fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{**_place(article, lines, edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _place(article: Article, lines: Lines, span: Span) -> dict[str, Any]:
    """`start` and `end` of a span of the text, in the source."""
    there = article.locate(span)
    return {"start": _position(lines, there.start), "end": _position(lines, there.end)}


def _position(lines: Lines, offset: int) -> dict[str, int]:
    position = lines.position(offset)
    return {"offset": offset, "line": position.line, "column": position.column}


def fingerprints(article: Article, findings: Iterable[Finding]) -> list[str]:
    """What identifies each finding by rule, message and nearby words, so that it survives edits elsewhere.

    Equal ones in one article are told apart by their order.
    """
    from hashlib import blake2b  # only reports for machines need it

    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        start, end = finding.span.start, finding.span.end
        block = article.block_at(start).span
        nearby = article.text[max(block.start, start - _NEARBY) : min(block.end, end + _NEARBY)]
        words = " ".join(_WORD.findall(nearby)[1:-1] or [article[finding.span]]).lower()
        key = "\0".join((finding.code, finding.message, words))
        seen[key] += 1
        prints.append(blake2b(f"{key}\0{seen[key]}".encode(), digest_size=8).hexdigest())
    return prints
