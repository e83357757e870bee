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

Allows for a birthday still to come. A year of birth counts for the name right before “born”, or for the only person
whom its sentence names, and is compared with the ages of that surname; when one of them fits, nothing is said. Without
a publication date only lives with both years are checked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._ages import Age, ages
from checker.rules.dates._births import births, in_its_sentence

rule = Rule(__name__, Severity.ERROR)

LIFE = re.compile(r"\((?:born |b\. ?)?(1[6-9]\d\d|20\d\d) ?[-–—] ?(1[6-9]\d\d|20\d\d)\)")
DIED_AGED = re.compile(r"\b(?:died|dies|death)\b[^.;]{0,60}?\b(?:aged|at the age of|at age|at) (\d{1,3})\b")
LIFE_REACH = 200  # characters between the years of a life and the age at its end


@rule.check
def age_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare ages with years of birth, at publication and at death."""
    if (published := article.meta.published) is not None:
        stated: dict[str, list[Age]] = defaultdict(list)
        for age in ages(article):
            stated[age.bearer].append(age)
        for birth in births(article):
            known = [age for age in stated[birth.bearer] if birth.may_be(age)] or in_its_sentence(article, birth)
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
