"""One person is given two offices that nobody holds at once.

A wrong office makes the story about somebody else, and the person and their press officer will ring.

## Flagged

> Finance Minister Anna Wilson spoke first. Interior Minister Wilson will speak tomorrow.

> Sen. Laura Beck (R-Ohio) won. On Tuesday Gov. Beck flew home.

> Thomas McDade, a lawyer for the bank, refused. "No," said McDade, the pollster, on Friday.

## Fine

> Finance Minister Anna Wilson spoke first. Wilson, the finance minister since May, left early.

> Finance Minister Anna Wilson was interior minister until May. Then Interior Minister Wilson was moved.

> Chairman Tom Baker resigned. Baker, the chief executive, stays.

## Limits

Compares what stands before a name or, in commas, after it. Two offices that one person may well hold, chairman and
chief executive, say nothing; nor does an office that the text puts in the past or calls new. A bare “Baker, the
producer,” must repeat what was said before; other appositions may add something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.annotate.names import Name, NameKind
from checker.article import Article
from checker.finding import AGREES, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._ranks import rank_span, ranked
from checker.rules.names._roles import Office, are_borne_apart, exclude_each_other, may_be_one, office_of
from checker.rules.names._tenure import is_called_by, tells_of_change

rule = Rule(__name__, Severity.WARNING)

_REACH = 4  # tokens around an office in which a change of office would be told
_NEAR = 2  # tokens: a bare apposition tells it inside or not at all


@rule.check
def title_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each office of a person with those given before."""
    by_person: dict[int, list[Name]] = defaultdict(list)
    for name in article.mentioned(Name):
        if (name.role or name.title) and name.kind is NameKind.PERSON:
            by_person[name.cluster].append(name)
    for names in by_person.values():
        yield from _compare_ranks(article, names)
        said: dict[Office, Name] = {}
        for name in names:
            if not name.role:
                continue
            office = office_of(name.role)
            if said:
                other = None if office in said else _conflict(article, name, office, said)
                yield _finding(article, name, other) if other else AGREES
            said[office] = name


def _compare_ranks(article: Article, names: Sequence[Name]) -> Iterator[Outcome]:
    for name, other in ranked(names):
        if other is None:
            yield AGREES
        elif not (tells_of_change(article, name, _REACH) or tells_of_change(article, other, _REACH)):
            here, there = rank_span(article, name), rank_span(article, other)
            message = f"{name.name} is “{article[here]}” here, “{article[there]}” elsewhere"
            yield rule.finding(here, message, [Related(there, f"“{article[there]}” here")])


def _conflict(article: Article, name: Name, office: Office, said: Mapping[Office, Name]) -> Name | None:
    """The latest mention with an office that cannot be true together with that of `name`."""
    if any(may_be_one(office, other) for other in said):
        return None
    bare = _is_bare_repeat(article, name)
    if tells_of_change(article, name, _NEAR if bare else _REACH):
        return None
    for known, other in sorted(said.items(), key=lambda item: item[1].span, reverse=True):
        if _named_apart(name, other):
            continue
        apart = exclude_each_other(office, known) or (
            are_borne_apart(office, known) and is_called_by(article, name) and is_called_by(article, other)
        )
        if bare or (apart and not tells_of_change(article, other, _REACH)):
            return other
    return None


def _named_apart(name: Name, other: Name) -> bool:
    return bool(name.first and other.first) and name.first != other.first


def _is_bare_repeat(article: Article, name: Name) -> bool:
    """Whether it reads “Baker, the producer,”: a surname, and an office that we should know already."""
    if name.first or name.role_span.start < name.span.end or len(name.role.split()) > 3:
        return False
    after = article.text[name.role_span.end : name.role_span.end + 1]
    return name.role.lower().startswith("the ") and after == ","


def _finding(article: Article, name: Name, other: Name) -> Finding:
    message = f"{name.name} is “{name.role}” here, “{other.role}” elsewhere"
    return rule.finding(name.role_span, message, [Related(other.role_span, f"“{other.role}” here")])
