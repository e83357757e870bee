"""A noun and an empty verb do the work of one verb.

“Conducted an investigation” says what “investigated” says, with more words and less life; officials write so, and copy
takes it over from them.

## Flagged

> The ministry conducted an investigation into the loss of the boat.

> Ministers are expected to make a decision on Monday.

## Fine

> The ministry investigated the loss of the boat.

> The ministry conducted a two-year investigation into the loss of the boat.

> The decision was made behind closed doors.

> “We will make a decision on Monday,” said Mara Quist.

## Limits

Only pairs in the list beside this rule are found, and only where nothing but “a” or the like stands between verb and
noun: an adjective is a reason for the noun, and so is “the”, which speaks of something known.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checker.article import Article, Span
from checker.data import lines
from checker.finding import AGREES, Outcome, Severity
from checker.readability.sentences import is_quoted, running
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE, NoOptions)

# The forms of the empty verbs; the list has the plain form.
FORMS = {
    "carry": "carry carries carried carrying",
    "come": "come comes came coming",
    "conduct": "conduct conducts conducted conducting",
    "do": "do does did done doing",
    "draw": "draw draws drew drawn drawing",
    "effect": "effect effects effected effecting",
    "give": "give gives gave given giving",
    "have": "have has had having",
    "hold": "hold holds held holding",
    "make": "make makes made making",
    "offer": "offer offers offered offering",
    "perform": "perform performs performed performing",
    "provide": "provide provides provided providing",
    "put": "put puts putting",
    "reach": "reach reaches reached reaching",
    "submit": "submit submits submitted submitting",
    "take": "take takes took taken taking",
    "undertake": "undertake undertakes undertook undertaken undertaking",
}
PLAIN = {form: plain for plain, forms in FORMS.items() for form in forms.split()}
PARTICLES = frozenset(("out", "to", "forward"))
DETERMINERS = frozenset("a an any some no".split())


@rule.check
def nominalisation(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at every empty verb of the running text, quotations apart."""
    tokens = article.tokens
    for block in running(article):
        for at in tokens.within(block.span.start, block.span.end):
            if tokens.lower[at] not in PLAIN or is_quoted(article, tokens.starts[at]):
                continue
            found = _noun(tokens.lower, at, tokens.within(block.span.start, block.span.end).stop)
            if found is None:
                yield AGREES
                continue
            noun, verb = found
            place = Span(tokens.starts[at], tokens.ends[noun])
            yield rule.finding(place, f"“{article[place]}” for “{verb}”")


def _noun(words: list[str], at: int, end: int) -> tuple[int, str] | None:
    """The token of the noun that the empty verb at `at` leans on, and the verb that would do for both."""
    verb, noun = PLAIN[words[at]], at + 1
    if noun < end and words[noun] in PARTICLES:
        verb, noun = f"{verb} {words[noun]}", noun + 1
    if noun < end and words[noun] in DETERMINERS:
        noun += 1
    better = _pairs().get((verb, words[noun])) if noun < end else None
    return None if better is None else (noun, better)


@cache
def _pairs() -> dict[tuple[str, str], str]:
    """The verb that would do, by empty verb and noun."""
    found: dict[tuple[str, str], str] = {}
    for line in lines(Path(__file__).with_suffix(".txt")):
        noun, better, verbs = (part.strip() for part in line.split(":"))
        found.update({(verb.strip(), noun): better for verb in verbs.split(",")})
    return found
