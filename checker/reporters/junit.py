"""JUnit XML: an article is a suite, a rule is a test, its findings are the test's failure."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

from checker.catalog import titles
from checker.finding import Severity
from checker.report import Report, article_record
from checker.reporters.places import place_of
from checker.result import SKIPPED, Result

# Characters that XML 1.0 does not allow, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, out: TextIO) -> None:
    """Write a suite an article; findings below the level to fail on are told in the test's output."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="checker">\n')
    for result in report:
        out.write(_suite(result, report.fail_on))
    out.write("</testsuites>\n")


def _suite(result: Result, fail_on: Severity | None) -> str:
    record = article_record(result)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for finding in record["findings"]:
        found[finding["code"]].append(finding)
    cases = [_case(check, found[check["code"]], result.path, fail_on) for check in record["checks"]]
    if record["problem"]:
        cases.append(
            f"<testcase name={_attribute('read')} classname={_attribute(result.path)} "
            f"file={_attribute(place_of(result.path).file)}>"
            f"<error type={_attribute(record['problem']['kind'])} "
            f"message={_attribute(record['problem']['message'])}/></testcase>"
        )
    text = "".join(f"    {case}\n" for case in cases)
    counts = {
        "tests": len(cases),
        "failures": text.count("<failure "),
        "errors": text.count("<error "),
        "skipped": text.count("<skipped "),
    }
    numbers = " ".join(f'{name}="{count}"' for name, count in counts.items())
    return f"  <testsuite name={_attribute(result.path)} {numbers}>\n{text}  </testsuite>\n"


def _case(check: dict[str, Any], findings: list[dict[str, Any]], path: str, fail_on: Severity | None) -> str:
    name = f"{check['code']} {titles()[check['code']].name}"
    head = f"<testcase name={_attribute(name)} classname={_attribute(path)}"
    if check["status"] == SKIPPED:
        return f"{head}><skipped message={_attribute(check['reason'])}/></testcase>"
    failing = [finding for finding in findings if fail_on and Severity(finding["severity"]).weight >= fail_on.weight]
    told = [finding for finding in findings if finding not in failing]
    inside = _failure(path, failing) if failing else ""
    if told:
        inside += f"<system-out>{_text(chr(10).join(_lines(path, finding) for finding in told))}</system-out>"
    return f"{head} file={_attribute(place_of(path).file)}>{inside}</testcase>" if inside else f"{head}/>"


def _failure(path: str, findings: list[dict[str, Any]]) -> str:
    """One failure for all findings of a rule: a test has failed or it has not, and servers read the first one only."""
    first = max(findings, key=lambda finding: Severity(finding["severity"]).weight)
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    text = "\n\n".join(_lines(path, finding) for finding in findings)
    return (
        f"<failure type={_attribute(first['severity'])} message={_attribute(first['message'] + more)}>"
        f"{_text(text)}</failure>"
    )


def _lines(path: str, finding: dict[str, Any]) -> str:
    start = finding["start"]
    first = f"{path}:{start['line']}:{start['column']}: {finding['severity']} {finding['message']}"
    others = [
        f"{path}:{other['start']['line']}:{other['start']['column']}: {other['message']}"
        for other in finding["related"]
    ]
    return "\n".join([first, *others])


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("�", text))


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("�", text))
