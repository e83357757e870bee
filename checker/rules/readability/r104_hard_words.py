"""A long word that most readers seldom meet.

A rare word stops the reader; a long one stops him longer. Some have to stay, and are worth a few words of explanation.
Each is shown once, at its first mention.

## Flagged

> The bank offered the farmers concessional loans for the third year.

> Critics called the plan a renationalisation of the water works.

## Fine

> The bank offered the farmers cheap loans for the third year.

> The government said the presidential election would be held in November.

> “These are concessional loans,” said Mara Quist, who runs the bank.

## Limits

Names, hyphenated words and quotations are left out. Rarity is told by a list of English words from many kinds of text:
a term that is common in one trade is rare in the list, and so is a word that is misspelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.frequency import frequency
from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.readability import measure
from checker.readability.familiar import stems
from checker.readability.sentences import own_words
from checker.readability.words import reading
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """What is hard."""

    syllables: int = 3
    """How many syllables a word must have to count as long."""
    frequency: float = 3.0
    """How rare it must be: the logarithm of how often it comes in a thousand million words; 3 is once in a million."""


rule = Rule(__name__, Severity.NOTE, Options)

ADDRESS = re.compile(r"^[@#./_]|[@./_]\w$")  # what stands before or behind a part of a handle, a tag or an address
BRITISH = re.compile(r"is(?=e[ds]?$|ing$|ers?$|ations?$)")  # the list has the American spelling more often


@rule.check
def hard_words(article: Article, options: Options) -> Iterator[Outcome]:
    """Look up every word of the reporter's that is long enough, once."""
    seen: set[str] = set()
    for sentence in measure(article).sentences:
        if not sentence.own.words:
            continue
        for word, place in own_words(article, sentence):
            read = reading(word)
            if read.syllables < options.syllables or read.familiar or word.lower() in seen:
                continue
            if not word.isalpha() or ADDRESS.search(article.text[max(0, place.start - 1) : place.end + 2]):
                continue
            seen.add(word.lower())
            if _frequency(word.lower()) < options.frequency:
                one_in = 10 ** (9 - options.frequency)
                yield rule.finding(
                    place, f"“{word}” has {read.syllables} syllables and is rarer than one word in {one_in:,.0f}"
                )
            else:
                yield AGREES


def _frequency(word: str) -> float:
    """How frequent a word is, or the word that it is a form of."""
    american = BRITISH.sub("iz", word)
    return max(frequency(form) for form in (word, american, *stems(word), *stems(american)))
