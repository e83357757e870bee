"""Cases for rules, read from `fixtures/rules` and from the examples in the rules' own docstrings.

A section of a fixture file is a case. Its blocks: `article` with `[[…]]` around the places of findings and `{{…}}`
around related ones, `previous` with the version before the edit, `findings` with a line a finding, `toml` with the
options, `fixed` with the text after the fix. In an example of a page for a rule that needs an earlier version, lines
that open with - are only in that one, lines that open with + only in the new one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grammar_server import proofread

from checker.annotate import annotate
from checker.article import Article, Metadata, Span
from checker.catalog import catalog
from checker.parsers import parse
from checker.parsers.metadata import read_date
from checker.rule import Rule

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures" / "rules"

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
_MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}")


@dataclass(frozen=True)
class Case:
    """One article and what a rule must say of it."""

    rule: Rule
    title: str
    text: str
    marks: list[Span]
    """Where the findings must be, in the source."""
    related: list[Span] = field(default_factory=list)
    messages: list[str] | None = None
    fixed: str | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    previous: str | None = None

    def __str__(self) -> str:
        return f"{self.rule.code} {self.title}"

    @property
    def article(self) -> Article:
        """The annotated article of the case."""
        article = self._read(self.text)
        if self.previous is not None:
            article = replace(article, previous=self._read(self.previous))
        return proofread(article) if self.rule.needs_grammar else article

    def _read(self, text: str) -> Article:
        published = self.settings.get("published")
        meta = Metadata(published=read_date(published) if published else None)
        return annotate(parse(text, "case", self.settings.get("format", "text"), meta))

    @property
    def options(self) -> Any:
        """The rule's options with the settings of the case."""
        given = {key: value for key, value in self.settings.items() if key not in ("published", "format")}
        return self.rule.options(**given)


def fixture_path(rule: Rule) -> Path:
    return FIXTURES / rule.family / (rule.module.rpartition(".")[2] + ".md")


def fixture_cases() -> Iterator[Case]:
    for rule in catalog():
        if fixture_path(rule).exists():
            yield from _cases(rule, fixture_path(rule).read_text(encoding="utf-8"))


def example_cases(heading: str) -> Iterator[Case]:
    """The examples under a heading of every rule's page."""
    for rule in catalog():
        for number, text in enumerate(examples(rule, heading), 1):
            previous = None
            if rule.needs_previous:
                previous, text = _version(text, "-", "+"), _version(text, "+", "-")
            yield Case(rule, f"{heading} {number}", text, [], previous=previous)


def _version(text: str, own: str, other: str) -> str:
    """The lines of one version of a text in which both are marked."""
    lines = (line for line in text.splitlines() if not line.startswith(f"{other} "))
    return "\n".join(line.removeprefix(f"{own} ") for line in lines)


def examples(rule: Rule, heading: str) -> list[str]:
    """The articles under `## heading` of a rule's page: runs of lines that open with `> `."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", rule.page, re.M | re.S)
    if section is None:
        return []
    runs = re.findall(r"(?:^>.*\n?)+", section[1], re.M)
    return ["\n".join(line[1:].removeprefix(" ") for line in run.splitlines()) for run in runs]


def _cases(rule: Rule, document: str) -> Iterator[Case]:
    for section in re.split(r"^## ", document, flags=re.M)[1:]:
        title = section.partition("\n")[0].strip()
        blocks = dict(_FENCE.findall(section))
        text, marks, related = _unmark(blocks["article"].removesuffix("\n"))
        messages = blocks["findings"].splitlines() if "findings" in blocks else None
        fixed = blocks["fixed"].removesuffix("\n") if "fixed" in blocks else None
        settings, previous = tomllib.loads(blocks.get("toml", "")), blocks.get("previous")
        yield Case(rule, title, text, marks, related, messages, fixed, settings, previous)


def _unmark(marked: str) -> tuple[str, list[Span], list[Span]]:
    """The text without its marks, the spans between `[[ ]]` and those between `{{ }}`."""
    text, found, opened = "", {"]]": [], "}}": []}, []
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] in found:
            found[mark[0]].append(Span(opened.pop(), len(text)))
        else:
            opened.append(len(text))
    return text + marked[at:], sorted(found["]]"]), sorted(found["}}"])
