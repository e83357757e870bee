"""`--manifest`: what is known of articles whose files do not say it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from checker.manifest import KEYS
from checker.schemas import faults, schema

Run = Callable[..., Result]

UNDATED = "The fair opens on Tuesday, March 4, and the council has promised music.\n"  # a Wednesday in 2026
DATED = f"Published: 2025-02-20\n\n{UNDATED}"  # a Tuesday in 2025


@pytest.fixture
def news(folder: Path) -> Path:
    (folder / "news").mkdir()
    for name in ("fair.txt", "dance.txt"):
        (folder / "news" / name).write_text(UNDATED)
    return folder / "news"


def found(result: Result) -> dict[str, dict[str, Any]]:
    """The articles of a report by name."""
    return {Path(article["path"]).name: article for article in map(json.loads, result.stdout.splitlines())}


def published(result: Result) -> dict[str, str | None]:
    return {name: article["published"] for name, article in found(result).items()}


WRITTEN = {
    "manifest.json": '{"news/fair.txt": {"published": "2026-02-20", "authors": ["Ann Lee", "Bo Vane"]}}',
    "manifest.jsonl": '{"path": "news/fair.txt", "published": "2026-02-20", "authors": "Ann Lee"}\n\n',
    "manifest.csv": "path,title,published,authors\r\nnews/fair.txt,,20 February 2026,Ann Lee; Bo Vane\r\n",
    "other.csv": 'path;published;section\n"news/fair.txt";"2026-02-20";\n',
    "manifest.tsv": "published\tpath\n2026-02-20\tnews/fair.txt\n",
}


class TestForms:
    @pytest.mark.parametrize("name", WRITTEN)
    def test_each_form_says_the_same(self, run: Run, news: Path, name: str) -> None:
        Path(name).write_bytes(b"\xef\xbb\xbf" + WRITTEN[name].encode())

        result = run("check", "news", "--manifest", name, "--format", "jsonl")

        assert published(result) == {"fair.txt": "2026-02-20", "dance.txt": None}
        assert [finding["code"] for finding in found(result)["fair.txt"]["findings"]] == ["D101"]
        assert result.exit_code == 1

    def test_all_keys_arrive(self, run: Run, news: Path) -> None:
        said = {
            "title": "A fair comes to town",
            "published": "2025-02-20",
            "updated": "2025-02-21",
            "authors": ["Ann Lee"],
            "section": "local",
            "sponsored": True,
            "corrections": ["An earlier version gave another day."],
        }
        assert set(said) == set(KEYS) == set(schema("manifest")["additionalProperties"]["properties"])
        Path("m.json").write_text(json.dumps({"news/fair.txt": said}))

        article = found(run("check", "news/fair.txt", "--manifest", "m.json", "--format", "jsonl"))["fair.txt"]

        assert article["title"] == "A fair comes to town"
        assert "A108" in {finding["code"] for finding in article["findings"]}  # sponsored, and no label says so

    def test_the_configuration_may_name_it_from_its_own_folder(self, run: Run, news: Path) -> None:
        (news / ".checker.toml").write_text("")
        Path(".checker.toml").write_text('manifest = "m.csv"\n')
        Path("m.csv").write_text("path,published\nnews/*.txt,2026-02-20\n")

        assert set(published(run("check", "news", "--format", "jsonl")).values()) == {"2026-02-20"}

    def test_the_ledger_and_the_baseline_know_it_too(self, run: Run, news: Path) -> None:
        Path("m.csv").write_text("path,published\nnews/*.txt,2026-02-20\n")

        assert "2026-03-04" in run("facts", "news/fair.txt", "--manifest", "m.csv").stdout
        assert "2 findings" in run("baseline", "news", "--manifest", "m.csv").stdout


class TestPaths:
    def test_they_are_from_the_folder_of_the_manifest_or_the_working_folder(self, run: Run, news: Path) -> None:
        (news / "m.csv").write_text("path,published\nfair.txt,2026-02-20\nnews/dance.txt,2025-02-20\n")

        result = run("check", "./news", "--manifest", "news/m.csv", "--format", "jsonl")

        assert published(result) == {"fair.txt": "2026-02-20", "dance.txt": "2025-02-20"}

    def test_a_path_in_full_is_a_path(self, run: Run, news: Path) -> None:
        Path("m.jsonl").write_text(json.dumps({"path": str(news / "fair.txt"), "published": "2026-02-20"}))

        assert published(run("check", "news", "--manifest", "m.jsonl", "--format", "jsonl"))["fair.txt"] == "2026-02-20"

    def test_the_closer_word_holds(self, run: Run, news: Path) -> None:
        said = {
            "news/fair.txt": {"published": "2025-02-20"},
            "**": {"published": "2020-02-20", "title": "Wide"},
            "news/*": {"published": "2026-02-20"},
        }
        Path("m.json").write_text(json.dumps(said))

        articles = found(run("check", "news", "--manifest", "m.json", "--format", "jsonl"))

        assert {name: (article["published"], article["title"]) for name, article in articles.items()} == {
            "fair.txt": ("2025-02-20", "Wide"),
            "dance.txt": ("2026-02-20", "Wide"),
        }

    def test_the_article_has_the_last_word(self, run: Run, news: Path) -> None:
        (news / "fair.txt").write_text(DATED)
        Path("m.csv").write_text("path,published\nnews/fair.txt,2026-02-20\n")

        result = run("check", "news/fair.txt", "--manifest", "m.csv", "--published", "2024-01-01", "--format", "jsonl")

        assert published(result) == {"fair.txt": "2025-02-20"}
        assert result.exit_code == 0

    def test_it_holds_over_the_date_of_the_command_line(self, run: Run, news: Path) -> None:
        Path("m.csv").write_text("path,published\nnews/fair.txt,2026-02-20\n")

        result = run("check", "news", "--manifest", "m.csv", "--published", "2025-01-01", "--format", "jsonl")

        assert published(result) == {"fair.txt": "2026-02-20", "dance.txt": "2025-01-01"}

    def test_records_and_standard_input_have_names(self, run: Run, news: Path) -> None:
        records = [{"id": "a#1", "text": UNDATED}, {"id": "b", "text": UNDATED, "published": "2025-02-20"}]
        Path("day.jsonl").write_text("\n".join(map(json.dumps, records)))
        Path("m.csv").write_text(
            "path,published\nday.jsonl#a#1,2026-02-20\nday.jsonl#*,2020-02-20\nfair.md,2026-02-20\n"
        )

        inputs = ("day.jsonl", "-", "--stdin-filename", "fair.md")

        archive = run("check", *inputs, "--manifest", "m.csv", "--format", "jsonl", input=UNDATED)

        assert list(published(archive).values()) == ["2026-02-20", "2025-02-20", "2026-02-20"]

    def test_what_it_says_is_not_kept_past_its_time(self, run: Run, news: Path) -> None:
        for day in ("2026-02-20", "2025-02-20"):
            Path("m.csv").write_text(f"path,published\nnews/fair.txt,{day}\n")
            result = run("check", "news/fair.txt", "--manifest", "m.csv", "--format", "jsonl", "--cache-dir", "kept")
            assert published(result) == {"fair.txt": day}


class TestMistakes:
    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            ("m.json", '{"news/fare.txt": {}}', "'news/fare.txt': no article is called 'news/fare.txt'; did you mean"),
            ("m.csv", "path,published\nnews/*.md,2026-02-20\n", "line 2: no article is called 'news/*.md'"),
            (
                "m.csv",
                "path,publishd\nnews/fair.txt,1\n",
                "line 2: no key is called 'publishd'; did you mean 'published'?",
            ),
            ("m.csv", "path,published\nnews/fair.txt,soon\n", "line 2: published: 'soon' is not a date"),
            ("m.csv", "file,published\nnews/fair.txt,2026-02-20\n", 'line 2: there is no "path"'),
            ("m.csv", "path,title\nnews/fair.txt,a,b\n", "line 2: there are more cells than columns"),
            ("m.csv", "path,title\nnews/fair.txt,a\n./news/fair.txt,b\n", "line 3: 'news/fair.txt' is in line 2 too"),
            ("m.json", '{"news/fair.txt": {}, "news/fair.txt": {}}', "'news/fair.txt' is there twice"),
            ("m.json", '{"news/fair.txt": {"authors": [1]}}', "'news/fair.txt': authors: [1] is not a list of strings"),
            ("m.json", '{"news/fair.txt": {"sponsored": 7}}', "sponsored: 7 is not true or false"),
            ("m.json", '{"news/fair.txt": {"title": ["a"]}}', "title: ['a'] is not a string"),
            ("m.json", '{"news/fair.txt": "2026-02-20"}', "'news/fair.txt': write what is known as an object"),
            ("m.json", "[]", "write it as an object of paths"),
            ("m.json", "{", "not JSON"),
            ("m.jsonl", '{"path": "news/fair.txt"}\n{', "line 2: not JSON"),
            ("m.jsonl", '{"published": "2026-02-20"}', 'line 1: there is no "path"'),
        ],
        ids=str,
    )
    def test_it_stops_the_run(self, run: Run, news: Path, name: str, text: str, said: str) -> None:
        Path(name).write_text(text)

        result = run("check", "news", "--manifest", name)

        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith(f"checker: manifest {name}: ")
        assert said in result.stderr

    def test_a_manifest_that_is_not_there(self, run: Run, news: Path) -> None:
        result = run("check", "news", "--manifest", "none.csv")

        assert (result.exit_code, result.stderr) == (
            2,
            "checker: manifest none.csv: cannot be read: No such file or directory\n",
        )

    def test_articles_of_another_run_are_no_mistake(self, run: Run, news: Path) -> None:
        Path("day.jsonl").write_text(json.dumps({"id": "a", "text": UNDATED}))
        Path("m.csv").write_text("path,published\nnews/fair.txt,2026-02-20\nnews/*.txt,2026-02-20\nday.jsonl#zz,\n")

        assert run("check", "news/dance.txt", "--manifest", "m.csv").exit_code == 1

    def test_of_a_stream_it_is_told_at_the_end(self, run: Run, news: Path) -> None:
        Path("day.jsonl").write_text(json.dumps({"id": "alpha", "text": UNDATED}))
        Path("m.csv").write_text("path,published\nday.jsonl#alfa,2026-02-20\n")

        result = run("check", "day.jsonl", "--manifest", "m.csv")

        assert result.exit_code == 3
        assert "1 article checked" in result.stdout
        said = "m.csv: line 2: no article is called 'day.jsonl#alfa'; did you mean 'day.jsonl#alpha'?"
        assert said in result.stderr


def test_the_schema_agrees_with_the_reader(run: Run, news: Path) -> None:
    assert faults(json.loads(WRITTEN["manifest.json"]), "manifest") == []
    assert faults({"a.txt": {"publishd": "2026-02-20"}}, "manifest")
    assert faults({"a.txt": {"sponsored": 7}}, "manifest")
    assert faults([], "manifest")
