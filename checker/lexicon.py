"""Rules that are only words: the list is the rule, and there is no code to write."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related
from checker.rule import Rule


def consistent(rule: Rule, groups: Iterable[Sequence[str]] = ()) -> None:
    """Make `rule` flag the second spelling of a term in an article that uses two; groups are spellings of one term.

    Without `groups` they are read from a file of the rule's own name with the ending `.txt` beside it: a group a
    line, a comma between spellings, `#` before a remark.
    """

    @cache
    def pattern() -> tuple[re.Pattern[str], dict[str, int]]:
        listed = list(groups) or list(_beside(rule))
        group_of = {spelling.lower(): number for number, group in enumerate(listed) for spelling in group}
        longest_first = sorted(group_of, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b", re.I), group_of

    @rule.check
    def term_variant(article: Article, options: object) -> Iterator[Outcome]:
        spelling, group_of = pattern()
        places: dict[int, dict[str, list[Span]]] = defaultdict(dict)
        for block in article.prose():
            for match in spelling.finditer(article.text, block.span.start, block.span.end):
                written = match[0].lower()
                written = written if written in group_of else written.removesuffix("s")
                places[group_of[written]].setdefault(written, []).append(Span(*match.span()))
        for variants in places.values():
            if len(variants) == 1:
                yield AGREES
                continue
            usual, *others = sorted(variants.values(), key=lambda spans: (-len(spans), spans[0]))
            for rarer in others:
                yield rule.finding(
                    rarer[0],
                    f"“{article[rarer[0]]}” here, “{article[usual[0]]}” {_times(len(usual))} elsewhere",
                    [Related(usual[0], "the other spelling")],
                )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _beside(rule: Rule) -> Iterator[tuple[str, ...]]:
    """The groups of the word list beside a rule."""
    text = Path(sys.modules[rule.module].__file__ or "").with_suffix(".txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if spellings := line.partition("#")[0].strip():
            yield tuple(spelling.strip() for spelling in spellings.split(","))
