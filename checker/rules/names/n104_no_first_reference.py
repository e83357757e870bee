"""Somebody is quoted by surname who was never introduced.

The paragraph with the first mention was cut, and the reader leafs back for a person who is not there.

## Flagged

> The bridge will close in May. "It is worn out," Mr Delgado said. He wants a new one.

> The mayor, Ruth Olsen, called it a day of joy. McLenney said he had never seen such a crowd.

## Fine

> Pedro Delgado wants a new bridge. "The old one is worn out," Mr Delgado said.

> Engineer Delgado wants a new bridge. "The old one is worn out," Delgado said, and he should know.

> Mr Obama said that he would sign. Microsoft said it would not. Madonna said she was tired.

## Limits

Looks only at those who speak outside quotations and whom “Mr”, “he” or a direct quotation shows to be a person; without
“Mr”, only surnames that are listed. Stays silent about people with an office, well known people, single names, names
that are part of another name, and names that are nearly another's, which are N101's matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checker.annotate.gazetteers import fold
from checker.annotate.names import Name, NameKind
from checker.annotate.names.nearness import Shelves
from checker.annotate.names.words import Words
from checker.article import Article
from checker.data import lines
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._introductions import is_introduced, is_surname, speaks_by_surname

rule = Rule(__name__, Severity.WARNING)


@rule.check
def no_first_reference(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for a first name or an office of everybody who speaks."""
    words = article.once(Words)
    people: dict[int, list[Name]] = defaultdict(list)
    for name in article.mentioned(Name):
        if name.kind is NameKind.PERSON and name.last:
            people[name.cluster].append(name)
    shelves: Shelves | None = None
    for names in people.values():
        spoken = next((name for name in names if speaks_by_surname(words, name)), None)
        if spoken is None:
            continue
        if is_introduced(words, names) or fold(spoken.last).replace(" ", "-") in _widely_known():
            yield AGREES
            continue
        shelves = shelves or Shelves({fold(text) for text in words.capitalised})
        if is_surname(words, spoken, names) and not shelves.near(fold(spoken.last)):
            yield rule.finding(spoken.span, f"{spoken.last} speaks here and is introduced nowhere")


@cache
def _widely_known() -> frozenset[str]:
    """The surnames of the list beside the rule."""
    return frozenset(word for line in lines(Path(__file__).with_suffix(".txt")) for word in line.split())
