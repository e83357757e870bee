"""`checker check --fix` and `--diff`: what the options come to, and what is told of what was done."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, TextIO

import click

from checker.commands.running import opened

if TYPE_CHECKING:
    from checker.baseline import Baseline
    from checker.report import Report
    from checker.result import Result

Write = Callable[[Any, TextIO], None]


def fixing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is fixed."""
    for option in (
        click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: fixes that need a second look, too."),
        click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing."),
        click.option("--fix", is_flag=True, help="Fix what is safe to fix, in place, and report what remains."),
    ):
        command = option(command)
    return command


class Fixes:
    """What a run fixes, and what came of it."""

    def __init__(self, *, fix: bool, diff: bool, unsafe_fixes: bool) -> None:
        if unsafe_fixes and not (fix or diff):
            raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
        self.asked = fix or diff
        self._diffs = diff
        self._unsafe = unsafe_fixes
        self._fixed: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self._more = 0

    def work(self, otherwise: Any, known: Baseline | None) -> Any:
        """What is done with each input; `otherwise` where nothing is to be fixed."""
        if not self.asked:
            return otherwise
        from checker.fixing import Fixer

        return Fixer(self._unsafe, not self._diffs, known)

    def writer(self, write: Write, form: str) -> Write:
        """What writes the report, which is a difference where that was asked for."""
        if self._diffs and form != "text":
            raise click.UsageError(f"--diff prints a difference and no report; leave out --format {form}")
        return _write_diffs if self._diffs else write

    def opened(self, output: str | None, paths: tuple[str, ...]) -> AbstractContextManager[TextIO]:
        """Where the report goes: beside the fixed text of standard input, to standard error."""
        if self.asked and not self._diffs and "-" in paths and output is None:
            return nullcontext(sys.stderr)
        return opened(output)

    def counted(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results, counted as they pass; the fixed text of standard input goes to standard output."""
        from checker.inputs import file_of

        for result in results:
            fixed = result.fixed
            if fixed is not None:
                self._fixed[result.path] += fixed.count
                self._refused[file_of(result.path)] += fixed.refused
                self._more += fixed.more
                if fixed.source is not None and not self._diffs:
                    _pass_on(fixed.source)
            yield result

    def tell(self) -> None:
        """Say on standard error what was fixed, and what could not be and why."""
        for path, count in self._refused.items():
            if count:
                click.echo(f"checker: {path}: {_of(count)} not fixed: {_remedy(path)}", err=True)
        if self.asked:
            click.echo(self._summary(), err=True)

    def exit_code(self, report: Report) -> int:
        """That of the report; of differences, 1 when there are any."""
        from checker.report import CLEAN, FOUND

        code = report.exit_code
        if not self._diffs or code not in (CLEAN, FOUND):
            return code
        return FOUND if self._fixed.total() else CLEAN

    def _summary(self) -> str:
        files = sum(count > 0 for count in self._fixed.values())
        done = "Would fix" if self._diffs else "Fixed"
        where = f" in {files} file{'' if files == 1 else 's'}" if files else ""
        more = f"; --unsafe-fixes would fix {self._more} more" if self._more else ""
        return f"{done} {_of(self._fixed.total())}{where}{more}"


def _write_diffs(report: Report, out: TextIO) -> None:
    for result in report:
        if result.fixed is not None:
            out.write(result.fixed.diff)


def _pass_on(source: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(source)
    sys.stdout.buffer.flush()


def _remedy(path: str) -> str:
    if path.lower().endswith(".jsonl"):
        return "records of an archive are not written; fix what they come from"
    return "this format is not written; make the changes in the program that it comes from"


def _of(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"
