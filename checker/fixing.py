"""Fixing inputs: check, apply what can be applied, check again until nothing changes, write.

After each pass the article is read again and must say what it said, word for word, but for what was edited; fixes that
break this, because of what the markup makes of them, are not applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import PurePath

from checker.article import Article, BlockKind
from checker.baseline import Baseline
from checker.config import Config
from checker.engine import check_input
from checker.errors import InputError
from checker.finding import Fix
from checker.fixes import Applied, apply
from checker.fixes.files import rewrite
from checker.inputs import Input
from checker.parsers import ENDINGS, PACKED
from checker.report import fingerprints
from checker.result import Fixed, Problem, Result
from checker.source import Decoded, decode

_MOST_PASSES = 100  # two or three are the rule; a fix makes room for the next one that overlapped it
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARKED = frozenset({BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE, BlockKind.CELL, BlockKind.CODE})


@dataclass(frozen=True)
class Fixer:
    """The work that is done on an input instead of only checking it."""

    unsafe: bool = False
    """Whether fixes that are not safe are applied as well."""
    writes: bool = True
    """Whether files are written; otherwise only the difference is told."""
    known: Baseline | None = None
    """What is known and left standing."""

    def __call__(self, entry: Input, config: Config) -> Result:
        """The result of an input once it is fixed; of what cannot be fixed, the result as it is."""
        try:
            if entry.problem is None and entry.text is None:
                entry = replace(entry, raw=entry.read(config.max_size))
        except InputError:
            return _passed_on(entry, check_input(entry, config))  # which says why
        result = check_input(entry, config)
        if result.article is None:
            return _passed_on(entry, result)
        if form_of(entry) is None:
            return _passed_on(entry, result, refused=len(self.fixes_of(result)))
        try:
            return self._finished(entry, result, _Mending(self, entry, config, result).mended())
        except Exception as error:  # a bug of ours must not cost the user the other articles
            message = f"not fixed: crashed: {type(error).__name__}: {error}; please report this with the article"
            return _passed_on(entry, replace(result, problem=Problem("crash", message)))

    def _finished(self, entry: Input, before: Result, mended: Mended) -> Result:
        """The result with what was done; what cannot be written is left as it was, and its problem told."""
        old, new = _read(entry), replace(_read(entry), text=mended.text)
        told = Fixed(mended.count, self._more(mended.result, entry))
        if not self.writes:
            return replace(before, fixed=replace(told, diff="".join(diff(entry.name, old.text, new.text))))
        if entry.path is None:
            return replace(mended.result, fixed=replace(told, source=_encoded(new)))
        if mended.count:
            try:
                rewrite(entry.path, _encoded(old), _encoded(new))
            except InputError as error:
                return replace(before, problem=Problem("not-fixed", str(error)), fixed=Fixed())
        return replace(mended.result, fixed=told)

    def _more(self, result: Result, entry: Input) -> int:
        """How many more findings the fixes would mend that are not safe."""
        if self.unsafe or result.article is None:
            return 0
        fixes = [fix for _, fix in Fixer(True, known=self.known).fixes_of(result)]
        form = form_of(entry)
        return len(apply(result.article, fixes, form, _read(entry).encoding).fixes) if fixes and form else 0

    def fixes_of(self, result: Result) -> list[tuple[str, Fix]]:
        """The fixes to be applied to an article, each with what identifies its finding."""
        if result.article is None:
            return []
        findings = self.known.new_in(result) if self.known else result.findings
        prints = fingerprints(result.article, result.findings)
        named = {id(finding): mark for finding, mark in zip(result.findings, prints, strict=True)}
        return [(named[id(found)], found.fix) for found in findings if found.fix and (found.fix.safe or self.unsafe)]


@dataclass(frozen=True, slots=True)
class Mended:
    """A source when nothing is left to be applied."""

    text: str
    result: Result
    count: int
    """How many fixes were applied."""


class _Mending:
    """The passes over one input."""

    def __init__(self, fixer: Fixer, entry: Input, config: Config, result: Result) -> None:
        self._fixer = fixer
        self._entry = entry
        self._config = config
        self._decoded = _read(entry)
        self._state = Mended(self._decoded.text, result, 0)
        self._refused: set[str] = set()

    def mended(self) -> Mended:
        """The state in which no fix is left that can be applied."""
        seen = {self._state.text: self._state}
        for _ in range(_MOST_PASSES):
            fixes = [named for named in self._fixer.fixes_of(self._state.result) if named[0] not in self._refused]
            refused = len(self._refused)
            after = self._pass(fixes)
            if after is None and refused == len(self._refused):
                break
            if after is not None:
                self._state = seen.setdefault(after.text, after)
                if self._state is not after:  # fixes undo each other: leave it where that begins
                    break
        return self._state

    def _pass(self, fixes: list[tuple[str, Fix]]) -> Mended | None:
        """The state after as many fixes as can be applied together; one that breaks the text alone is refused."""
        article = self._state.result.article
        form = form_of(self._entry)
        while fixes and article is not None and form is not None:
            applied = apply(article, [fix for _, fix in fixes], form, self._decoded.encoding)
            fixes = [(mark, fix) for mark, fix in fixes if any(fix is done for done in applied.fixes)]
            if not fixes or applied.source == self._state.text:
                return None
            result = self._checked(applied.source)
            if _holds(article, applied, result.article):
                return Mended(applied.source, result, self._state.count + len(fixes))
            if len(fixes) == 1:
                self._refused.add(fixes[0][0])
                return None
            fixes = fixes[: len(fixes) // 2]
        return None

    def _checked(self, text: str) -> Result:
        raw = _encoded(replace(self._decoded, text=text))
        return check_input(replace(self._entry, raw=raw), self._config)


def form_of(entry: Input) -> str | None:
    """The format of an input that can be fixed; None for records of archives and for packed files."""
    form = entry.form or ENDINGS.get(PurePath(entry.name).suffix.lower(), "text")
    return None if entry.text is not None or form in PACKED else form


def _holds(before: Article, applied: Applied, after: Article | None) -> bool:
    """Whether an article says what it must after a pass, and has no fewer or more blocks that markup makes."""
    if after is None or applied.words != tuple(after.text.split()):
        return False
    gone = {edit.span for fix in applied.fixes for edit in fix.edits}
    kinds = [block.kind for block in before.blocks if block.kind in _MARKED and block.span not in gone]
    return kinds == [block.kind for block in after.blocks if block.kind in _MARKED]


def _passed_on(entry: Input, result: Result, refused: int = 0) -> Result:
    """The result of what cannot be fixed; standard input is passed on as it came, so that nothing is lost."""
    return replace(result, fixed=Fixed(refused=refused, source=entry.raw if entry.path is None else None))


def _read(entry: Input) -> Decoded:
    assert entry.raw is not None
    return decode(entry.raw)


def _encoded(decoded: Decoded) -> bytes:
    return decoded.bom + decoded.text.encode(decoded.encoding)


def diff(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified difference, each with its break; a line that has none is marked as `diff` does."""
    if before == after:
        return
    for line in unified_diff(_lines(before), _lines(after), name, name):
        if line.endswith("\n"):
            yield line
        elif line.endswith("\r"):
            yield f"{line[:-1]}\n"
        else:
            yield f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)
