"""What every format writes of the same run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from junitparser import Failure, JUnitXml

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

    def test_github_commands_are_escaped(self, run: Run, two: str) -> None:
        first, second = run("check", two, "--select", "D101,N101", "--format", "github").stdout.splitlines()

        assert first.startswith("::error file=a%2C b%25.txt,line=1,endLine=1,col=19,endColumn=41,title=D101 ")
        assert second.startswith("::warning file=a%2C b%25.txt,line=5,")
        assert "%0Aline " in second

    def test_github_s_cap_is_survived(self, run: Run, folder: Path) -> None:
        (folder / "many.txt").write_text("\n\n".join(f"Fair {day}: Tuesday, March 4, 2026." for day in range(25)))

        lines = run("check", "many.txt", "gone.txt", "--select", "D101", "--format", "github").stdout.splitlines()

        assert sum(line.startswith("::error ") for line in lines) == 10
        assert sum(line.startswith("many.txt:") for line in lines) == 15
        assert lines[-2] == "gone.txt: error no such file or folder"
        assert lines[-1] == (
            "::notice title=checker::16 more errors in the log of this step, of 2 articles; "
            "1 of the articles could not be checked"
        )

    def test_an_unread_article_is_an_annotation_too(self, run: Run, folder: Path) -> None:
        lines = run("check", "gone.txt", "--format", "github").stdout.splitlines()

        assert lines == ["::error file=gone.txt,title=checker::no such file or folder"]

    @pytest.mark.parametrize("words", ["::stop-commands::x", "##[error]x", "a ##[group]x", "  ::error::x"])
    def test_words_of_an_article_give_github_no_command(self, run: Run, folder: Path, words: str) -> None:
        (folder / "many.txt").write_text("\n\n".join(["On Tuesday, March 4, 2026, music."] * 11))
        name = words.replace("/", "") + ".txt"
        (folder / name).write_text("On Tuesday, March 4, 2026, music.\n")

        lines = run("check", "many.txt", name, "--select", "D101", "--format", "github").stdout.splitlines()

        log = [line for line in lines if not line.startswith(("::error file=", "::notice title=checker::"))]
        assert len(log) == 2
        assert not any(line.lstrip().startswith("::") or "##[" in line for line in log)

    def test_a_record_of_an_archive_is_shown_at_its_file_without_a_line(self, run: Run, folder: Path) -> None:
        (folder / "a.jsonl").write_text(json.dumps({"id": "x", "text": "Hello.\n\nOn Tuesday, March 4, 2026, music."}))

        (line,) = run("check", "a.jsonl", "--select", "D101", "--format", "github").stdout.splitlines()
        (row,) = json.loads(run("check", "a.jsonl", "--select", "D101", "--format", "gitlab").stdout)

        assert line.startswith("::error file=a.jsonl,title=D101 weekday-mismatch::x, line 3: ")
        assert row["location"] == {"path": "a.jsonl", "lines": {"begin": 1, "end": 1}}
        assert row["description"].startswith("D101 x, line 3: ")

    def test_gitlab(self, run: Run, two: str) -> None:
        result = run("check", f"./{two}", "gone.txt", "--select", "D101,N101", "--format", "gitlab")
        rows = json.loads(result.stdout)

        for row in rows:  # the keys and values that GitLab documents, and no other
            assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
            assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
            assert re.fullmatch("[0-9a-f]{32}", row["fingerprint"])
            assert set(row["location"]) == {"path", "lines"}
            assert not row["location"]["path"].startswith("./")
            assert row["location"]["lines"]["begin"] >= 1
        assert [row["severity"] for row in rows] == ["critical", "major", "blocker"]
        assert rows[1]["location"] == {"path": two, "lines": {"begin": 5, "end": 5}}
        assert re.search(r" \(see lines? [13](, 3)?\)$", rows[1]["description"])
        assert rows[2]["description"] == "could not be checked: no such file or folder"
        assert len({row["fingerprint"] for row in rows}) == 3

    def test_equal_findings_have_fingerprints_of_their_own(self, run: Run, folder: Path) -> None:
        for name in ("a.txt", "b.txt"):
            (folder / name).write_text("\n\n".join(["On Tuesday, March 4, 2026, music."] * 3))

        rows = json.loads(run("check", ".", "--select", "D101", "--format", "gitlab").stdout)

        assert len({row["fingerprint"] for row in rows}) == len(rows) == 6

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

    def test_junit_is_read_by_a_parser_of_others(self, run: Run, folder: Path) -> None:
        words = "On Tuesday, March 4, 2026, <music> & \x0c“more”."
        (folder / "a.txt").write_text(f"{words}\n\n{words}\n")
        run("check", "a.txt", "gone.txt", "--select", "D101,D205", "--format", "junit", "--output", "report.xml")

        report = JUnitXml.fromfile(str(folder / "report.xml"))

        first, second = report
        assert (first.tests, first.failures, first.skipped, first.errors) == (2, 1, 1, 0)
        case, skipped = first
        assert (case.classname, case.name, case.is_failure) == ("a.txt", "D101 weekday-mismatch", True)
        assert [type(result) for result in case.result] == [Failure]
        assert case.result[0].message == "March 4, 2026 was a Wednesday (and 1 more)"
        assert case.result[0].text.splitlines()[::2] == [
            f"a.txt:{line}:4: error March 4, 2026 was a Wednesday" for line in (1, 3)
        ]
        assert skipped.is_skipped
        assert [case.is_error for case in second] == [True]

    def test_markdown(self, run: Run, two: str) -> None:
        comment = run("check", two, "--select", "D101,N101", "--format", "markdown").stdout

        assert comment.startswith("### checker: 1 error, 1 warning in 1 article\n")
        assert "🔴 **D101** March 4, 2026 was a Wednesday (weekday-mismatch)\n\n> line 1: The fair opens " in comment
        folded = comment[comment.index("<details>") :]
        assert folded.startswith("<details><summary>1 warning</summary>\n\n🟠 **N101** ")
        assert "> line 5: Then <b>Bellmay</b> wept.\n\n> line " in folded

    def test_markdown_counts_what_is_known(self, run: Run, two: str) -> None:
        run("baseline", two, "--select", "D101")

        comment = run("check", two, "--select", "D101,N101", "--baseline", ".checker-baseline.json",
                      "--format", "markdown").stdout  # fmt: skip

        assert comment.startswith("### checker: 1 warning in 1 article, 1 known\n")

    def test_markdown_quotes_both_sentences_and_each_once(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text("Of the 120 complaints, 70 were upheld and 60 dismissed. The rest is silence.\n")

        comment = run("check", "a.txt", "--select", "F101", "--format", "markdown").stdout

        assert [line for line in comment.splitlines() if line.startswith(">")] == [
            "> line 1: Of the <b>120</b> complaints, <b>70</b> were upheld and <b>60</b> dismissed."
        ]

    def test_words_of_an_article_are_not_markdown(self, run: Run, folder: Path) -> None:
        (folder / "a_b.txt").write_text("On Tuesday, March 4, 2026, @ann owes $5 for #12, <b>*1*</b> and [x](y).\n")

        comment = run("check", "a_b.txt", "--select", "D101", "--format", "markdown").stdout

        assert "<code>a\\_b.txt</code>" in comment
        assert comment.endswith("@<!-- -->ann owes \\$5 for #<!-- -->12, \\<b\\>\\*1\\*\\</b\\> and \\[x\\](y).\n\n")

    def test_markdown_stays_below_the_limit_of_a_comment_and_keeps_the_errors(self, run: Run, folder: Path) -> None:
        for number in range(40):
            (folder / f"{number:02}.txt").write_text(
                "\n\n".join([f"The fair {number} of fairs is near near the sea, and it is as dull as ever."] * 30)
            )
        (folder / "last.txt").write_text("The fair is on Tuesday, March 4, 2026.")

        comment = run(
            "check", ".", "--select", "D101,G202", "--severity", "G202=warning", "--format", "markdown"
        ).stdout

        assert 20_000 < len(comment) < 65_536
        assert "🔴 **D101** " in comment
        left_out = re.search(r"_Left out here: ([\d,]+) warnings; ", comment)
        assert int(left_out[1].replace(",", "")) + comment.count("🟠") == 40 * 30

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
