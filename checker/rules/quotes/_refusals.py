"""Sentences that say of somebody that he said nothing at all: declined to comment, did not return calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, Span

_REFUSED = re.compile(
    r"\b(?:declin(?:ed|es) (?:to comment|comment|to be interviewed|(?:\w+ ){0,3}interview requests?|"
    r"(?:\w+ ){0,2}requests? for (?:an interview|comment))|refused to comment|(?:would|could) not comment|"
    r"(?:had|has) no comment|could not (?:immediately )?be reached(?: immediately)? for comment|"
    r"(?:was|were) (?:un|not (?:immediately )?)available (?:for comment|to comment)|"
    r"(?:did not|didn['’]t|has not|have not|had not|failed to|never) (?:yet )?(?:immediately )?(?:"
    r"(?:respond|responded|reply|replied|answer|answered) (?:to )?(?!(?:his|her|their) )(?:\w+ ){0,4}"
    r"(?:requests?|questions|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|calls?|messages?|e-?mails?)|"
    r"return(?:ed)? (?:\w+ ){0,3}(?:calls?|messages?|e-?mails?))(?: (?:for|seeking) comment)?)\b"
)
# What a refusal is limited by: further, on whether, but said, saying. “On Friday” and “on this story” limit nothing.
_LIMIT = re.compile(
    r"\b(?:but|yet|further|beyond|about|regarding|concerning|over|whether|how|why|what|saying|adding|except|other than|"
    r"although|though|until|before|only|specific\w*|directly|instead|because|as|detail\w*|"
    r"on (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|the record|th(?:is|e) (?:story|article|matter|case)))\b",
    re.I,
)
_AT_FIRST = re.compile(
    r"\b(?:initially|at first|earlier|previously|originally|already|for (?:days|weeks|months|years)|last \w+|once|"
    r"never before|until)\b",
    re.I,
)
_GAP = re.compile(
    r"(?P<staff>(?:['’]s?)?(?: \w+)? (?:spokes\w+|officials|representatives|executives|management))?"
    r"(?:, [^,;]{1,80},| \([^()]{1,40}\))?(?:,? who)?(?: (?:has|have|had|also|both|all|each|repeatedly))*,? $"
)
_TITLE = r"(?:the |[A-Z][a-z]{1,4}\. |M(?:r|rs|s) )?$"
_SPOKES = re.compile(rf"\b[Ss]pokes\w+ (?:for|of|at) {_TITLE}")
_BELONGS = re.compile(rf"\b(?i:for|of|from|by|with|to|at|in|on|near|against|about|as) {_TITLE}")
_TOLD = re.compile(r"\b(?:said|says|saying|told|according to|reported|claimed|added) (?:that )?(?:\w+ )?$")
_JOINED = re.compile(r",? (?:and|or|nor) (?:the )?|, (?:the )?")
_NOUN = re.compile(r"(?:^|[,;:“\"] ?|\band )(?P<noun>[Tt]he [a-z]+(?:-[a-z]+)?(?: [a-z]+)?) (?:also )?$")
_VOICES = re.compile(r"spokes|official|source|dealer|aide|trader|banker|officer|lawyer|company$|firm$")


_FAR = 400  # characters of a sentence to either side of its verb


class Refusal(NamedTuple):
    """A refusal, whose it is, and the sentence in which it stands."""

    span: Span
    bearer: Name | str
    """A name, or a noun as printed: “the airline”."""
    sentence: Span


def refusals(article: Article) -> Iterator[Refusal]:
    """The refusals that are not limited to one question, one for each that is named as refusing."""
    for match in _REFUSED.finditer(article.text):
        sentence = article.enclosing(Sentence, match.start())
        if sentence is None or sentence.span.end < match.end() or article.enclosing(Quote, match.start()):
            continue
        span = Span(max(sentence.span.start, match.start() - _FAR), min(sentence.span.end, match.end() + _FAR))
        if _LIMIT.search(article.text, match.end(), span.end) or _AT_FIRST.search(article.text, span.start, span.end):
            continue
        for bearer, start in _bearers(article, span, match.start()):
            yield Refusal(Span(start, match.end()), bearer, sentence.span)


def _bearers(article: Article, sentence: Span, verb: int) -> Iterator[tuple[Name | str, int]]:
    """Who stands before the verb, with the place where the phrase begins; those joined to the last one too."""
    names = [name for name in article.mentioned(Name, sentence) if name.span.end <= verb]
    for at, name in enumerate(names):
        gap = _GAP.match(article.text, name.span.end, verb)
        if gap is None or _is_aside(article, name, sentence):
            continue
        if (gap["staff"] and name.kind is NameKind.PERSON) or not _is_subject(article, name, sentence):
            return
        yield name, name.span.start
        for other, behind in zip(reversed(names[:at]), reversed(names[1 : at + 1]), strict=True):
            if not _JOINED.fullmatch(article.text, other.span.end, behind.span.start):
                return
            yield other, other.span.start
        return
    noun = _NOUN.search(article.text[sentence.start : verb])
    if noun and not _VOICES.search(noun["noun"]):
        yield noun["noun"].lower(), sentence.start + noun.start("noun")


def _is_aside(article: Article, name: Name, sentence: Span) -> bool:
    """Whether the name stands in what explains another one: Quist, chief executive of Acme, declined."""
    before = article.text[sentence.start : name.span.start]
    return bool(_BELONGS.search(before)) and "," in before


def _is_subject(article: Article, name: Name, sentence: Span) -> bool:
    """Whether it is the bearer who refused, and by our own word; a spokesman refuses for an organisation only."""
    before = article.text[sentence.start : name.span.start]
    if _SPOKES.search(before):
        return name.kind is not NameKind.PERSON
    return not (_BELONGS.search(before) or _TOLD.search(before))
