"""A Code Quality report for GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, TextIO

from checker.report import Report, article_record
from checker.reporters.places import Place, place_of
from checker.result import Result

Json = dict[str, Any]

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}
_UNCHECKED = "blocker"


def write(report: Report, out: TextIO) -> None:
    """Write one JSON array with an object a finding, article by article."""
    out.write("[")
    separator = "\n"
    for result in report:
        for row in _rows(result):
            out.write(separator + json.dumps(row, ensure_ascii=False))
            separator = ",\n"
    out.write("\n]\n")


def _rows(result: Result) -> Iterator[Json]:
    record, place = article_record(result), place_of(result.path)
    for finding in record["findings"]:
        yield {
            "description": _description(place, finding),
            "check_name": finding["name"],
            "fingerprint": _mark(result.path, finding["fingerprint"]),
            "severity": _SEVERITIES[finding["severity"]],
            "location": _location(place, finding["start"]["line"], finding["end"]["line"]),
        }
    if problem := record["problem"]:  # GitLab shows nothing of the log, and silence would read as a pass
        yield {
            "description": f"could not be checked: {problem['message']}",
            "check_name": "not-checked",
            "fingerprint": _mark(result.path, problem["kind"]),
            "severity": _UNCHECKED,
            "location": _location(place, 1, 1),
        }


def _description(place: Place, finding: Json) -> str:
    """The message and the lines of the other places, on one line: it is all that GitLab shows."""
    where = f"{place.record}, line {finding['start']['line']}: " if place.record else ""
    lines = sorted({other["start"]["line"] for other in finding["related"]})
    others = f" (see line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))})" if lines else ""
    return f"{finding['code']} {where}{finding['message']}{others}"


def _location(place: Place, begin: int, end: int) -> Json:
    lines = {"begin": 1, "end": 1} if place.record else {"begin": begin, "end": end}
    return {"path": place.file, "lines": lines}


def _mark(path: str, fingerprint: str) -> str:
    """A fingerprint of its own for each article: GitLab shows one finding of several that share one."""
    return blake2b(f"{path}\0{fingerprint}".encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
