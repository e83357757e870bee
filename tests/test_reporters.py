"""What every format writes of the same run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result

from checker.catalog import catalog
from checker.schemas import NAMES, faults, schema

Run = Callable[..., Result]

GOLDEN = Path(__file__).parent.parent / "fixtures" / "reports"


def validate(document: object, name: str) -> None:
    assert faults(document, name) == []


@pytest.fixture
def faulty(articles: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(articles.parent.parent)
    return "fixtures/articles/faulty/grain-corridor.txt"


class TestText:
    def test_the_report_of_the_corridor_article(self, run: Run, faulty: str) -> None:
        """To refresh: `checker check fixtures/articles/faulty/grain-corridor.txt > fixtures/reports/text.txt`."""
        assert run("check", faulty).stdout == (GOLDEN / "text.txt").read_text(encoding="utf-8")

    def test_both_places_of_a_conflict_are_shown_under_their_lines(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text("Ann Bellamy won.\n\nMrs Bellamy thanked 🌲 voters.\n\nThen Bellmay wept.\n")

        lines = run("check", "a.txt", "--select", "N101").stdout.splitlines()

        assert lines[0].startswith("a.txt:5:6: warning N101 ")
        assert lines[1:3] == ["    5 | Then Bellmay wept.", "      |      ^^^^^^^"]
        assert re.fullmatch(r" {4}[13] \| .*Bellamy .*", lines[3])
        assert re.match(r" {6}\| {5}-{7} ", lines[4])

    def test_colour_is_for_terminals_and_for_those_who_force_it(
        self, run: Run, faulty: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "\x1b[" not in run("check", faulty).stdout
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[" in run("check", faulty, color=True).stdout
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in run("check", faulty, color=True).stdout

    def test_a_wide_line_is_shortened_around_the_finding(self, run: Run, folder: Path) -> None:
        padding = "word " * 60
        (folder / "a.txt").write_text(f"{padding}on Tuesday, March 4, 2026, {padding}\n")

        excerpt, carets = run("check", "a.txt", "--select", "D101").stdout.splitlines()[1:3]

        assert excerpt.startswith("    1 | …")
        assert excerpt.endswith("…")
        assert len(excerpt) < 130
        assert excerpt[carets.index("^") : carets.rindex("^") + 1] == "Tuesday, March 4, 2026"

    def test_control_characters_do_not_reach_the_terminal(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"On Tuesday, March 4, 2026, \x1b[31mred\x1b[0m music.\n")

        assert "\x1b" not in run("check", "a.txt", "--select", "D101").stdout


class TestJson:
    def test_the_report_is_valid(self, run: Run, articles: Path) -> None:
        report = json.loads(run("check", articles, "--format", "json").stdout)

        validate(report, "report")
        assert report["summary"]["articles"] == len(report["articles"]) >= 6
        assert {finding["family"] for article in report["articles"] for finding in article["findings"]} >= {
            "figures", "dates", "names", "quotes", "ads"
        }  # fmt: skip

    def test_a_report_of_nothing_but_problems_is_valid(self, run: Run, folder: Path) -> None:
        report = json.loads(run("check", "none.txt", "--format", "json").stdout)

        validate(report, "report")
        assert report["articles"][0]["problem"] == {"kind": "input", "message": "no such file or folder"}

    def test_lines_are_the_articles_of_the_report(self, run: Run, articles: Path) -> None:
        report = json.loads(run("check", articles, "--format", "json").stdout)
        lines = run("check", articles, "--format", "jsonl").stdout.splitlines()

        assert [json.loads(line) for line in lines] == report["articles"]

    def test_offsets_lines_and_columns_agree(self, run: Run, folder: Path) -> None:
        source = "\ufeffThe fair 🎪 opens\r\n\r\nÜber all: on Tuesday, March 4, 2026, music.\r\nThe end 🎉 is near.\r\n"
        (folder / "a.txt").write_bytes(source.encode())

        report = json.loads(run("check", "a.txt", "--select", "D101", "--format", "json").stdout)

        (finding,) = report["articles"][0]["findings"]
        text = source.removeprefix("\ufeff")
        assert text[finding["start"]["offset"] : finding["end"]["offset"]] == "Tuesday, March 4, 2026"
        assert (finding["start"]["line"], finding["start"]["column"]) == (3, 14)
        assert finding["end"]["line"] == 3

    def test_the_report_goes_to_a_file(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text("Nothing to see here.\n")

        result = run("check", "a.txt", "--format", "json", "--output", "report.json")

        assert result.stdout == ""
        validate(json.loads((folder / "report.json").read_text()), "report")
        assert run("check", "a.txt", "--output", "no/such/folder.json").exit_code == 2


class TestOtherFormats:
    """The formats of continuous integration; each is read back by its own rules."""

    TEXT = "The fair opens on Tuesday, March 4, 2026, says Ann Bellamy.\n\nMs Bellamy left.\n\nThen Bellmay wept.\n"

    @pytest.fixture
    def two(self, folder: Path) -> str:
        """An article with an error, a warning with another place, and a path that needs escaping."""
        (folder / "a, b%.txt").write_text(self.TEXT)
        return "a, b%.txt"

    def test_sarif(self, run: Run, two: str) -> None:
        log = json.loads(run("check", two, "--select", "D101,N101", "--format", "sarif").stdout)

        (sarif,) = log["runs"]
        wrong_day, variant = sarif["results"]
        assert log["version"] == "2.1.0"
        assert [rule["id"] for rule in sarif["tool"]["driver"]["rules"]] == [rule.code for rule in catalog()]
        assert sarif["tool"]["driver"]["rules"][wrong_day["ruleIndex"]]["id"] == wrong_day["ruleId"] == "D101"
        place = variant["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%2C%20b%25.txt"
        assert (place["region"]["startLine"], place["region"]["startColumn"]) == (5, 6)
        start, length = place["region"]["charOffset"], place["region"]["charLength"]
        assert self.TEXT[start : start + length] == "Bellmay"
        assert variant["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] in (1, 3)
        assert sarif["invocations"] == [{"executionSuccessful": True, "exitCode": 1, "toolExecutionNotifications": []}]

    def test_github_commands_are_escaped(self, run: Run, two: str) -> None:
        first, second = run("check", two, "--select", "D101,N101", "--format", "github").stdout.splitlines()

        assert first.startswith("::error file=a%2C b%25.txt,line=1,endLine=1,col=19,endColumn=41,title=D101 ")
        assert second.startswith("::warning file=a%2C b%25.txt,line=5,")
        assert "%0Aline " in second

    def test_github_s_cap_is_survived(self, run: Run, folder: Path) -> None:
        (folder / "many.txt").write_text("\n\n".join(f"Fair {day}: Tuesday, March 4, 2026." for day in range(25)))

        lines = run("check", "many.txt", "--select", "D101", "--format", "github").stdout.splitlines()

        assert sum(line.startswith("::error ") for line in lines) == 10
        assert sum(line.startswith("many.txt:") for line in lines) == 15
        assert lines[-1] == "::notice title=checker::15 more errors in the log of this step"

    def test_gitlab(self, run: Run, two: str) -> None:
        rows = json.loads(run("check", two, "--select", "D101,N101", "--format", "gitlab").stdout)

        assert [row["severity"] for row in rows] == ["critical", "major"]
        assert rows[1]["location"] == {"path": two, "lines": {"begin": 5, "end": 5}}
        assert len({row["fingerprint"] for row in rows}) == 2

    def test_junit(self, run: Run, two: str, folder: Path) -> None:
        result = run("check", two, "gone.txt", "--select", "D101,D205,N101", "--format", "junit")
        suites = ElementTree.fromstring(result.stdout)

        first, second = suites
        assert first.attrib == {"name": two, "tests": "3", "failures": "1", "errors": "0", "skipped": "1"}
        assert [case.get("name") for case in first.iter("testcase")] == [
            "D101 weekday-mismatch", "D205 tense-conflict", "N101 name-variant"
        ]  # fmt: skip
        assert [child.tag for case in first for child in case] == ["failure", "skipped", "system-out"]
        assert second.find("testcase/error").get("message") == "no such file or folder"

    def test_markdown(self, run: Run, two: str) -> None:
        comment = run("check", two, "--select", "D101,N101", "--format", "markdown").stdout

        assert "🔴 **D101** " in comment
        assert "<details><summary>1 warning</summary>" in comment
        assert "> line 5: Then **Bellmay** wept." in comment
        assert comment.endswith("**checker**: 1 article, 1 error, 1 warning\n")

    def test_markdown_stays_below_the_limit_of_a_comment(self, run: Run, folder: Path) -> None:
        for number in range(40):
            (folder / f"{number}.txt").write_text("\n\n".join(["The fair is on Tuesday, March 4, 2026."] * 30))

        comment = run("check", ".", "--select", "D101", "--format", "markdown").stdout

        assert len(comment) < 65_536
        assert "more findings are left out here" in comment

    @pytest.mark.parametrize("form", ["sarif", "gitlab", "junit", "markdown", "github"])
    def test_nothing_found_is_a_report_too(self, run: Run, folder: Path, form: str) -> None:
        (folder / "a.txt").write_text("Nothing to see here.\n")

        result = run("check", "a.txt", "--format", form)

        assert result.exit_code == 0
        if form in ("sarif", "gitlab"):
            json.loads(result.stdout)


class TestFacts:
    def test_the_ledger_is_valid_in_both_forms(self, run: Run, articles: Path) -> None:
        document = json.loads(run("facts", articles, "--format", "json").stdout)
        lines = run("facts", articles, "--format", "jsonl").stdout.splitlines()

        validate(document, "facts")
        assert [json.loads(line) for line in lines] == document["articles"]

    def test_mentions_are_at_their_place_in_the_source(self, run: Run, articles: Path) -> None:
        path = articles / "clean" / "deep-sea-survey.md"
        source = path.read_text(encoding="utf-8")

        (ledger,) = json.loads(run("facts", path, "--format", "json").stdout)["articles"]

        verbatim = [row for key in ("figures", "dates", "names") for row in ledger[key] if "\n" not in row["text"]]
        assert len(verbatim) > 20
        for row in verbatim:
            assert " ".join(source[row["start"] : row["end"]].split()) == row["text"]

    def test_the_sheet_is_for_reading(self, run: Run, articles: Path) -> None:
        sheet = run("facts", articles / "faulty" / "grain-corridor.txt").stdout

        assert "24 ships  [lines 2, 10]" in sheet
        assert "Tomas Verhoeven, person" in sheet

    def test_what_cannot_be_read_is_reported(self, run: Run, folder: Path) -> None:
        result = run("facts", "none.txt")

        assert result.exit_code == 3
        assert "none.txt: no such file or folder" in result.stderr


class TestSchemas:
    @pytest.mark.parametrize("name", NAMES)
    def test_a_schema_is_a_schema(self, run: Run, name: str) -> None:
        from jsonschema import Draft202012Validator

        printed = json.loads(run("schema", name).stdout)

        assert printed == schema(name)
        Draft202012Validator.check_schema(printed)

    def test_files_are_validated(self, run: Run, folder: Path) -> None:
        (folder / "good.toml").write_text('select = ["F"]\n[rules.grade-too-high]\ntarget = 9\n')
        (folder / "bad.toml").write_text('selects = ["F"]\n[rules.grade-too-high]\ntarget = "nine"\n')

        assert run("schema", "config", "--validate", "good.toml").exit_code == 0
        bad = run("schema", "config", "--validate", "bad.toml")
        assert bad.exit_code == 1
        assert "$.rules.grade-too-high.target" not in run("schema", "config", "--validate", "good.toml").stderr
        assert "'selects' was unexpected" in bad.stderr
        assert "target: 'nine' is not of type 'number'" in bad.stderr
