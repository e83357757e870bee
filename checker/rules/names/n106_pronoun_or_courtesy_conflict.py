"""One person is a man here and a woman there.

“Mr Holm … she said” leaves the reader to guess which word is wrong, or who else is speaking.

## Flagged

> Mr Holm opened the debate. Nobody answered Ms Holm.

> "The harbour is full," said Mr Osei. She said the council would meet on Friday.

## Fine

> Mr Holm opened the debate. His wife, Mrs Holm, answered.

> "The harbour is full," said Mr Osei. He said the council would meet on Friday.

> Mr Osei met the mayor, Ruth Olsen. She said the council would meet on Friday.

## Limits

Gender is told by “Mr”, “Mrs”, “Sir”, “spokeswoman” and the like, never by a first name; an article without them says
nothing. A pronoun counts when it opens a sentence or ends a quotation, one person alone is named before it in its
paragraph, and nobody whom it could mean is near. Families, couples and well known namesakes are left alone. A note:
it asks to look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker.annotate.gazetteers import fold
from checker.annotate.names import Name, NameKind
from checker.annotate.names.gender import by_title_or_office
from checker.annotate.names.offices import is_title
from checker.annotate.names.words import Words
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._bearers import has_public_bearers, is_near_kin
from checker.rules.names._pronouns import pronouns

rule = Rule(__name__, Severity.NOTE)


@rule.check
def pronoun_or_courtesy_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the courtesy titles of each person, and the pronouns behind a person with them."""
    words = article.once(Words)
    families: dict[str, list[Name]] = defaultdict(list)
    for name in article.mentioned(Name):
        if name.kind is NameKind.PERSON and name.last:
            families[fold(name.last)].append(name)
    of: dict[int, Name] = {}
    for family, names in families.items():
        called = [name for name in names if by_title_or_office(name)]
        if not called or len({fold(name.first) for name in names if name.first}) > 1:
            continue
        odd = next((name for name in called if by_title_or_office(name) != by_title_or_office(called[0])), None)
        if odd is None:
            of.update((name.cluster, called[0]) for name in names)
            yield from [AGREES] * (len(called) > 1)
        elif not has_public_bearers(family) and not _are_two(words, called):
            related = [Related(_with_title(words, called[0]), f"{called[0].title or called[0].role} here")]
            message = f"{_called(odd)} here, {_called(called[0])} above"
            yield rule.finding(_with_title(words, odd), message, related)
    yield from _pronouns(words, of)


def _are_two(words: Words, called: list[Name]) -> bool:
    """Whether the titles are those of a couple or of relatives: both come again, or kinship is spoken of."""
    kinds = [by_title_or_office(name) for name in called]
    if min(kinds.count(kind) for kind in set(kinds)) > 1:
        return True
    at = words.article.tokens.at
    return any(
        is_near_kin(words, at(name.span.start), at(name.span.end - 1) + 1) or _in_a_pair(words, at(name.span.start))
        for name in called
    )


def _in_a_pair(words: Words, first: int) -> bool:
    """“Mr and Mrs Holm”."""
    before = [lower for lower in words.lower[max(0, first - 5) : first] if lower != "."]
    return before[-2:-1] == ["and"] and is_title(before[-3]) if len(before) > 2 else False


def _called(name: Name) -> str:
    return f"{name.title or name.role} {name.last}"


def _with_title(words: Words, name: Name) -> Span:
    """The name with the title before it."""
    before = words.article.text.rfind(name.title, 0, name.span.start) if name.title else name.span.start
    return Span(before, name.span.end)


def _pronouns(words: Words, of: Mapping[int, Name]) -> Iterator[Outcome]:
    """Compare each “he” or “she” that opens a sentence with the only person whom it can take up."""
    for at, name, agrees in pronouns(words, of):
        if agrees:
            yield AGREES
            continue
        here = Span(words.starts[at], words.ends[at])
        message = f"“{words.article[here]}” takes up {_called(name)}"
        yield rule.finding(here, message, [Related(name.span, f"{name.title or name.role} here")])
