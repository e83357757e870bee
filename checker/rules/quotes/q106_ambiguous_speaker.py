"""“He said”, where two people may be he.

A sentence about two men has gone before, neither of them has spoken, and the next one begins “He said”. Whoever quotes
the story will choose one of the two.

## Flagged

> Peter Holm met David Osei in Quistby on Monday. He said the harbour would be dug out by spring.

> Anna Quist and Ruth Olsen looked at the pier. “There is not a sound plank in it,” she said.

## Fine

> Peter Holm met David Osei in Quistby on Monday. Holm said the harbour would be dug out by spring.

> Peter Holm met Anna Quist in Quistby on Monday. He said the harbour would be dug out by spring.

> Peter Holm told David Osei to wait. He said the harbour would be dug out by spring.

> Peter Holm left Quistby on Sunday. He met David Osei on Monday. He said the harbour would be dug out by spring.

## Limits

Gender is told by “Mr”, “Dame” and the like, and by first names that nearly only men or women bear; people with other
first names may be either. The two must stand in the sentence before, or in the one before that where the last tells of
nobody. That sentence is taken to be clear when somebody speaks in it or when it has the pronoun already; so it is when
the story has told of only one of the two before, unless “and” joins them. A note: the story may make it plain.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.cues import saying
from checker.annotate.names import Name
from checker.annotate.names.gender import MAN, genders
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote
from checker.article import Article, Span
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.quotes._pronouns import SaidBy, are_listed, candidates, said_by

rule = Rule(__name__, Severity.NOTE, confidence=Confidence.MEDIUM)

_ASIDE = 2  # paragraphs before in which one of the two is what the story is about
_MALE = frozenset("he his him himself".split())
_FEMALE = frozenset("she her hers herself".split())
_FAR = 3000  # characters, where a paragraph has no end
_ATTRIBUTED = frozenset(
    "according quoted quoting interviewed accused accuses blamed blames thanked praised attacked criticised".split()
)


@rule.check
def ambiguous_speaker(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at each “he said” for the people of the sentence before."""
    words = article.once(Words)
    of = article.once(genders)
    for said in said_by(words):
        meant = candidates(words, said, of)
        if len(meant) < 2:
            if meant:
                yield AGREES
            continue
        listed = are_listed(words, meant)
        if _has_pronoun(words, said) or (not listed and (_is_told(words, said) or _stands_out(article, said, meant))):
            yield AGREES
            continue
        one, other = (article[name.span] for name in meant[:2])
        yield rule.finding(
            said.pronoun,
            f"“{article[said.pronoun]}” may be {one} or {other}",
            [Related(name.span, "may be meant") for name in meant[:2]],
        )


def _has_pronoun(words: Words, said: SaidBy) -> bool:
    """Whether the sentence before has the pronoun with its person already."""
    inside = words.article.tokens.within(said.before.start, said.before.end)
    pronouns = _MALE if said.gender == MAN else _FEMALE
    return not pronouns.isdisjoint(words.lower[inside.start : inside.stop])


def _is_told(words: Words, said: SaidBy) -> bool:
    """Whether the sentence before has a speaker or a quotation."""
    inside = words.article.tokens.within(said.before.start, said.before.end)
    lower = set(words.lower[inside.start : inside.stop])
    if not lower.isdisjoint(saying()) or not lower.isdisjoint(_ATTRIBUTED):
        return True
    return bool(words.article.mentioned(Quote, said.before))


def _stands_out(article: Article, said: SaidBy, meant: list[Name]) -> bool:
    """Whether one of the two has been spoken of or has spoken shortly before, and the other has not."""
    start = said.before.start
    for _ in range(_ASIDE):
        start = article.block_at(max(0, start - 2)).span.start
    around = Span(max(start, said.before.start - _FAR), said.before.start)
    named = {name.cluster for name in article.mentioned(Name, around)}
    spoken = {quote.speaker for quote in article.mentioned(Quote, around)}
    known = [name.cluster in named or name.name in spoken for name in meant]
    return any(known) and not all(known)
