"""The article, or a section of it, takes more years of school to read than the target.

Long sentences full of long words lose readers, and much of a general audience stops at about grade 12. The grade is
that of Flesch and Kincaid; quotations are left out, for a reporter cannot rewrite those. Of 400 published news articles
that we measured, half were above grade 12, one in ten above 14.5 and one in fifty above 16, the default target.

## Flagged

> The municipal administration has initiated a comprehensive reorganisation of refuse collection arrangements.
> Neighbourhood organisations have expressed considerable opposition regarding anticipated inconvenience.
> Representatives characterised the modification as indispensable to environmental sustainability.
> Existing contractual obligations had become disproportionately expensive following successive renegotiations.
> Independent consultants subsequently recommended additional consolidation of administrative responsibilities.
> They identified procurement, maintenance and customer communication as particularly problematic activities.
> Implementation is anticipated to commence following ratification by the responsible supervisory committee.
> Unresolved disagreements concerning compensation could nevertheless necessitate supplementary consultations.
> Opposition representatives criticised insufficient transparency surrounding the preliminary evaluations.
> Published documentation was fundamentally inadequate for meaningful consideration, their spokesperson indicated.

## Fine

> The city will change how it collects rubbish, although many residents are against it.
> From May, bins will be emptied every two weeks instead of every week.
> Glass will be picked up from the door for the first time.
> The council says the old contract had become too dear. It cost £9m last year, a third more than in 2019.
> A team of outside experts looked at the books in the spring.
> It found that one depot would do where there are now three.
> The plan still needs a vote. The committee meets on Monday at the town hall.
> Opposition members say they have not been given enough time to read the report, which runs to 300 pages.

## Limits

The formula counts words and syllables and understands nothing: a short sentence can be hard and a long one clear.
Under 100 words or three sentences, quotations apart, there is no grade. A section is judged only where the article as a
whole is within the target. Syllables are those of the CMU Pronouncing Dictionary, else told by the spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from checker.article import Article, BlockKind, Span
from checker.finding import AGREES, Finding, Outcome, Related, Severity
from checker.readability import Measure, hardest, measure
from checker.readability.counts import Counted
from checker.rule import Rule

Audience = Literal["public", "general", "news"]

TARGETS: dict[Audience, float] = {
    "public": 8.0,  # the most that US guides to plain language ask of health information (AHRQ, CDC: grade 6 to 8)
    "general": 12.0,  # the last year of school
    "news": 16.0,  # the last of college: one in fifty published articles is harder
}


@dataclass(frozen=True)
class Options:
    """What is too high."""

    audience: Audience = "news"
    """Who is to read it: public (grade 8), general (12) or news (16)."""
    target: float = 0.0
    """The highest grade that passes, in place of the audience's; 12 is the last year of school, 16 of college."""
    section_margin: float = 1.0
    """How far a section may be above the target: with fewer words its grade varies more."""

    @property
    def highest(self) -> float:
        """The highest grade that passes."""
        return self.target or TARGETS[self.audience]


rule = Rule(__name__, Severity.WARNING, Options)

SHOWN = 2  # sentences, the hardest


@rule.check
def grade_too_high(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare the grade of the article, and of each section if that passes, with the target."""
    readability = measure(article)
    target = options.highest
    if readability.grade is None:
        return
    if readability.grade > target:
        yield _finding(_headline(article), readability.own, readability.sentences, target)
        return
    yield AGREES
    if len(readability.sections) < 2:
        return
    for section in readability.sections:
        if section.measure.grade is None:
            continue
        if section.measure.grade > target + options.section_margin:
            yield _finding(section.opening, section.measure, section.sentences, target)
        else:
            yield AGREES


def _finding(place: Span, measured: Measure, sentences: Iterable[Counted], target: float) -> Finding:
    sentences = tuple(sentences)
    longest = max(sentence.own.words for sentence in sentences)
    return rule.finding(
        place,
        f"grade {measured.grade:.1f}, target {target:g}; longest sentence {longest} words",
        [Related(sentence.span, _why(sentence)) for sentence in hardest(sentences, SHOWN)],
    )


def _why(sentence: Counted) -> str:
    """What makes a sentence hard."""
    return f"{sentence.own.words} words, {sentence.own.many} of them of three syllables or more"


def _headline(article: Article) -> Span:
    """The headline, or what comes first."""
    prose = list(article.prose())
    return next((block for block in prose if block.kind is BlockKind.HEADLINE), prose[0]).span
