"""Years of birth and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import Figure
from checker.annotate.names import Name, NameKind
from checker.annotate.sentences import Sentence
from checker.article import Article, Span
from checker.rules.dates._ages import Age, first_name

BORN = re.compile(r"\b(?:[Bb]orn (?:[\w’'.-]+,? ){0,5}?|\(b\. |year of birth (?:is|was) (?:given as )?)$")
ASIDE = re.compile(r"(?:['’]s)?(?:,? \(?\d{1,3}\)?,?|,? who|, \d{1,3}, who)? ?(?:was|is|\()? ?")
BESIDE = re.compile(r"([A-Z][\w’'-]+?)" + ASIDE.pattern + "$")
REACH = 80  # characters before a year in which its “was born” stands
PAST = frozenset({"was", "at", "then"})
NEXT = 30  # characters between the year of “Born in 1961,” and the name


@dataclass(frozen=True, slots=True)
class Birth:
    """A year of birth and whose it is."""

    year: int
    span: Span
    bearer: str
    first: str = ""
    """The first name, where it stands with the surname."""

    def may_be(self, age: Age) -> bool:
        """Whether no other first name stands with an age."""
        return not self.first or first_name(age) in ("", self.first)


def births(article: Article) -> Iterator[Birth]:
    """The years of birth that a sentence gives somebody it names."""
    for date in article.mentioned(Date):
        sentence = article.enclosing(Sentence, date.span.start)
        if date.grain not in (Grain.YEAR, Grain.DAY, Grain.MONTH) or date.year is None or sentence is None:
            continue
        before = article.text[max(sentence.span.start, date.span.start - REACH) : date.span.start]
        born = BORN.search(before)
        if born is None:
            continue
        at = date.span.start - len(before) + born.start()
        person = born_before(article, sentence.span, at) or born_behind(article, sentence.span, at, date)
        if person:
            yield Birth(date.year, date.span, surname(article, person), person.first.lower())
        elif beside := BESIDE.search(before[: born.start()]):
            yield Birth(date.year, date.span, beside[1].lower())


def born_before(article: Article, sentence: Span, at: int) -> Name | None:
    """The person right before “was born”, or the only one whom the sentence names before it."""
    people = people_in(article, Span(sentence.start, at))
    if len({name.cluster for name in people}) == 1:
        return people[-1]
    return people[-1] if people and ASIDE.fullmatch(article.text, people[-1].span.end, at) else None


def born_behind(article: Article, sentence: Span, at: int, date: Date) -> Name | None:
    """The person in “Born in Halden in 1961, Bellamy studied law”."""
    people = people_in(article, Span(date.span.end, sentence.end)) if at == sentence.start else []
    return people[0] if people and people[0].span.start - date.span.end <= NEXT else None


def people_in(article: Article, span: Span) -> list[Name]:
    """The people whose names lie in `span`."""
    return [name for name in article.mentioned(Name, span) if name.kind is NameKind.PERSON]


def surname(article: Article, name: Name) -> str:
    """The last name as ages are known by it."""
    return (name.last or article[name.span].rpartition(" ")[2]).lower()


def in_its_sentence(article: Article, birth: Birth) -> list[Age]:
    """The age in “Ann Bellamy (born 1961) is 54”, where nobody else is named."""
    sentence = article.enclosing(Sentence, birth.span.start)
    if sentence is None or len({name.cluster for name in people_in(article, sentence.span)}) != 1:
        return []
    figures = article.mentioned(Figure, sentence.span)
    return [
        Age(int(figure.value), figure.span, birth.bearer)
        for figure in figures
        if figure.found_by == "predicate" and figure.value and PAST.isdisjoint(before(article, figure.span))
    ]


def before(article: Article, span: Span) -> list[str]:
    """The two words before a span."""
    first = article.tokens.at(span.start)
    return article.tokens.lower[max(0, first - 2) : first]
