"""An acronym is never spelt out.

What everybody on the desk knows, half the readers do not; the first mention is the place to say it.

## Flagged

> The ferry firm said that the NRDA had called off the strike in the morning.

> Officials of the PBGC arrived on Monday. The PBGC insures pensions.

## Fine

> The Northern Rail Drivers' Alliance called off the strike. The NRDA gave no reason.

> The FBI and the BBC sent people to Nasa.

> The rail union NRDA called off the strike.

> STRIKE CALLED OFF, said the poster in capitals.

## Limits

Points at the first mention in the story, for acronyms of three to six letters that are not in the rule's list of well
known ones. An expansion counts wherever it stands. A word before the acronym that says what it is (“the rail union
NRDA”) is taken for an explanation. Parts of longer names, words set in capitals, types and shares are left alone.
A note, for which acronyms are known depends on who reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.annotate.names.words import Words
from checker.article import Article, Span
from checker.data import lines
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.names._acronyms import acronyms
from checker.rules.names._spelt_out import is_explained, is_no_acronym, runs_of_initials, story, told


@dataclass(frozen=True)
class Options:
    """What can be set."""

    known: tuple[str, ...] = ()
    """More acronyms that need no expansion."""


rule = Rule(__name__, Severity.NOTE, Options)

_SHORTEST, _LONGEST = 3, 6  # letters: two are countries, states and units, and more are no acronym


@rule.check
def undefined_acronym(article: Article, options: Options) -> Iterator[Outcome]:
    """Look for an expansion of every acronym of the story."""
    words = article.once(Words)
    wanted = {letters: tokens for letters, tokens in acronyms(words).items() if _is_wanted(letters, options)}
    if not wanted:
        return
    blocks, defined, expanded = story(words), told(words), runs_of_initials(words)
    for letters, tokens in wanted.items():
        first = next((at for at in tokens if any(at in block for block in blocks)), None)
        if first is None or any(is_no_acronym(words, at) for at in tokens):
            continue
        if letters in defined or letters in expanded or is_explained(words, first):
            yield AGREES
        else:
            span = Span(words.starts[first], words.starts[first] + len(words.base(first)))
            yield rule.finding(span, f"{letters} is never spelt out")


def _is_wanted(letters: str, options: Options) -> bool:
    return _SHORTEST <= len(letters) <= _LONGEST and letters not in _known() and letters not in options.known


@cache
def _known() -> frozenset[str]:
    """The acronyms of the list beside the rule."""
    return frozenset(word for line in lines(Path(__file__).with_suffix(".txt")) for word in line.split())
