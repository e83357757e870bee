"""The headline has a name or a figure that the story never mentions.

It is left when a headline is copied from another story or when the passage that it was written for is cut.

## Flagged

> Kowalczyk sinks the champions
>
> The harbour club of Torvik beat the champions on Saturday. Anders Lindqvist scored twice in the first half and once
> from the spot after the break, and the keeper saved a penalty in the last minute. The club now stands third in the
> table, four points behind the leaders. Lindqvist said that the side had waited two years for such an evening.

## Fine

> Lindqvist sinks the champions
>
> The harbour club of Torvik beat the champions on Saturday. Anders Lindqvist scored twice in the first half and once
> from the spot after the break, and the keeper saved a penalty in the last minute. The club now stands third in the
> table, four points behind the leaders. Lindqvist said that the side had waited two years for such an evening.

## Limits

Looks for people, places, firms and the like, and for percentages, sums of money, measures and large counts. A name
counts as mentioned in any form: cut short, as an acronym, by a nickname, misspelt, by the people or the capital of a
land. Left alone are acronyms, names in quotation marks or before a colon, headlines that ask, single surnames in
headlines in title case, and stories of fewer than 50 words. A figure is reported only when the story has none near it
and none that it can be worked out from; one that is near is a conflict, and F202's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.annotate.figures import Figure
from checker.annotate.names import Name, NameKind
from checker.article import Article, BlockKind, Span
from checker.finding import AGREES, Confidence, Outcome, Severity
from checker.rule import NoOptions, Rule
from checker.rules.structure._figures import is_expected, is_given
from checker.rules.structure._names import instead_of, is_telling
from checker.rules.structure._sought import Story

rule = Rule(__name__, Severity.WARNING)

LEAST_WORDS = 50  # of a story that can be expected to tell what its headline says
MOST_WORDS = 20  # of a headline; a longer line is a caption or a paragraph
ASIDE = re.compile(  # what is quoted or in brackets, the label before a colon, the name of the paper behind a bar
    r"[\"“‘«][^\"”»]*[\"”’»]|(?<!\w)'[^']+'(?!\w)|\([^)]*\)|\[[^\]]*\]|\s[|–—-]\s.*|(?:^|(?<=\n))[^:\n]{1,40}:\s"
)


@rule.check
def headline_entity_missing(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for every name and every telling figure of the headline in the rest of the article."""
    headline = next((block.span for block in article.blocks if block.kind is BlockKind.HEADLINE), None)
    if headline is None or not states_the_story(article, headline):
        return
    asides = [Span(*match.span()) for match in ASIDE.finditer(article.text, headline.start, headline.end)]
    story = Story(article, headline)
    for name in article.mentioned(Name, headline):
        if not is_telling(article, name) or any(name.span.overlaps(aside) for aside in asides):
            continue
        if story.has(article[name.span], name.kind is NameKind.PERSON):
            yield AGREES
            continue
        sure = Confidence.HIGH if name.kind is NameKind.PERSON else Confidence.MEDIUM
        message = f"{article[name.span]} is named in the headline and nowhere in the story"
        yield rule.finding(name.span, message, instead_of(article, name, headline), confidence=sure)
    for figure in article.mentioned(Figure, headline):
        if not is_expected(article, figure) or any(figure.span.overlaps(aside) for aside in asides):
            continue
        if is_given(article, figure, headline):
            yield AGREES
        else:
            message = f"{article[figure.span]} stands in the headline and nothing like it in the story"
            yield rule.finding(figure.span, message, confidence=Confidence.MEDIUM)


def states_the_story(article: Article, headline: Span) -> bool:
    """Whether the headline says what happened, in upper and lower case, above a story that is long enough."""
    text = article[headline]
    if text.rstrip("\"'”’ ").endswith("?") or text.isupper() or len(text.split()) > MOST_WORDS:
        return False
    return len(article.text[headline.end :].split(maxsplit=LEAST_WORDS)) > LEAST_WORDS
