"""A vote or a score that cannot be: more votes than members, a best of five that ended 4-3.

Who sat there knows how many they were.

## Flagged

> The nine-member council voted 6-4 to close the library.

> She won the best-of-five final 4-3.

> Members approved the budget unanimously, 7-2.

> The bill passed by a margin of three votes, 52-48.

## Fine

> The nine-member council voted 6-2 to close the library.

> She leads the best-of-five final 2-1.

> The bill passed by a margin of four votes, 52-48.

> The match ended in a 2-2 draw.

## Limits

The size of the body must stand in the same sentence as the vote or in the one before: “nine-member”, “100-seat”, “all
nine members”. Fewer votes than members are no fault, because members may be absent.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import FigureKind
from checker.article import Article, Span
from checker.finding import AGREES, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import say
from checker.rules.figures._results import Result, games, is_margin, results, size
from checker.rules.figures._sheet import Statement

rule = Rule(__name__, Severity.ERROR)

PASSED = frozenset("approved passed carried adopted".split())
TURNED = frozenset("against rejected defeated failed short fell not opposed blocked".split())
DRAW = frozenset("draw tie stalemate deadlock".split())
DREW = frozenset("drew tied deadlocked".split())
WON = frozenset("won win wins winning beat beats clinched clinch took".split())
BEAT = frozenset("beat beats beating defeated thrashed won".split())
CLAUSE = frozenset(", ; but and after when who which not was were been being by".split())
CLOSE = 4  # tokens between “beat” and the score
MOST_GOALS = 9
NEAR = 6  # tokens


@rule.check
def vote_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Hold every vote and score against what its sentence says of it."""
    words = article.tokens.lower
    for result, before in results(article):
        found = (
            too_many(article, words, result, before)
            or too_long(article, words, result)
            or (result.vote and (split(article, words, result) or margin(article, words, result)))
            or no_draw(article, words, result)
            or no_win(article, words, result)
        )
        yield found or AGREES


def too_many(article: Article, words: list[str], result: Result, before: Statement | None) -> Finding | None:
    """More votes than members."""
    members = size(words, result, before) if result.vote else None
    cast = result.first + result.second
    if members is None or members.value is None or cast <= members.value:
        return None
    message = f"{say(result.first)} + {say(result.second)} = {say(cast)} votes, not {article[members.span]} or fewer"
    return rule.finding(result.span, message, [Related(members.span, "how many there are")])


def too_long(article: Article, words: list[str], result: Result) -> Finding | None:
    """A best of five that was won with more or fewer than three."""
    known = games(words, result.statement)
    if known is None or result.vote:
        return None
    at, number = known
    needed, most = (number + 1) / 2, max(result.first, result.second)
    won = not WON.isdisjoint(words[result.statement.first : result.statement.last])
    if most == needed or (most < needed and not (won and abs(at - result.at) <= NEAR)):
        return None
    span = Span(article.tokens.starts[at], article.tokens.ends[at])
    message = f"a best of {say(number)} is won with {say(needed)}, not {say(most)}"
    return rule.finding(result.span, message, [Related(span, "how many games there are")])


def split(article: Article, words: list[str], result: Result) -> Finding | None:
    """A unanimous vote with votes against it, or a motion that passed with fewer votes for it."""
    near = words[max(result.statement.first, result.at - NEAR) : min(result.statement.last, result.last + NEAR)]
    if min(result.first, result.second) > 0 and ("unanimously" in near or "unanimous" in near) and "not" not in near:
        return rule.finding(result.span, f"{article[result.span]} is not unanimous")
    before = words[max(result.statement.first, result.at - NEAR) : result.at]
    turned = TURNED.isdisjoint(words[result.statement.first : result.statement.last])
    if result.first < result.second and not PASSED.isdisjoint(before) and turned:
        return rule.finding(result.span, f"passed with {say(result.first)} votes against {say(result.second)}")
    return None


def margin(article: Article, words: list[str], result: Result) -> Finding | None:
    """A majority that is not the difference."""
    apart = abs(result.first - result.second)
    for entry in result.statement.entries:
        if entry.figure.value is None or not is_margin(words, entry) or entry.figure.unit:
            continue
        if entry.figure.value != apart:
            message = f"{article[result.span]} is a margin of {say(apart)}, not {article[entry.figure.span]}"
            return rule.finding(result.span, message, [Related(entry.figure.span, "the margin")])
    return None


def no_draw(article: Article, words: list[str], result: Result) -> Finding | None:
    """A draw whose two numbers differ."""
    drawn = not DRAW.isdisjoint(words[result.last : result.last + 1]) or words[max(0, result.at - 1)] in DREW
    if drawn and result.first != result.second:
        return rule.finding(result.span, f"{article[result.span]} is no draw")
    return None


def no_win(article: Article, words: list[str], result: Result) -> Finding | None:
    """A match that was won with the smaller number."""
    before = words[max(result.statement.first, result.at - CLOSE) : result.at]
    beaten = not BEAT.isdisjoint(before) and CLAUSE.isdisjoint(before) and not result.vote
    sets = sum(entry.figure.kind is FigureKind.SCORE for entry in result.statement.entries)
    if not beaten or sets > 1 or result.first >= result.second or result.second > MOST_GOALS:
        return None
    return rule.finding(result.span, f"won with {say(result.first)} against {say(result.second)}")
