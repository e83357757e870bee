"""SARIF 2.1.0, the format of code scanning: OASIS Standard, 27 March 2020."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from checker.catalog import catalog
from checker.report import Report, article_record
from checker.result import Result
from checker.rule import Rule
from checker.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "checker/v1"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}

Json = dict[str, Any]


def write(report: Report, out: TextIO) -> None:
    """Write one run; its results are written article by article, so that memory does not grow with them."""
    driver = {"name": "checker", "version": VERSION, "semanticVersion": VERSION, "rules": [*map(_rule, catalog())]}
    indices = {rule.code: index for index, rule in enumerate(catalog())}
    out.write(f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{\n"tool": ')
    out.write(json.dumps({"driver": driver}, ensure_ascii=False))
    out.write(',\n"columnKind": "unicodeCodePoints",\n"results": [')
    separator = "\n"
    for result in report:
        for finding in article_record(result)["findings"]:
            row = _result(result, finding, indices)
            out.write(separator + json.dumps(row, ensure_ascii=False))
            separator = ",\n"
    out.write('\n],\n"invocations": ' + json.dumps([_invocation(report)], ensure_ascii=False) + "\n}]}\n")


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family, rule.name]},
    }


def _result(result: Result, finding: Json, indices: dict[str, int]) -> Json:
    row: Json = {
        "ruleId": finding["code"],
        "ruleIndex": indices[finding["code"]],
        "level": _LEVELS[finding["severity"]],
        "message": {"text": finding["message"]},
        "locations": [{"physicalLocation": _place(result.path, finding)}],
        "partialFingerprints": {FINGERPRINT: finding["fingerprint"]},
        "properties": {"confidence": finding["confidence"]},
    }
    if finding["related"]:
        row["relatedLocations"] = [
            {"id": number, "message": {"text": other["message"]}, "physicalLocation": _place(result.path, other)}
            for number, other in enumerate(finding["related"], 1)
        ]
    if finding["fix"]:
        row["fixes"] = [_fix(result.path, finding["fix"])]
    return row


def _fix(path: str, fix: Json) -> Json:
    replacements = [
        {"deletedRegion": _region(edit), "insertedContent": {"text": edit["text"]}} for edit in fix["edits"]
    ]
    change = {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
    return {"description": {"text": fix["title"]}, "artifactChanges": [change]}


def _place(path: str, where: Json) -> Json:
    return {"artifactLocation": {"uri": _uri(path)}, "region": _region(where)}


def _region(where: Json) -> Json:
    start, end = where["start"], where["end"]
    return {
        "startLine": start["line"],
        "startColumn": start["column"],
        "endLine": end["line"],
        "endColumn": end["column"],
        "charOffset": start["offset"],
        "charLength": end["offset"] - start["offset"],
    }


def _uri(path: str) -> str:
    """The path as a URI reference; the record of an archive as its fragment."""
    file, mark, record = path.partition("#")
    return quote(PurePath(file).as_posix(), safe="/:") + (mark and "#" + quote(record))


def _invocation(report: Report) -> Json:
    return {
        "executionSuccessful": not report.problems,
        "exitCode": report.exit_code,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": f"{result.path}: {result.problem.message}"}}
            for result in report.problems
            if result.problem is not None
        ],
    }
