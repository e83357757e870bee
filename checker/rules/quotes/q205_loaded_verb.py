"""The verb beside a quotation judges what is said.

“Claimed” doubts the speaker, “admitted” implies guilt, “revealed” vouches for it; “said” leaves that to the reader.

## Flagged

> "The pier is safe," the mayor claimed on Monday.

> "I signed the paper," Vidal admitted.

## Fine

> "The pier is safe," the mayor said on Monday.

> The county claimed the pier in 1935, and the mayor said: "It is ours."

## Limits

Looks only at the verbs that attribute quotations, in a list of its own. In a court report “admitted” may be the plain
truth. Verbs that your house accepts go into the option.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.quotes import Quote
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """Which verbs may stand."""

    allowed: tuple[str, ...] = ()
    """Verbs that are left alone, as printed: “admitted”, “insisted”."""


rule = Rule(__name__, Severity.NOTE, Options)

# What a verb says of the speech beyond that it was made, and the verbs that say it.
SENSES = {
    "doubts it": "claim claims claimed claiming purported purports pretended pretends",
    "implies guilt": "admit admits admitted admitting confess confesses confessed confessing conceded concedes",
    "vouches for it": "reveal reveals revealed revealing disclosed discloses refuted refutes rebutted rebuts",
    "implies a dispute": "insist insists insisted insisting retorted retorts countered",
    "laughs with the speaker": "quip quips quipped quipping joked jokes cracked",
    "sneers at the speaker": (
        "boasted boasts bragged brags whined whines moaned moans gushed gushes ranted rants raved raves sneered sneers "
        "scoffed scoffs crowed crows bleated bleats gloated gloats smirked smirks spouted trumpeted"
    ),
    "implies temper": (
        "snapped snaps barked barks fumed fumes thundered thunders raged rages blasted blasts slammed slams lashed "
        "hissed hisses roared roars screamed screams stormed"
    ),
    "weighs it": "opined opines mused muses lamented laments enthused enthuses pontificated",
}
SENSE_OF = {verb: sense for sense, verbs in SENSES.items() for verb in verbs.split()}
REACH = 200  # characters to either side of a quotation in which its verb stands


@rule.check
def loaded_verb(article: Article, options: Options) -> Iterator[Outcome]:
    """Look at the verb of every quotation; one that attributes two is reported once."""
    allowed = {verb.lower() for verb in options.allowed}
    seen: set[Span] = set()
    for quote in article.mentioned(Quote):
        verb = quote.cue.lower()
        if not verb:
            continue
        place = _place(article, quote) if verb in SENSE_OF and verb not in allowed else None
        if place is None:
            yield AGREES
        elif place not in seen:
            seen.add(place)
            yield rule.finding(place, f"“{article[place]}” {SENSE_OF[verb]}, “said” does not")


def _place(article: Article, quote: Quote) -> Span | None:
    """Where the verb of the quotation stands: the nearest place in its block that is in no quotation."""
    block = article.block_at(quote.span.start).span
    start, end = max(block.start, quote.span.start - REACH), min(block.end, quote.span.end + REACH)
    found = [
        Span(match.start(), match.end())
        for match in re.finditer(rf"\b{re.escape(quote.cue)}\b", article.text[start:end], re.I)
    ]
    places = [Span(start + span.start, start + span.end) for span in found]
    outside = [place for place in places if article.enclosing(Quote, place.start) is None]
    return min(outside, key=lambda place: _distance(place, quote.span), default=None)


def _distance(place: Span, quote: Span) -> int:
    return min(abs(place.start - quote.end), abs(quote.start - place.end))
