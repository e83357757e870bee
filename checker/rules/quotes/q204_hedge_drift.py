"""What is alleged in one place is a fact in another.

“Allegedly” stands in the third paragraph and is gone in the ninth. The story then says itself what only the prosecutors
say, and that is what it will be sued for.

## Flagged

> Colin Marsh allegedly stole $4m from the harbour fund.
> The fund was closed in May, weeks after Marsh stole the $4m.

> A clerk, Rita Gomes, is accused of forging the mayor's signature.
> The office has had new locks since Gomes forged the signature.

> The suspected arsonist, Anders Holt, was arrested on Monday.
> Neighbours were surprised by the news. Anders Holt, the arsonist, had worked at the mill for years.

## Fine

> Colin Marsh allegedly stole $4m from the harbour fund.
> The fund was closed in May, weeks after Marsh is alleged to have stolen the $4m.

> Colin Marsh was accused of stealing $4m from the harbour fund.
> Marsh was convicted on Friday. He stole the $4m over ten years.

> Colin Marsh allegedly stole $4m from the harbour fund.
> “He stole the $4m while we slept,” said the treasurer.

## Limits

Compares a verb behind a hedge (allegedly, reportedly, is believed to have, accused of, charged with, prosecutors say)
with a plain past tense of the same verb elsewhere, when the same person or the same noun is its subject and the two
share a word or a figure of what was done; without a name more must be shared. Other words for the same act are not
found, nor are nouns (the alleged fraud, the fraud). Any word of report, doubt or denial in its sentence silences the
plain one. So does a conviction or a guilty plea: for those named in its sentence, for everybody when nobody is. That a
thing was done, with no word of who did it, may be a fact. Headlines, captions, quotations and what only the police say
are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.annotate.names.words import Words
from checker.article import Article, Span
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.quotes._acts import Acts, base_of
from checker.rules.quotes._convictions import Convictions
from checker.rules.quotes._hedges import HEDGES, Hedged, hedged_acts, same_act
from checker.rules.quotes._stated import flat_act, told_sentences
from checker.rules.quotes._suspects import called

rule = Rule(__name__, Severity.WARNING, confidence=Confidence.MEDIUM)

_MOST = 20  # hedged acts with one verb that are compared


@rule.check
def hedge_drift(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare what is hedged with the statements of fact about the same act and the same people."""
    if HEDGES.isdisjoint(article.tokens.lower):
        return
    words = article.once(Words)
    sentences = told_sentences(words)
    convictions = Convictions(words, sentences)
    yield from _acts(words, sentences, convictions)
    yield from _people(words, sentences, convictions)


def _acts(words: Words, sentences: list[Span], convictions: Convictions) -> Iterator[Outcome]:
    """Compare each hedged act with the facts that have its verb."""
    acts = Acts(words)
    hedged: dict[str, list[Hedged]] = defaultdict(list)
    for sentence in sentences:
        for each in hedged_acts(acts, sentence):
            if len(hedged[each.act.base]) < _MOST:
                hedged[each.act.base].append(each)
    known = {each.act.verb for found in hedged.values() for each in found}
    for sentence in sentences if hedged else ():
        for verb in words.article.tokens.within(sentence.start, sentence.end):
            if verb in known or base_of(words.lower[verb]) not in hedged:
                continue
            act = flat_act(acts, verb, sentence)
            if act is None or convictions.settle(act.agents):
                continue
            same = next((e for e in hedged[act.base] if e.act.sentence != sentence and same_act(e, act)), None)
            if same is None:
                yield AGREES
                continue
            there = Span(words.starts[same.hedge], max(words.ends[same.hedge], same.act.span.end))
            yield _finding(words, act.span, words.texts[same.hedge], there)


def _people(words: Words, sentences: list[Span], convictions: Convictions) -> Iterator[Outcome]:
    """Compare “the alleged gunman, John Smith” with “the gunman, John Smith”."""
    found = [each for sentence in sentences for each in called(words, sentence)]
    alleged = {(each.noun, each.cluster): each for each in found if each.alleged}
    for each in found:
        there = alleged.get((each.noun, each.cluster))
        if there is None or each.alleged or convictions.settle(frozenset((each.cluster,))):
            continue
        yield _finding(words, each.span, "alleged", there.span)


def _finding(words: Words, here: Span, hedge: str, there: Span) -> Outcome:
    return rule.finding(here, f"told as a fact here, with “{hedge}” elsewhere", [Related(there, "not a fact here")])
