"""Every case of every rule: its fixtures, and the examples of its page."""

from __future__ import annotations

import pytest
from cases import Case, example_cases, fixture_cases

from checker.engine import check
from checker.finding import Finding
from checker.fixes import apply


def findings_of(case: Case) -> list[Finding]:
    return check(case.article, [case.rule], {case.rule.code: case.options}).findings


@pytest.mark.parametrize("case", list(fixture_cases()), ids=str)
def test_case(case: Case) -> None:
    article = case.article
    findings = findings_of(case)

    assert [article.locate(finding.span) for finding in findings] == case.marks
    if case.related:
        places = {article.locate(related.span) for finding in findings for related in finding.related}
        assert sorted(places) == case.related
    if case.messages is not None:
        assert [f"{article[finding.span]}: {finding.message}" for finding in findings] == case.messages
    if case.fixed is not None:
        fixes = [finding.fix for finding in findings if finding.fix]
        assert apply(article, fixes, case.settings.get("format", "text")).source == case.fixed


@pytest.mark.parametrize("case", list(example_cases("Flagged")), ids=str)
def test_flagged_example(case: Case) -> None:
    assert findings_of(case)


@pytest.mark.parametrize("case", list(example_cases("Fine")), ids=str)
def test_fine_example(case: Case) -> None:
    assert findings_of(case) == []
