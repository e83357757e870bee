"""What must hold for every rule."""

from __future__ import annotations

import dataclasses
import re
import sys
import types
from pathlib import Path

import pytest
from cases import Case, examples, fixture_cases, fixture_path

from checker.catalog import catalog, collect, find, titles
from checker.errors import ConfigError
from checker.finding import Severity
from checker.rule import Rule

RULES = list(catalog())
FAMILIES = {
    "F": "figures",
    "D": "dates",
    "N": "names",
    "Q": "quotes",
    "A": "ads",
    "R": "readability",
    "S": "structure",
}


def cases_of(rule: Rule) -> list[Case]:
    return [case for case in fixture_cases() if case.rule is rule]


def test_there_are_rules_of_every_family() -> None:
    assert {rule.family for rule in RULES} >= {
        "figures",
        "dates",
        "names",
        "quotes",
        "ads",
        "duplication",
        "readability",
    }


@pytest.mark.parametrize("rule", RULES, ids=repr)
class TestEveryRule:
    def test_its_letter_is_its_family(self, rule: Rule) -> None:
        if rule.code[0] == "G":
            assert rule.family in ("grammar", "duplication")
        else:
            assert rule.family == FAMILIES[rule.code[0]]

    def test_its_page_has_the_headings_in_order(self, rule: Rule) -> None:
        assert re.findall(r"^## (.+)$", rule.page, re.M) == ["Flagged", "Fine", "Limits"]
        assert rule.summary.endswith(".")
        assert len(rule.summary) <= 100

    def test_its_page_has_examples(self, rule: Rule) -> None:
        assert examples(rule, "Flagged")
        assert examples(rule, "Fine")

    def test_its_options_are_documented(self, rule: Rule) -> None:
        text = Path(sys.modules[rule.options.__module__].__file__ or "").read_text(encoding="utf-8")
        for option in dataclasses.fields(rule.options):
            assert re.search(rf'^    {option.name}\b.*\n    """', text, re.M), f"{option.name} has no docstring"
        told = [line.partition(": ")[2] for line in rule.option_lines()]
        assert all(told)
        assert len(set(told)) == len(told), "two options have one docstring"

    def test_it_has_a_fixture_with_more_quiet_cases_than_firing_ones(self, rule: Rule) -> None:
        assert fixture_path(rule).exists(), f"write {fixture_path(rule)}"
        cases = cases_of(rule)
        firing = [case for case in cases if case.marks]
        quiet = [case for case in cases if not case.marks]
        assert len(firing) >= 1
        assert len(quiet) >= max(2, len(firing)), "a rule earns trust by silence"

    def test_its_messages_are_clauses_with_evidence(self, rule: Rule) -> None:
        written = [message for case in cases_of(rule) for message in case.messages or []]
        assert written, "no case fixes the wording of a message"
        for message in written:
            clause = message.partition(": ")[2]
            assert not clause.endswith("."), clause


def test_a_code_that_is_taken_is_refused() -> None:
    package = types.ModuleType("invented")
    package.__path__ = []
    first, second = (
        Rule("rules.dates.d999_one_thing", Severity.NOTE),
        Rule("rules.dates.d999_other_thing", Severity.NOTE),
    )
    modules = {"invented.a": first, "invented.b": second}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "checker.catalog._modules",
            lambda _: (types.SimpleNamespace(rule=rule) for rule in modules.values()),
        )
        with pytest.raises(ConfigError, match=r"d999_other_thing and .*d999_one_thing are both D999"):
            collect(package)


def test_titles_are_those_of_the_rules() -> None:
    assert list(titles().values()) == [(rule.code, rule.name, rule.family, rule.module) for rule in RULES]


def test_a_file_name_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match=r"f101_sum_mismatch\.py"):
        Rule("rules.dates.weekday", Severity.NOTE)


def test_a_rule_is_found_by_code_and_by_name_and_the_nearest_is_named() -> None:
    assert find("f101", RULES) is find("sum-mismatch", RULES)
    with pytest.raises(ConfigError, match="did you mean 'sum-mismatch'"):
        find("sum-mismach", RULES)
