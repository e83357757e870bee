"""One person has two ages.

An age is the figure that relatives look at first, and it cannot be both.

## Flagged

> Ann Bellamy, 54, has led the choir since 2011. On Sunday she sang again.
>
> “I cannot stop,” said Bellamy, 56, after the concert.

## Fine

> Ann Bellamy, 54, led the choir with her daughter Ruth Bellamy, 26.

> Ann Bellamy, 54, has led the choir since 2011. She was 12 when she first sang.

## Limits

Compares ages that stand beside a name at the time of writing; an age at an earlier time (was 12 when, then 12, at the
age of 12) is left alone. People of one surname are one person unless they have two first names or two courtesy titles.
“The 54-year-old” without a name is compared only when all other ages in the article are one, the two look alike, and
the sentences before them do not name two people. The one age of the headline is compared with the one of the lead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.names import Name, NameKind
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content
from checker.article import Article, Block, BlockKind
from checker.finding import AGREES, Confidence, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._ages import Age, ages, one_person

rule = Rule(__name__, Severity.ERROR)

SHARED = 3  # words of the headline in the lead: both tell of one person


@rule.check
def age_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the ages of each person, and those of nobody named with the one age of the article."""
    found = list(ages(article))
    people: dict[str, list[Age]] = defaultdict(list)
    for age in found:
        if age.bearer:
            people[age.bearer].append(age)
    for group in people.values():
        if len(group) > 1 and one_person(group):
            for age in group[1:]:
                yield AGREES if age.years == group[0].years else conflict(article, age, group[0])
    for at, age in enumerate(found):
        others = found[:at] + [other for other in found[at + 1 :] if other.bearer]  # two nameless ones are told once
        if not age.bearer and others and is_a_slip(age, others) and not of_two_people(article, age, others[0]):
            yield conflict(article, age, others[0], Confidence.MEDIUM)
    yield from in_headline(article)


def in_headline(article: Article) -> Iterator[Outcome]:
    """Compare the one age of the headline with the one that the story opens with: “Man, 25, dies”."""
    titles = [figure for figure in ages_printed(article, article.blocks[:1]) if figure.value]
    body = [block for block in article.prose() if block.kind is BlockKind.PARAGRAPH]
    opening = [figure for figure in ages_printed(article, body[:1]) if figure.value]
    if len(titles) != 1 or len(opening) != 1 or article.blocks[0].kind is not BlockKind.HEADLINE:
        return
    title, other = titles[0], opening[0]
    elsewhere = any(figure.value == title.value for figure in ages_printed(article, body))
    words = content(article, article.blocks[0].span) & content(article, body[0].span)
    if title.value == other.value or elsewhere or len(words) < SHARED:
        yield AGREES
    else:
        yield rule.finding(title.span, f"{title.value:g} here, {other.value:g} below", [Related(other.span, "the age")])


def ages_printed(article: Article, blocks: Sequence[Block]) -> list[Figure]:
    """The ages in years that stand in some blocks."""
    found = [figure for block in blocks for figure in article.mentioned(Figure, block.span)]
    return [figure for figure in found if figure.kind is FigureKind.AGE and figure.unit == "year"]


def conflict(article: Article, age: Age, other: Age, confidence: Confidence = Confidence.HIGH) -> Finding:
    """The finding for two ages of one person."""
    whom = f" for {age.names[-1]}" if age.names else ""
    return rule.finding(
        age.span,
        f"{age.years} here, {other.years} above{whom}"
        if other.span < age.span
        else f"{age.years} here, {other.years} below",
        [Related(other.span, "the other age")],
        confidence=confidence,
    )


def is_a_slip(age: Age, others: list[Age]) -> bool:
    """Whether a nameless age looks like the one age that all others have, and is not it."""
    values = {other.years for other in others}
    if len(values) != 1 or age.years in values:
        return False
    one, other = str(age.years), str(values.pop())
    alike = len(one) == len(other) and (one == other[::-1] or sum(map(str.__ne__, one, other)) == 1)
    return alike or abs(int(one) - int(other)) <= 2


def of_two_people(article: Article, age: Age, other: Age) -> bool:
    """Whether the sentences before a nameless age and before the other one speak of different people."""
    one, two = age.bearer or person_before(article, age), other.bearer or person_before(article, other)
    return bool(one and two and one != two)


def person_before(article: Article, age: Age) -> str:
    """The surname of the person whom the sentence before an age opens with; empty when it names nobody."""
    before = article.enclosing(Sentence, max(0, age.sentence.start - 3))
    if before is None or before.span == age.sentence:
        return ""
    for name in article.mentioned(Name, before.span):
        if name.kind is NameKind.PERSON:
            return (name.last or article[name.span].rpartition(" ")[2]).lower()
    return ""
