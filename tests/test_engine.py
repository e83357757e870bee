"""What the engine does around the rules: skipping, crashes, passes over findings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.annotate import annotate
from checker.article import Article, Span
from checker.config import Chosen, Config
from checker.engine import check, check_input
from checker.errors import RuleCrashed
from checker.finding import AGREES, Confidence, Finding, Outcome, Severity
from checker.inputs import Input
from checker.parsers import parse
from checker.report import Report, fingerprints
from checker.result import Result
from checker.rule import NoOptions, Rule
from checker.source import Lines

TEXT = "Ash and oak.\n\nElm and ash.\n"


def rule_of(number: int, *outcomes: Outcome, **settings: bool) -> Rule:
    rule = Rule(f"rules.dates.d9{number:02}_invented", Severity.WARNING, **settings)

    @rule.check
    def invented(article: Article, options: NoOptions) -> Iterator[Outcome]:
        yield from outcomes

    return rule


def crashing() -> Rule:
    rule = Rule("rules.dates.d999_crashing", Severity.WARNING)

    @rule.check
    def invented(article: Article, options: NoOptions) -> Iterator[Outcome]:
        yield AGREES
        raise KeyError("elm")

    return rule


def finding(code: str, start: int, message: str = "an ash") -> Finding:
    return Finding(code, Span(start, start + 3), message, Severity.WARNING, Confidence.HIGH)


@pytest.fixture
def article() -> Article:
    return annotate(parse(TEXT, "trees.txt"))


def test_findings_come_by_place_and_once_each(article: Article) -> None:
    later, earlier = finding("D902", 13), finding("D901", 0)

    checked = check(article, [rule_of(2, later, AGREES, later), rule_of(1, earlier)])

    assert checked.findings == [earlier, later]
    assert [(ran.code, ran.compared) for ran in checked.checks] == [("D902", 3), ("D901", 1)]


def test_a_rule_that_needs_the_publication_date_is_skipped_without_one(article: Article) -> None:
    (ran,) = check(article, [rule_of(1, finding("D901", 0), needs_published=True)]).checks

    assert (ran.status, ran.reason) == ("skipped", "no publication date")


def test_a_crash_is_raised_to_those_who_are_strict(article: Article) -> None:
    with pytest.raises(RuleCrashed, match="D999 crashed: KeyError: 'elm'; please report"):
        check(article, [crashing()])


def test_a_crash_does_not_take_the_other_rules_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (crashing(), rule_of(1, finding("D901", 0)))
    monkeypatch.setattr(Config, "chosen_for", lambda *_: Chosen(rules, {}, {"D901": Severity.ERROR}))

    result = check_input(Input("trees.txt", text=TEXT), Config())

    assert [found.severity for found in result.findings] == [Severity.ERROR]
    assert result.problem is not None
    assert result.problem.kind == "crash"
    assert [ran.status for ran in result.checks] == ["skipped", "ran"]
    report = Report([result])
    assert [one.path for one in report] == ["trees.txt"]
    assert report.exit_code == 3


def test_a_bug_in_reading_costs_one_article_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: Article) -> Article:
        raise KeyError("oak")

    monkeypatch.setattr("checker.engine.annotate", fail)

    result = check_input(Input("trees.txt", text=TEXT), Config())

    assert result.problem is not None
    assert result.problem.kind == "crash"
    assert result.problem.message == "crashed: KeyError: 'oak'; please report this with the article"


def test_fingerprints_survive_edits_elsewhere_and_tell_twins_apart(article: Article) -> None:
    moved = annotate(parse("A long new opening paragraph.\n\n" + TEXT, "trees.txt"))
    at, moved_at = article.text.index("ash"), moved.text.index("ash")
    twins = [finding("D901", at), finding("D901", at), finding("D901", at, "another")]

    before = fingerprints(article, twins)
    after = fingerprints(moved, [finding("D901", moved_at), finding("D901", moved_at)])

    assert len(set(before)) == 3
    assert after == before[:2]


def test_a_title_that_stands_twice_is_reported_where_it_is_read() -> None:
    story = "The ferry ran aground on Sunday night, and 39 passengers were injured, the coastguard said.\n"
    matter = "---\ntitle: Ferry runs aground, 32 injured\n---\n"
    config = Config(select=("F202",))

    once = check_input(Input("a.md", text=f"{matter}\n{story}"), config)
    twice = check_input(Input("a.md", text=f"{matter}\n# Ferry runs aground, 32 *injured*\n\n{story}"), config)
    other = check_input(Input("a.md", text=f"{matter}\n# Ferry is aground, 32 injured\n\n{story}"), config)

    def lines(result: Result) -> list[int]:
        assert result.article is not None
        positions = Lines(result.article.source)
        return [positions.position(result.article.locate(finding.span).start).line for finding in result.findings]

    assert (lines(once), lines(twice), lines(other)) == ([2], [5], [2, 5])
