"""A rule: one fault, one file, one check; its identity comes from its file's name."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from checker.article import Article, Span
from checker.finding import Confidence, Finding, Fix, Outcome, Related, Severity

_MODULE = re.compile(r"(?:.*\.)?rules\.(?P<family>[a-z]+)\.(?P<code>[a-z]\d{3})_(?P<name>[a-z0-9]+(?:_[a-z0-9]+)*)")

Check = Callable[[Article, Any], Iterator[Outcome]]
"""Any: each rule's check takes the rule's own options class."""


class Title(NamedTuple):
    """What the name of a rule's file says of the rule."""

    code: str
    name: str
    family: str
    module: str


def title_of(module: str) -> Title:
    """The title of the rule in a module: `checker.rules.dates.d101_weekday_mismatch` is D101, weekday-mismatch, dates.

    Raises ValueError for a name of any other shape.
    """
    shape = _MODULE.fullmatch(module)
    if shape is None:
        raise ValueError(f"{module}: a rule's file is rules/FAMILY/CODE_the_name.py, such as f101_sum_mismatch.py")
    return Title(shape["code"].upper(), shape["name"].replace("_", "-"), shape["family"], module)


@dataclass(frozen=True)
class NoOptions:
    """For a rule that has nothing to set."""


class Rule:
    """One fault that can be found in an article.

    `module` is the rule's `__name__`, which gives its code, name and family: see `title_of`.
    A rule with `needs_published` is skipped, and listed as skipped, when the publication date is not known;
    one with `needs_previous` when no earlier version of the article is known,
    one with `needs_grammar` when no grammar server has read the article.
    One with `judges_silences` runs after all others, on an article whose silences know what is wrong with them.
    """

    def __init__(
        self,
        module: str,
        severity: Severity,
        options: type[Any] = NoOptions,
        *,
        confidence: Confidence = Confidence.HIGH,
        needs_published: bool = False,
        needs_previous: bool = False,
        judges_silences: bool = False,
        needs_grammar: bool = False,
    ) -> None:
        self.code, self.name, self.family, self.module = title_of(module)
        self.severity = severity
        self.confidence = confidence
        self.options = options
        self.needs_published = needs_published
        self.needs_previous = needs_previous
        self.judges_silences = judges_silences
        self.needs_grammar = needs_grammar
        self._check: Check | None = None

    def __repr__(self) -> str:
        return f"<{self.code} {self.name}>"

    def check(self, function: Check) -> Check:
        """Decorate the rule's check: a generator that yields one outcome for each comparison it makes."""
        self._check = function
        return function

    def run(self, article: Article, options: Any) -> Iterator[Outcome]:
        """The outcomes of this rule on an annotated article."""
        if self._check is None:
            raise ValueError(f"{self.module} has no check")
        return self._check(article, options)

    def finding(
        self,
        span: Span,
        message: str,
        related: Iterable[Related] = (),
        fix: Fix | None = None,
        *,
        severity: Severity | None = None,
        confidence: Confidence | None = None,
    ) -> Finding:
        """A finding of this rule; severity and confidence are the rule's own unless given."""
        return Finding(
            self.code,
            span,
            message,
            severity or self.severity,
            confidence or self.confidence,
            tuple(related),
            fix,
        )

    @property
    def page(self) -> str:
        """The rule's page: the docstring of its module."""
        return (sys.modules[self.module].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]

    def explained(self) -> str:
        """The page as `checker explain` prints it: title, level, text and options."""
        head = f"{self.code} {self.name} ({self.severity}, family {self.family})"
        parts = [head, "=" * len(head), "", self.page]
        if options := self.option_lines():
            parts += ["", "## Options", "", *options]
        return "\n".join(parts)

    def option_lines(self) -> list[str]:
        """One line an option: its name, its default and what it sets."""
        from inspect import getsource  # not for those who only check

        source = getsource(self.options) if fields(self.options) else ""
        lines = []
        for option in fields(self.options):
            said = re.search(rf'^    {option.name}\b.*?\n    """(.*?)"""', source, re.M | re.S)
            text = " ".join(said[1].split()) if said else ""
            lines.append(f"- {option.name.replace('_', '-')} = {option.default!r}: {text}")
        return lines
