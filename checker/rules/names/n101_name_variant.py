"""A name is spelt in two ways.

A misspelt name is the mistake that its bearer and everyone who knows them will see.

## Flagged

> Anna Kowalczyk won the seat in May. The council had ruled Kowalcyzk out for years.

> President Zelenskyy thanked his hosts, and Zelenskyy flew home. Zelensky had arrived on Monday.

> The ferry sails for Colombia on Friday. Few ships reach Colombya in winter.

> President Xi Jinping flew to Rome on Friday. The talks with Jinping Xi will last two days.

## Fine

> Anna Kowalczyk won the seat in May. The council had ruled Kowalczyk's list out for years.

> Iraq said the Iraqi border was open. The Clintons met Hillary Clinton.

> Peter Hansen lost to Erik Hanson in the final.

## Limits

Compares words that are one letter apart, two renderings of one foreign name, and names whose two words stand the other
way round. Stays silent when both are words or names in their own right, unless only one of them is introduced; about
words in capitals throughout, plurals and the names of peoples; and about two people whose first names differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.names.nearness import near_pairs
from checker.annotate.names.words import Words
from checker.article import Article
from checker.finding import AGREES, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._forms import Form, elsewhere, forms, span_of
from checker.rules.names._slips import is_slip
from checker.rules.names._turned import turned

rule = Rule(__name__, Severity.WARNING)


@rule.check
def name_variant(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare every capitalised word with those that are spelt nearly alike."""
    words = article.once(Words)
    found = forms(words)
    right: dict[str, Form] = {}
    for one, other in near_pairs(found):
        if is_slip(words, found[one], found[other]) and (one not in right or found[other].count > right[one].count):
            right[one] = found[other]
    for key, form in found.items():
        if key in right:
            yield _finding(words, form, right[key])
        elif form.count > 1:
            yield AGREES
    for name, there, count in turned(article):
        message = f"“{article[name.span]}” here, “{article[there.span]}” {elsewhere(count)}"
        yield rule.finding(name.span, message, [Related(there.span, "the other way round here")])


def _finding(words: Words, one: Form, other: Form) -> Finding:
    here = one.tokens[0]
    there = min(other.tokens, key=lambda at: abs(at - here))
    wrong, right = words.base(here), words.base(there)
    times = elsewhere(other.count)
    related = [Related(span_of(words, there), f"spelt “{right}” here")]
    related += [Related(span_of(words, at), f"“{wrong}” again") for at in one.tokens[1:]]
    return rule.finding(span_of(words, here), f"“{wrong}” here, “{right}” {times}", related)
