"""Something is told on the word of nobody in particular.

“Experts say” and “studies show” tell a reader neither who knows it nor how. Name the study, or one of the experts.

## Flagged

> The bridge was painted in spring and closed in May. It is not safe for lorries.
> The steel is thirty years older than the plans say. Experts say it will not last another winter.

> The school starts an hour later from Monday.
> Lessons end at four. Studies show that children learn more when they sleep longer.

> The bridge was painted in spring and closed in May. It is not safe for lorries.
> It is understood that the work will cost twice as much.

## Fine

> The bridge was painted in spring and closed in May. It is not safe for lorries.
> Experts say it will not last another winter. Ida Brandt, an engineer at Leeds University, puts it at two years.

> The bridge was painted in spring and closed in May. It is not safe for lorries.
> A source close to the talks, who was not authorised to speak, said it will not last another winter.

> The school starts an hour later from Monday.
> Lessons end at four. Police sources said the traffic had been studied for a year.

## Limits

Looks only at sources without a word of what makes them one: “police sources”, “health experts” and “opinion polls” are
ordinary, and so are “sources” that were “police sources” higher up. Named people who speak, or a named study, in the
paragraph or the next sentence are near enough. The headline and the lead may sum up what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checker.annotate.cues import saying
from checker.annotate.names import Name
from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Role, Span
from checker.finding import AGREES, Confidence, Outcome, Severity
from checker.rule import NoOptions, Rule
from checker.rules.quotes._sources import first_qualified, names_a_source

rule = Rule(__name__, Severity.WARNING, NoOptions, confidence=Confidence.MEDIUM)

_VAGUE = re.compile(
    # what stands before opens a clause: no “police” before “sources”, no “what” before “experts say”
    r"(?:^|[.!?,;:—–-] |[.!?][\"”’)] |\n|\b(?:and|but|while|although|though|yet|because|as|that) )"
    r"(?P<told>(?:(?:some|many|most|several|other|various|certain|recent|new|one|a|an) )*"
    r"(?:(?:sources?|insiders?|experts?|critics|scientists|researchers) (?:have |has |had |also |now |\w+ly )*"
    r"(?:say|says|said|believed?|believes|thinks?|thought|claim(?:ed|s)?|argued?|warn(?:ed|s)?|fear(?:ed|s)?|"
    r"suggest(?:ed|s)?|agreed?|insist(?:ed|s)?|estimated?|predict(?:ed|s)?)"
    r"|(?:study|studies|research|surveys?|statistics|evidence) (?:have |has |had |also |now |\w+ly )*"
    r"(?:shows?|showed|shown|suggest(?:ed|s)?|indicated?|indicates|found|finds?|proven?|proves)"
    r"|it is (?:\w+ly )?(?:understood|believed|thought(?! (?:through|out|over|of))|rumou?red|reported))\b)",
    re.I | re.M,
)
_WITHHELD = re.compile(r"\b(?:authori[sz]ed|anonym\w+|to be (?:named|identified)|on background)\b", re.I)
_REACH = 5  # sentences to either side, inside the paragraph
_FAR = 400  # characters to either side, inside the sentence


@rule.check
def vague_source(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look around every speaker and study without a name."""
    sentences = article.mentioned(Sentence)
    qualified = first_qualified(article)
    for match in _VAGUE.finditer(article.text):
        told = Span(*match.span("told"))
        block = article.block_at(told.start)
        if block.kind is not BlockKind.PARAGRAPH or article.enclosing(Quote, told.start):
            continue
        at = bisect_right(sentences, told.start, key=lambda sentence: sentence.span.start) - 1
        if (
            block.role is Role.LEAD
            or any(noun in article[told].lower() and start < told.start for noun, start in qualified.items())
            or _speaks_beside(article, told, sentences[at].span)
            or _is_explained(article, sentences, at, block)
        ):
            yield AGREES
        else:
            yield rule.finding(told, f"“{article[told]}” names nobody")


def _speaks_beside(article: Article, told: Span, own: Span) -> bool:
    """Whether somebody with a name speaks in the same sentence; most names there are what it is about."""
    tokens, verbs = article.tokens, saying() | {"to"}  # according to
    near = Span(max(own.start, told.start - _FAR), min(own.end, told.end + _FAR))
    for name in article.mentioned(Name, near):
        for at in (tokens.at(name.span.start) - 1, tokens.at(name.span.end)):
            known = 0 <= at < len(tokens) and not told.start <= tokens.starts[at] < told.end
            if known and tokens.lower[at] in verbs:
                return True
    return False


def _is_explained(article: Article, sentences: Sequence[Sentence], at: int, block: Block) -> bool:
    """Whether the sentences around name who knows it, or one of them says why nobody is named."""
    first, last = max(0, at - 1), min(at + 1, len(sentences) - 1)
    if _WITHHELD.search(article.text, sentences[first].span.start, sentences[last].span.end):
        return True
    start = max(block.span.start, sentences[max(0, at - _REACH)].span.start)
    end = min(block.span.end, sentences[min(at + _REACH, len(sentences) - 1)].span.end)
    own = sentences[at].span
    before, behind = Span(start, own.start), Span(own.end, max(end, sentences[last].span.end))
    return names_a_source(article, before) or names_a_source(article, behind)
