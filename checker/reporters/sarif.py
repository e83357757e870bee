"""SARIF 2.1.0, the format of code scanning: OASIS Standard with errata 01, 28 August 2023.

What GitHub makes of it: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
What an article silences is left out, since code scanning passes over `suppressions` and would raise an alert.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO
from urllib.parse import quote

from checker.article import Article
from checker.finding import Finding, Severity
from checker.report import CLEAN, FOUND, MISUSE, UNCHECKED, Report, article_record, counted
from checker.reporters.places import ending_of, place_of
from checker.reporters.sarif_fixes import region, replacements
from checker.reporters.sarif_rules import NOT_RUN, TRUNCATED, driver, is_notice
from checker.result import SKIPPED, UNASKED, Problem, Result

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "checker/v1"
"""The key of our fingerprint. GitHub's action adds `primaryLocationLineHash` and warns where that is taken."""
ROOT = "%SRCROOT%"

# GitHub refuses a run of more than 25,000 results. The last of them are kept for errors, which may come late.
MOST = 25_000
_MOST_OTHERS = 20_000
_LIMIT = f"code scanning takes {MOST:,} of a run, the last {MOST - _MOST_OTHERS:,} of them errors"
_MOST_RELATED = 99  # GitHub shows 100 places of a result, its own included
_MOST_LINKS = 5  # in a message, which is to be read
_LONGEST_SNIPPET = 200  # characters

_MEANINGS = {
    CLEAN: "nothing found at the level to fail on",
    FOUND: "something found at the level to fail on",
    MISUSE: "misuse: no article was found",
    UNCHECKED: "an input could not be checked",
}
_MIME = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_BRACKET = re.compile(r"([\\\[\]])")


def write(report: Report, out: TextIO) -> None:
    """Write one run; its results are written article by article, so that memory does not grow with them."""
    tool = driver()
    run = _Run({rule["id"]: index for index, rule in enumerate(tool["rules"])})
    out.write(f'{{"$schema": {_json(SCHEMA)}, "version": "2.1.0", "runs": [{{\n"tool": {_json({"driver": tool})}')
    out.write(',\n"columnKind": "unicodeCodePoints",\n"originalUriBaseIds": ')
    out.write(_json({ROOT: {"description": {"text": "The folder that checker was run in."}}}))
    out.write(',\n"results": [')
    separator = "\n"
    for result in report:
        for row in run.results(result):
            out.write(separator + _json(row))
            separator = ",\n"
    invocation = run.invocation(report)  # before the artifacts, since it names some
    out.write(f'\n],\n"artifacts": {_json(run.artifacts)},\n"invocations": {_json([invocation])}')
    out.write(f',\n"properties": {_json({"articles": report.articles, "words": report.words})}\n}}]}}\n')


