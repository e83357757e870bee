"""The baseline: it hides exactly what was written down, says what is stale, and never hides what is new."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import baseline
from checker.config import Config
from checker.engine import check_input
from checker.inputs import Input
from checker.result import Result as Checked
from checker.schemas import faults

Run = Callable[..., Result]

FAIR = "The fair opens on Tuesday, March 4, 2026, and there will be music."
SHOW = "The show was sold out on Friday, March 6, 2026; the the hall was full."  # only the doubled word is wrong
LONG = (
    "In the square below the castle, where the market stood for a hundred years, the dancers and the bakers meet. "
    f"{FAIR} Those who come early will be given a cup of coffee and a seat near the stage."
)
CLEAN = "The council met on Monday and agreed to plant trees along the river."
PARAGRAPHS = (
    FAIR,
    SHOW,
    CLEAN,
    "Of the 120 complaints, 70 were upheld and 60 were dismissed.",
    "Mr Brown said on June 31, 2025 that he would not not resign.",
    "<!-- checker: ignore D101 -->",
    "“We did not know, he said.",
    "Rain fell on the the valley for nine days.",
)


def found(report: Result) -> list[str]:
    return [finding["code"] for article in json.loads(report.stdout)["articles"] for finding in article["findings"]]


def write(path: Path, *paragraphs: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


class TestCommand:
    def test_it_writes_a_file_and_the_next_run_is_silent(self, run: Run, folder: Path) -> None:
        write(folder / "news" / "a.txt", FAIR, SHOW)

        written = run("baseline", "news")
        after = run("check", "news", "--baseline", ".checker-baseline.json")

        assert written.exit_code == 0
        assert written.stdout == ".checker-baseline.json: 2 findings in 1 article\n"
        assert after.exit_code == 0
        assert after.stdout.endswith(": nothing found; 2 in the baseline\n")
        assert run("check", "news").exit_code == 1

    def test_the_file_meets_its_schema(self, run: Run, folder: Path) -> None:
        write(folder / "a.txt", FAIR, SHOW)
        run("baseline", "a.txt", "--output", "known.json")

        document = json.loads((folder / "known.json").read_text(encoding="utf-8"))

        assert faults(document, "baseline") == []
        assert [entry["code"] for entry in document["articles"]["a.txt"]] == ["D101", "G202"]
        assert run("schema", "baseline", "--validate", "known.json").exit_code == 0

    def test_the_configuration_names_it_from_its_own_folder(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / ".checker.toml").write_text("baseline = 'desk/known.json'")
        (folder / "desk").mkdir()
        write(folder / "news" / "a.txt", FAIR)

        assert run("baseline", "news").exit_code == 0
        assert (folder / "desk" / "known.json").exists()
        monkeypatch.chdir(folder / "news")
        assert run("check", "a.txt").exit_code == 0
        assert run("check", folder / "news" / "a.txt").exit_code == 0

    def test_an_input_that_cannot_be_checked_is_told(self, run: Run, folder: Path) -> None:
        write(folder / "a.txt", FAIR)
        (folder / "b.txt").write_bytes(b"")

        written = run("baseline", "a.txt", "b.txt")

        assert written.exit_code == 3
        assert "b.txt: the file is empty" in written.stderr
        assert run("check", "a.txt", "--baseline", ".checker-baseline.json").exit_code == 0

    def test_without_articles_it_forgets_nothing(self, run: Run, folder: Path) -> None:
        write(folder / "a.txt", FAIR)
        run("baseline", "a.txt")
        (folder / "empty").mkdir()

        assert run("baseline", "empty").exit_code == 2
        assert run("baseline").exit_code == 2
        assert run("check", "a.txt", "--baseline", ".checker-baseline.json").exit_code == 0

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "cannot be read: No such file"),
            ("{", "not JSON"),
            ("[]", "this is no baseline of version 1"),
            ("{}", "this is no baseline of version 1"),
            ('{"schema_version": 2, "articles": {}}', "this is no baseline of version 1"),
            ('{"schema_version": 1, "articles": {"a.txt": ["D101"]}}', "this is no baseline of version 1"),
        ],
    )
    def test_a_file_that_is_none_stops_the_run(self, run: Run, folder: Path, content: str | None, said: str) -> None:
        write(folder / "a.txt", CLEAN)
        if content is not None:
            (folder / "known.json").write_text(content)

        result = run("check", "a.txt", "--baseline", "known.json")

        assert result.exit_code == 2
        assert result.stdout == ""
        assert f"baseline known.json: {said}" in result.stderr
        assert "`checker baseline` writes one" in result.stderr


class TestEdits:
    """The file was written for one text; what is said of another?"""

    @pytest.fixture
    def after(self, run: Run, folder: Path) -> Callable[..., Result]:
        def check(before: Iterable[str], now: Iterable[str], *arguments: str) -> Result:
            write(folder / "a.txt", *before)
            run("baseline", "a.txt")
            write(folder / "a.txt", *now)
            return run("check", "a.txt", "--baseline", ".checker-baseline.json", "--format", "json", *arguments)

        return check

    def test_edits_elsewhere_leave_it_known(self, after: Callable[..., Result]) -> None:
        for now in (
            (CLEAN, FAIR, SHOW),
            (SHOW, CLEAN, FAIR),
            (FAIR, CLEAN, SHOW, CLEAN),
            (f"{LONG} The mayor said so.", SHOW),
            (f"It is spring again. {LONG}", SHOW),
        ):
            result = after((LONG if LONG in now[0] else FAIR, SHOW), now, "--select", "D101,G202")
            assert found(result) == []
            assert result.stderr == ""

    def test_a_new_one_is_reported(self, after: Callable[..., Result]) -> None:
        assert found(after((FAIR, CLEAN), (FAIR, CLEAN, SHOW))) == ["G202"]

    def test_one_of_the_same_rule_is_reported(self, after: Callable[..., Result]) -> None:
        other = FAIR.replace("fair", "circus").replace("March 4", "March 11")

        assert found(after((FAIR, CLEAN), (FAIR, CLEAN, other))) == ["D101"]

    def test_the_same_fault_a_second_time_is_reported(self, after: Callable[..., Result]) -> None:
        select = ("--select", "D101")

        assert found(after((FAIR, CLEAN), (FAIR, CLEAN, FAIR), *select)) == ["D101"]
        assert found(after((FAIR, CLEAN, FAIR), (FAIR, CLEAN), *select)) == []

    def test_another_fault_at_the_same_place_is_reported(self, after: Callable[..., Result]) -> None:
        assert found(after((FAIR,), (FAIR.replace("Tuesday", "Sunday"),))) == ["D101"]

    def test_what_is_mended_is_stale(self, after: Callable[..., Result]) -> None:
        result = after((FAIR, SHOW), (FAIR, CLEAN))

        assert found(result) == []
        assert result.stderr == (
            "checker: .checker-baseline.json: 1 finding found no more; `checker baseline` writes the file anew\n"
        )

    def test_what_was_not_looked_for_is_not_stale(self, after: Callable[..., Result]) -> None:
        assert after((FAIR, SHOW), (CLEAN,), "--select", "F").stderr == ""


class TestPaths:
    def test_another_file_with_the_same_fault_is_new(self, run: Run, folder: Path) -> None:
        write(folder / "a.txt", FAIR)
        run("baseline", "a.txt")
        write(folder / "b.txt", FAIR)

        assert found(run("check", "a.txt", "b.txt", "--baseline", ".checker-baseline.json", "--format", "json")) == [
            "D101"
        ]

    def test_a_path_may_be_written_in_any_way(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(folder / "news" / "a.txt", FAIR)
        run("baseline", "news/a.txt")
        known = folder / ".checker-baseline.json"

        monkeypatch.chdir(folder / "news")
        for path in ("a.txt", "./a.txt", "../news/a.txt", str(folder / "news" / "a.txt")):
            assert run("check", path, "--baseline", known).exit_code == 0

    def test_files_that_are_not_checked_are_not_stale_but_those_that_are_gone_are(self, run: Run, folder: Path) -> None:
        for name in ("a.txt", "b.txt", "c.txt"):
            write(folder / name, FAIR)
        run("baseline", ".")
        (folder / "c.txt").unlink()

        assert "1 finding found no more" in run("check", "a.txt", "--baseline", ".checker-baseline.json").stderr

    def test_records_of_an_archive_are_known_by_their_id(self, run: Run, folder: Path) -> None:
        def archive(*ids: str) -> None:
            lines = (json.dumps({"id": name, "text": FAIR}) for name in ids)
            (folder / "a.jsonl").write_text("\n".join(lines))

        archive("one", "../two")
        run("baseline", "a.jsonl")
        archive("one", "two")

        result = run("check", "a.jsonl", "--baseline", ".checker-baseline.json", "--format", "json")

        assert [len(article["findings"]) for article in json.loads(result.stdout)["articles"]] == [0, 1]
        assert "1 finding found no more" in result.stderr

    def test_keys_have_slashes_and_start_from_the_file(self) -> None:
        here = Path("desk")

        assert baseline.key_of(str(here / "news" / "a.md"), here) == "news/a.md"
        assert baseline.key_of("news/a.jsonl#x/../7", here) == "../news/a.jsonl#x/../7"
        assert baseline.key_of("<stdin>", here) == "<stdin>"


def results(articles: list[list[str]]) -> list[Checked]:
    config = Config(select=("D", "F", "G2", "Q", "S108"))
    texts = ["\n\n".join([CLEAN, *parts]) for parts in articles]
    return [check_input(Input(f"{number}.md", text=text), config) for number, text in enumerate(texts)]


@given(st.lists(st.lists(st.sampled_from(PARAGRAPHS), max_size=5), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_baseline_of_a_run_hides_exactly_that_run(tmp_path: Path, articles: list[list[str]]) -> None:
    run = results(articles)
    file = tmp_path / "known.json"
    for result in run:  # else they are gone, and what is known of them stale
        (tmp_path / result.path).touch()
    baseline.write([Checked(str(tmp_path / result.path), *_rest(result)) for result in run], file)

    known = baseline.load(file)
    again = [Checked(str(tmp_path / result.path), *_rest(result)) for result in results(articles)]
    hidden = list(known.hide(again))

    assert [result.findings for result in hidden] == [[]] * len(run)
    assert [result.hidden for result in hidden] == [len(result.findings) for result in run]
    assert known.stale == 0


def _rest(result: Checked) -> tuple[object, ...]:
    return result.article, result.findings, result.checks


@given(
    st.lists(st.sampled_from(PARAGRAPHS), max_size=4, unique=True),
    st.lists(st.sampled_from(PARAGRAPHS), max_size=4, unique=True),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edit_what_is_new_is_shown_and_what_is_gone_is_stale(
    tmp_path: Path, before: list[str], after: list[str]
) -> None:
    (old,), (new,) = results([before]), results([after])
    file = tmp_path / "known.json"
    (tmp_path / old.path).touch()
    baseline.write([Checked(str(tmp_path / old.path), *_rest(old))], file)
    known = baseline.load(file)

    (hidden,) = known.hide([Checked(str(tmp_path / new.path), *_rest(new))])

    shown = [(found.code, found.message) for found in hidden.findings]
    had = [(found.code, found.message) for found in old.findings]
    has = [(found.code, found.message) for found in new.findings]
    assert all(finding in shown for finding in has if finding not in had)
    assert hidden.hidden + len(shown) == len(has)
    assert known.stale == len(had) - hidden.hidden
