"""What belongs to a press release was left in the copy.

It shows that the text was taken over as it came, with the sender's praise of itself.

## Flagged

> FOR IMMEDIATE RELEASE
> The harbour will have a second ferry from May, its owner said on Monday in the town hall.

> The harbour will have a second ferry from May, its owner said on Monday.
> About Tarn Lines
> Tarn Lines is a leading provider of crossings, committed to customers on both shores of the sound.

## Fine

> About the author
> Ida Holm has written about ships since 1990 and has sailed on most of them in all weathers.

> The firm makes more engines than any other, and was founded in 1971. “We are the leading provider of noise,” he said.

## Limits

Praise such as “leading provider of” counts in a sentence that says it of its subject, outside quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import Rule
from checker.rules.ads._lines import bare
from checker.rules.ads._removal import removal

rule = Rule(__name__, Severity.WARNING)

MOST = 100  # characters of a line of a press release's form
OPENING = 60  # characters in which a firm that speaks of itself gives its name
LINE = re.compile(
    r"(?:(?:press|news) release|(?:for )?immediate release.{0,40}|embargoed (?:until|till)\b.{0,60}"
    r"|(?:media|press|pr) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))\b.{0,80}"
    r"|notes? (?:to|for) (?:the )?editors?(?:$|:.{0,80})|view original content.{0,40}"
    r"|(?-i:SOURCE:? [A-Z])[\w&.,’' -]{1,60})",
    re.I,
)
RULED = re.compile(r"(?:# ?){3,}|[-–—] ?30 ?[-–—]|[-–—*#~ ]*(?:ENDS|Ends|END)[-–—*#~ ]*")
WIRE = re.compile(r"/PRNewswire(?:-\w+)?/|\((?:BUSINESS WIRE|GLOBE ?NEWSWIRE|ACCESSWIRE|PR ?Newswire)\)", re.I)
PRAISE = re.compile(
    r"\b(?:is|are) (?:(?:the|an?) )?(?:[\w’'-]+ ){0,3}?(?:leading|premier|foremost) (?:[\w-]+ ){0,4}?"
    r"(?:provider|supplier|innovator)s? of\b"
    r"|\b(?:is|are) an? (?:global|world|industry|market) leader in\b"
    r"|\b(?:is|are|we['’]re) (?:very )?(?:pleased|proud|excited|thrilled|delighted) to announce\b"
    r"|\bforward-looking statements\b"
    r"|\A\W*for (?:[\w-]+,? (?:and |or )?){0,3}(?:information|details|interviews?|images|enquiries|inquiries),? "
    r"(?:please )?(?:visit|contact|call|email|go to)\b",
    re.I,
)
HINTS = frozenset(
    "leading premier foremost leader announce forward information details interview interviews images enquiries "
    "inquiries".split()
)
ABOUT = re.compile(r"About (?!(?:the|this|that|us|me|our|my|your|an?|half|one|two|three)\b)([A-Z0-9]\S*)(?: \S+){0,5}")
SELF = re.compile(
    r"\b(?:is|are|provides?|offers?|helps?|delivers?|makes?|founded|headquartered|committed|mission)\b", re.I
)


@rule.check
def press_release_residue(article: Article, options: object) -> Iterator[Outcome]:
    """Lines of the form, wire marks, firms about themselves, and sentences of praise."""
    blocks = list(article.prose())
    for block, below in pairwise([*blocks, None]):
        if block is None:
            break
        text = article[block.span]
        if len(text) <= MOST and (LINE.fullmatch(bare(text)) or RULED.fullmatch(text)):
            fix = removal(article, block.span, "line")
            yield rule.finding(block.span, f"“{text}” belongs to the form of a press release", fix=fix)
        elif below and _is_about(text, article[below.span]):
            yield rule.finding(
                block.span, f"“{text}” opens what a firm says about itself", [Related(below.span, "its words")]
            )
        else:
            yield AGREES
            for span in _inside(article, block, text):
                yield rule.finding(span, f"“{article[span]}” is the language of a press release")


def _is_about(text: str, below: str) -> bool:
    """Whether a line heads a firm's words about itself: “About Acme”, and below it “Acme is …”."""
    about = ABOUT.fullmatch(text) if len(text) <= MOST else None
    return about is not None and about[1] in below[:OPENING] and SELF.search(below) is not None


def _inside(article: Article, block: Block, text: str) -> Iterator[Span]:
    """The wire marks and praise in a paragraph, outside quotations."""
    if wire := WIRE.search(text):
        yield Span(block.span.start + wire.start(), block.span.start + wire.end())
    lower = article.tokens.lower
    inside = article.tokens.within(block.span.start, block.span.end)
    if not HINTS.isdisjoint(lower[inside.start : inside.stop]):
        for sentence in article.mentioned(Sentence, block.span):
            praise = PRAISE.search(article[sentence.span])
            start = sentence.span.start + praise.start() if praise else 0
            if praise and article.enclosing(Quote, start) is None:
                yield Span(start, sentence.span.start + praise.end())
