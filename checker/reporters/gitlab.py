"""A Code Quality report for GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TextIO

from checker.report import Report, article_record

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def write(report: Report, out: TextIO) -> None:
    """Write one JSON array with an object a finding, article by article."""
    out.write("[")
    separator = "\n"
    for result in report:
        for finding in article_record(result)["findings"]:
            mark = blake2b(f"{result.path}\0{finding['fingerprint']}".encode(), digest_size=16).hexdigest()
            row = {
                "description": f"{finding['code']} {finding['message']}",
                "check_name": finding["name"],
                "fingerprint": mark,
                "severity": _SEVERITIES[finding["severity"]],
                "location": {
                    "path": result.path.partition("#")[0],
                    "lines": {"begin": finding["start"]["line"], "end": finding["end"]["line"]},
                },
            }
            out.write(separator + json.dumps(row, ensure_ascii=False))
            separator = ",\n"
    out.write("\n]\n")
