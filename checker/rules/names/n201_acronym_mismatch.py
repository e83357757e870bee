"""An acronym does not fit the words that it stands for, or stands for two things.

Two swapped letters make another body of it: the reader of “WTO” is in Geneva, but in the wrong building.

## Flagged

> The World Health Organization (WTO) sent a team to the island.

> The Harbour Workers' Mutual Insurance Society (HWIMS) paid out on Friday.

> The Baltic Ferry Operators' Union (BFU) met on Monday. A spokesman for the BFOU said that a strike was likely.

> The National Planning Agency (NPA) has a new head. The National Ports Agency (NPA) has none.

## Fine

> The World Health Organization (WHO) sent a team to the island.

> Médecins Sans Frontières, or MSF, and the National Statistics Institute (INSEE) gave figures.

> The Organisation for Economic Co-operation and Development (OECD) and the Department of Justice (DOJ) agreed.

> Several gross domestic product (GDP) figures and the Ministry of Trade, Industry and Energy (MOTIE) were cited.

## Limits

Speaks when one letter is wrong or two neighbours are swapped and something else tells that it is a slip: the right
letters stand elsewhere in the article, either form is well known, or the acronym is long, stands once and has nothing
foreign about it. An acronym that takes letters from inside words, leaves words out or comes from another language is
left alone, and so are those of two letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.annotate.names.nearness import one_edit_apart
from checker.annotate.names.words import Words
from checker.article import Article, Span
from checker.finding import AGREES, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._acronyms import Definition, acronyms, content, definitions, fits, initials, normal
from checker.rules.names._stray_acronyms import strays
from checker.rules.names._wrong_letters import Slip, slip_of

rule = Rule(__name__, Severity.ERROR)

_SHORTEST = 3  # letters: the European Commission and the European Community are both the EC


@rule.check
def acronym_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Spell every acronym with the words beside it, and compare the expansions of one acronym."""
    words = article.once(Words)
    used: dict[str, list[int]] | None = None
    expanded: dict[str, Sequence[int]] = {}
    for definition in definitions(words):
        if expansion := _expansion(words, definition):
            earlier = expanded.setdefault(definition.letters, expansion)
            two = _are_two(words, earlier, expansion)
            yield _two_expansions(words, definition, earlier, expansion) if two else AGREES
            continue
        used = acronyms(words) if used is None else used
        if slip := slip_of(words, definition, used):
            yield _mismatch(words, definition, slip)
        elif fits(words, definition):
            yield AGREES
    if expanded:
        for at, there, right in strays(used or acronyms(words), expanded):
            message = f"{words.base(at)} is never spelt out, {right} is"
            yield rule.finding(_span(words, [at]), message, [Related(_span(words, [there]), f"{right} here")])


def _expansion(words: Words, definition: Definition) -> Sequence[int]:
    """The words that the letters open one by one; none when some were left out."""
    tokens = content(words, definition.words)[-len(definition.letters) :]
    fitting = len(tokens) >= _SHORTEST and initials(words, tokens) == definition.letters
    return tokens if fitting else ()


def _are_two(words: Words, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two expansions are of different things rather than two spellings of one."""
    pairs = [(normal(words.base(a)), normal(words.base(b))) for a, b in zip(one, other, strict=False)]
    return any(a[:4] != b[:4] and not one_edit_apart(a, b) for a, b in pairs)


def _two_expansions(words: Words, definition: Definition, earlier: Sequence[int], expansion: Sequence[int]) -> Finding:
    here, there = _span(words, expansion), _span(words, earlier)
    message = f"{definition.letters} is “{words.article[here]}” here, “{words.article[there]}” above"
    return rule.finding(here, message, [Related(there, "the other expansion")])


def _mismatch(words: Words, definition: Definition, slip: Slip) -> Finding:
    at = definition.acronym
    here, phrase = _span(words, [at]), _span(words, definition.words)
    related = [Related(phrase, "the words it should fit")]
    related += [Related(_span(words, [there]), f"{slip.right} here") for there in slip.elsewhere[:1]]
    return rule.finding(
        here, f"{words.article[here]} does not fit “{words.article[phrase]}”, {slip.right} would", related
    )


def _span(words: Words, tokens: Sequence[int]) -> Span:
    return Span(words.starts[tokens[0]], words.starts[tokens[-1]] + len(words.base(tokens[-1])))