class _Run:
    """What is gathered while the results are written: the articles that are named, and what was not done."""

    def __init__(self, rules: dict[str, int]) -> None:
        """`rules` has for each code its index among the rules of the tool."""
        self._rules = rules
        self.artifacts: list[Json] = []
        self._locations: dict[str, Json] = {}
        self._not_run: Counter[tuple[str, str]] = Counter()
        self._written = 0
        self._left_out = 0

    def results(self, result: Result) -> Iterator[Json]:
        """The findings of an article as SARIF's results, as many as there is room for."""
        record = article_record(result)
        for check in record["checks"]:
            if check["status"] == SKIPPED and check["reason"] not in UNASKED:
                self._not_run[check["code"], check["reason"]] += 1
        if result.article is None:
            return
        for finding, row in zip(result.findings, record["findings"], strict=True):
            if self._written >= (MOST if finding.severity is Severity.ERROR else _MOST_OTHERS):
                self._left_out += 1
                continue
            self._written += 1
            yield self._result(result, result.article, finding, row)

    def _result(self, result: Result, article: Article, finding: Finding, row: Json) -> Json:
        record = place_of(result.path).record
        related = row["related"][:_MOST_RELATED]
        written: Json = {
            "ruleId": row["code"],
            "ruleIndex": self._rules[row["code"]],
            "level": row["severity"],
            "message": {"text": _message(row["message"], related)},
            "locations": [{"physicalLocation": self._physical(result.path, article, row)}],
            "partialFingerprints": {FINGERPRINT: row["fingerprint"]},
            "properties": {"confidence": row["confidence"]},
        }
        if related:
            written["relatedLocations"] = [
                {
                    "id": number,
                    "message": {"text": _plain(other["message"])},
                    "physicalLocation": self._physical(result.path, article, other),
                }
                for number, other in enumerate(related, 1)
            ]
        if record:
            written["locations"][0]["logicalLocations"] = [{"name": record, "fullyQualifiedName": result.path}]
            written["properties"] |= {"record": record, "start": row["start"], "end": row["end"]}
        elif finding.fix and (changes := replacements(article, result.path, finding.fix, row["fix"]["edits"])):
            change = {"artifactLocation": self._location(result.path), "replacements": changes}
            written["fixes"] = [{"description": {"text": _plain(row["fix"]["title"])}, "artifactChanges": [change]}]
        return written

    def _physical(self, path: str, article: Article, where: Json) -> Json:
        location = self._location(path, article.meta.title)
        if place_of(path).record:  # its lines are not those of the archive; code scanning wants one all the same
            return {"artifactLocation": location, "region": {"startLine": 1}}
        place = region(where)
        words = article.source[where["start"]["offset"] : where["end"]["offset"]]
        if 0 < len(words) <= _LONGEST_SNIPPET:
            place["snippet"] = {"text": words}
        return {"artifactLocation": location, "region": place}

    def _location(self, path: str, title: str | None = None) -> Json:
        """The file of an article; it is listed among the artifacts when it is first named."""
        file, record = place_of(path)
        if file not in self._locations:
            location = _file_location(file)
            artifact: Json = {"location": location, "roles": ["analysisTarget"]}
            if mime := _MIME.get(ending_of(file)):
                artifact["mimeType"] = mime
            if title and not record:
                artifact["description"] = {"text": _plain(title)}
            self._locations[file] = {**location, "index": len(self.artifacts)}
            self.artifacts.append(artifact)
        return self._locations[file]

    def invocation(self, report: Report) -> Json:
        """How the run went: what could not be read, which rules could not run and why, what was left out."""
        faults = [
            self._unchecked(result.path, result.problem) for result in report.problems if result.problem is not None
        ]
        gaps = [
            _notice(NOT_RUN, "note", f"{code} not run on {counted(count, 'article')}: {reason}")
            | {"associatedRule": {"id": code, "index": self._rules[code]}}
            for (code, reason), count in sorted(self._not_run.items())
        ]
        if self._left_out:
            gaps.append(_notice(TRUNCATED, "warning", f"{self._left_out} more findings are left out: {_LIMIT}"))
        return {
            "executionSuccessful": not report.problems,
            "exitCode": report.exit_code,
            "exitCodeDescription": _MEANINGS[report.exit_code],
            "toolExecutionNotifications": faults,
            "toolConfigurationNotifications": gaps,
        }

    def _unchecked(self, path: str, problem: Problem) -> Json:
        notice = _notice(problem.kind, "error", f"{path}: {problem.message}")
        return {**notice, "locations": [{"physicalLocation": {"artifactLocation": self._location(path)}}]}


def _notice(kind: str, level: str, text: str) -> Json:
    notice: Json = {"level": level, "message": {"text": _plain(text)}}
    return {"descriptor": {"id": kind}, **notice} if is_notice(kind) else notice


def _message(text: str, related: list[Json]) -> str:
    """A finding's message with links to its other places, the only way to them in code scanning."""
    links = [
        "[" + _BRACKET.sub(r"\\\1", _braced(other["message"])) + f"]({number})"
        for number, other in enumerate(related[:_MOST_LINKS], 1)
    ]
    return _plain(text) + (": " + ", ".join(links) if links else "")


def _plain(text: str) -> str:
    """A text that has nothing of SARIF's own in it: no link and no placeholder (3.11.5 and 3.11.6)."""
    return _LINK.sub(r"\\[", _braced(text))


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _file_location(file: str) -> Json:
    """The name of a file as a URI reference from the folder of the run, an absolute one as a URI."""
    if _ABSOLUTE.match(file):
        return {"uri": "file:///" + quote(os.fsencode(file.removeprefix("/")), safe="/:")}
    return {"uri": quote(os.fsencode(file), safe="/"), "uriBaseId": ROOT}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
