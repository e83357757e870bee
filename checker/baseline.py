"""The baseline: a file of findings that are known and left standing, so that only new ones are reported.

A finding is known by the path of its article and its fingerprint, which goes by rule, message and nearby words and by
no line number: it stays known when the article is edited elsewhere, and a new one is never taken for it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker.catalog import titles
from checker.errors import ConfigError
from checker.finding import Finding
from checker.inputs import ARCHIVE, file_of
from checker.report import MISUSE, Report, counted, fingerprints, head
from checker.result import RAN, Result

FILE = ".checker-baseline.json"

Known = Mapping[str, Mapping[str, str]]
"""By article, and there by fingerprint: the code of the rule."""


class Baseline:
    """Hides known findings from a stream of results, and counts those that are found no more."""

    def __init__(self, file: Path, known: Known) -> None:
        self._file = file
        self._folder = file.parent
        self._known = known
        self.stale = 0
        """How many known findings the articles read so far have no more, though their rule ran."""

    def hide(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results with only what is new; articles that are gone are counted at the end."""
        seen: set[str] = set()
        for result in results:
            key = key_of(result.path, self._folder)
            seen.add(key)
            yield self._rest(result, self._known.get(key, {}))
        read = {file_of(key) for key in seen}  # what is known of other records of an archive is gone, too
        for key in self._known.keys() - seen:
            if file_of(key) in read or _is_gone(key, self._folder):
                self.stale += len(self._known[key])

    def new_in(self, result: Result) -> list[Finding]:
        """The findings of a result that are not known."""
        known = self._known.get(key_of(result.path, self._folder), {})
        if result.article is None or not known:
            return result.findings
        return _unknown(result.findings, fingerprints(result.article, result.findings), known)

    def told_stale(self) -> str:
        """A line on the known findings that are found no more."""
        stale = counted(self.stale, "finding")
        return f"{self._file}: {stale} found no more; `checker baseline` writes the file anew"

    def _rest(self, result: Result, known: Mapping[str, str]) -> Result:
        if result.article is None or not known:
            return result
        prints = fingerprints(result.article, result.findings)
        ran = {check.code for check in result.checks if check.status == RAN}
        ran |= {code for code in known.values() if code not in titles()}  # rules that are no more
        found = set(prints)
        self.stale += sum(code in ran for mark, code in known.items() if mark not in found)
        new = _unknown(result.findings, prints, known)
        return replace(result, findings=new, hidden=len(result.findings) - len(new))


def _unknown(findings: list[Finding], prints: list[str], known: Mapping[str, str]) -> list[Finding]:
    return [finding for finding, mark in zip(findings, prints, strict=True) if mark not in known]


@dataclass(slots=True)
class Written:
    """A baseline that is being put together."""

    file: Path
    articles: dict[str, list[dict[str, str]]]
    report: Report

    @property
    def problems(self) -> list[Result]:
        """The inputs that could not be checked."""
        return self.report.problems

    @property
    def exit_code(self) -> int:
        """That of the run, but for findings, which are no failure here."""
        return self.report.exit_code

    def told(self) -> str:
        """A line on what was written."""
        findings = counted(sum(map(len, self.articles.values())), "finding")
        return f"{self.file}: {findings} in {counted(len(self.articles), 'article')}"

    def document(self) -> str:
        """The text of the file, as schemas/baseline.schema.json has it."""
        articles = dict(sorted(self.articles.items()))
        return json.dumps({**head(), "articles": articles}, indent=1, ensure_ascii=False) + "\n"


def write(results: Iterable[Result], file: Path) -> Written:
    """Write the findings of these results to a file, if there are results; ConfigError when it cannot be written."""
    report = Report(results, fail_on=None)
    written = Written(file, {}, report)
    for result in report:
        if result.article is not None and result.findings:
            prints = fingerprints(result.article, result.findings)
            written.articles[key_of(result.path, file.parent)] = [
                _entry(finding, mark) for finding, mark in zip(result.findings, prints, strict=True)
            ]
    if report.exit_code == MISUSE:  # nothing was read, which is no reason to forget what is known
        return written
    try:
        file.write_text(written.document(), encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"baseline {file}: cannot be written: {error.strerror}") from None
    return written


def _entry(finding: Finding, fingerprint: str) -> dict[str, str]:
    name = titles()[finding.code].name
    return {"fingerprint": fingerprint, "code": finding.code, "name": name, "message": finding.message}


def load(file: Path) -> Baseline:
    """The baseline in a file; raises ConfigError when it has none."""
    try:
        document = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"baseline {file}: cannot be read: {error.strerror}; {_REMEDY}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"baseline {file}: not JSON: {error}; {_REMEDY}") from None
    try:
        return Baseline(file, _known(document))
    except (KeyError, TypeError, AttributeError):
        raise ConfigError(f"baseline {file}: this is no baseline of version 1; {_REMEDY}") from None


_REMEDY = "`checker baseline` writes one"


def _known(document: Any) -> Known:
    """The findings of a document; KeyError, TypeError or AttributeError when it is no baseline."""
    if document["schema_version"] != head()["schema_version"]:
        raise KeyError
    return {
        key: {entry["fingerprint"]: entry["code"] for entry in entries} for key, entries in document["articles"].items()
    }


def key_of(path: str, folder: Path) -> str:
    """The path of an article as a baseline in `folder` has it: from there, with slashes, on every system."""
    file, archive, record = path.partition(f"{ARCHIVE}#")
    if file.startswith("<"):  # standard input
        return path
    try:
        from_there = os.path.relpath(file, folder)
    except ValueError:  # on another drive
        from_there = file
    return Path(from_there).as_posix() + archive + record


def _is_gone(key: str, folder: Path) -> bool:
    return not key.startswith("<") and not (folder / file_of(key)).exists()
