"""An age does not fit the year of birth.

Either is copied from an old story sooner or later, and the other shows it.

## Flagged

> Published: 2025-03-04
>
> Ann Bellamy, 54, will retire in May. Bellamy was born in 1961 in Halden.

> The painter Ann Bellamy (1940–2020) died in Halden aged 82.

## Fine

> Published: 2025-03-04
>
> Ann Bellamy, 54, will retire in May. Bellamy was born in 1970 in Halden.

> The painter Ann Bellamy (1940–2020) died in Halden aged 79.

## Limits

Allows for a birthday still to come. A year of birth counts for the name nearest before it in its sentence, and is
compared with the ages of that surname; when one of them fits, nothing is said. Without a publication date only lives
with both years are checked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.dates import Date, Grain
from checker.annotate.sentences import Sentence
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._ages import Age, ages

rule = Rule(__name__, Severity.ERROR)

BORN = re.compile(
    r"([A-Z][\w’'-]+?)(?:['’]s)?(?:, \d{1,3},|,? who|, \d{1,3}, who)? "
    r"(?:(?:was|is) born (?:\w+ ){0,4}?|year of birth (?:is|was) (?:given as )?)$"
)
LIFE = re.compile(r"\((?:born |b\. ?)?(1[6-9]\d\d|20\d\d) ?[-–—] ?(1[6-9]\d\d|20\d\d)\)")
DIED_AGED = re.compile(r"\b(?:died|dies|death)\b[^.;]{0,60}?\b(?:aged|at the age of|at age|at) (\d{1,3})\b")
REACH = 80  # characters before a year in which its “was born” stands
LIFE_REACH = 200  # characters between the years of a life and the age at its end


@dataclass(frozen=True, slots=True)
class Birth:
    """A year of birth and whose it is."""

    year: int
    span: Span
    bearer: str


@rule.check
def age_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare ages with years of birth, at publication and at death."""
    if (published := article.meta.published) is not None:
        stated: dict[str, list[Age]] = defaultdict(list)
        for age in ages(article):
            stated[age.bearer].append(age)
        for birth in births(article):
            known = stated.get(birth.bearer, [])
            if any(published.year - birth.year - 1 <= age.years <= published.year - birth.year for age in known):
                yield AGREES
            elif known:
                low = published.year - birth.year - 1
                yield rule.finding(
                    birth.span,
                    f"born in {birth.year} makes {low} or {low + 1} in {published.year}, not {known[0].years}",
                    [Related(known[0].span, "the age")],
                )
    yield from lives(article)


def births(article: Article) -> Iterator[Birth]:
    """The years of birth that a sentence gives somebody it names."""
    for date in article.mentioned(Date):
        if date.grain not in (Grain.YEAR, Grain.DAY, Grain.MONTH) or date.year is None:
            continue
        sentence = article.enclosing(Sentence, date.span.start)
        low = max(sentence.span.start if sentence else 0, date.span.start - REACH)
        before = article.text[low : date.span.start].removesuffix("in ").removesuffix("on ")
        if match := BORN.search(before):
            yield Birth(date.year, date.span, match[1].lower())


def lives(article: Article) -> Iterator[Outcome]:
    """Compare “(1940–2020)” with the age at death that follows."""
    for life in LIFE.finditer(article.text):
        block = article.block_at(life.start()).span
        death = DIED_AGED.search(article.text, life.end(), min(block.end, life.end() + LIFE_REACH))
        if death is None:
            continue
        most = int(life[2]) - int(life[1])
        if most - 1 <= int(death[1]) <= most:
            yield AGREES
        else:
            yield rule.finding(
                Span(*death.span(1)),
                f"{life[1]} to {life[2]} makes {most - 1} or {most}, not {death[1]}",
                [Related(Span(life.start(1), life.end(2)), "the years of the life")],
            )
