"""A phrase is repeated as if for a search engine.

Copy written to be found says “cheap car insurance” in every other sentence; readers notice, and search engines mark it
down.

## Flagged

> Cheap car insurance is easy to find. With cheap car insurance you save. Our cheap car insurance guide lists cheap car
> insurance firms, and each cheap car insurance firm sells cheap car insurance online. Ask for cheap car insurance
> now, because cheap car insurance is the best of all, and cheap car insurance lasts.

## Fine

> The price of insurance for cars has risen. Insurers blame thieves, who took 4,000 cars last year, twice as many as in
> the year before. The insurance of a small car now costs more than the fuel for it, the drivers' club said.

## Limits

Looks at phrases of three or four words without small words between them; names may be repeated as often as needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """How much repetition is too much."""

    times: int = 8
    """How often a phrase must stand in the article."""
    per_thousand: float = 12.0
    """How often in a thousand words."""


rule = Rule(__name__, Severity.WARNING, Options)

SIZES = (4, 3)  # words; two words make a term (“interest rates”) that an article may need in every sentence
MOST_SHOWN = 5  # further places of a phrase that a finding lists
NAMED = 0.5  # of the occurrences with a capital in every word make the phrase a name
SMALL = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been that this it its he she they "
    "we you i his her their our your my not no has have had will would can could may said says who which what "
    "when where if than then so after before more most also about up out one two mr mrs ms".split()
)


@rule.check
def keyword_stuffing(article: Article, options: Options) -> Iterator[Outcome]:
    """The runs of frequent words, counted; only those can make a frequent phrase."""
    lower = article.tokens.lower
    words = sum(map(str.isalpha, lower))
    least = max(options.times, options.per_thousand * words / 1000)
    frequent = {word for word, count in Counter(lower).items() if count >= least and word.isalpha()} - SMALL
    if len(frequent) < min(SIZES):
        return
    told: list[tuple[str, ...]] = []
    for size in SIZES:
        for phrase, places in _phrases(article, frequent, size).items():
            if len(places) < least or any(_within(phrase, longer) for longer in told):
                yield AGREES
            elif not _is_name(article, places, size):
                told.append(phrase)
                yield _finding(article, places, size, words)


def _phrases(article: Article, frequent: set[str], size: int) -> dict[tuple[str, ...], list[int]]:
    """Each run of `size` frequent words, and the tokens where it begins."""
    lower = article.tokens.lower
    found: dict[tuple[str, ...], list[int]] = {}
    run = 0
    for at, word in enumerate(lower):
        run = run + 1 if word in frequent and (run == 0 or _joined(article, at)) else int(word in frequent)
        if run >= size:
            found.setdefault(tuple(lower[at - size + 1 : at + 1]), []).append(at - size + 1)
    return found


def _joined(article: Article, at: int) -> bool:
    """Whether only a space stands before a token."""
    return article.text[article.tokens.ends[at - 1] : article.tokens.starts[at]] == " "


def _within(phrase: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    return any(longer[at : at + len(phrase)] == phrase for at in range(len(longer)))


def _is_name(article: Article, places: list[int], size: int) -> bool:
    texts = article.tokens.texts
    named = sum(all(text[0].isupper() for text in texts[at : at + size]) for at in places)
    return named >= NAMED * len(places)


def _finding(article: Article, places: list[int], size: int, words: int) -> Outcome:
    tokens = article.tokens
    spans = [Span(tokens.starts[at], tokens.ends[at + size - 1]) for at in places]
    others = [Related(span, "again") for span in spans[1 : 1 + MOST_SHOWN]]
    return rule.finding(spans[0], f"“{article[spans[0]]}” stands {len(places)} times in {words:,} words", others)
