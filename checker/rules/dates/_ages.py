"""Ages and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.names import Name, NameKind
from checker.annotate.sentences import Sentence
from checker.article import Article, Span

# What may stand between a name and its age: “Smith, now 54”, “Smith (54)”, “Smith, aged 54”.
_BETWEEN = frozenset({",", "(", "now", "aged", "age", "who", "is"})
# Beside an age they put it in the past: “was 12 when”, “then 12”, “at the age of 12”, “died at 92”.
_PAST_BEFORE = frozenset("then was were turned at of turning aged would".split())
_PAST_AFTER = frozenset("when then".split())
_COURTESY = frozenset("mr mrs ms miss dr sir lady lord dame prince princess king queen president sen rep gov".split())
_LINKS = frozenset("von van de der den del la al bin ibn el da di du".split())
_PLACING = frozenset("in at near of from outside".split())
_MOST_WORDS = 4  # between “54-year-old” and the name behind it: “54-year-old plumber and poet Ann Smith”


@dataclass(frozen=True, slots=True)
class Age:
    """An age as stated of somebody at the time of writing."""

    years: int
    span: Span
    bearer: str
    """The surname, folded; empty for “the 54-year-old”."""
    names: tuple[str, ...] = ()
    """The words of the name as printed, courtesy titles included."""
    sentence: Span = Span(0, 0)


def ages(article: Article) -> Iterator[Age]:
    """Every present age of a person, in order, and the nameless “the 54-year-old”."""
    for figure in article.mentioned(Figure):
        present = figure.kind is FigureKind.AGE and not figure.approximate
        if present and (age := _age(article, figure)) is not None:
            yield age


def _age(article: Article, figure: Figure) -> Age | None:
    tokens = article.tokens
    inside = tokens.within(figure.span.start, figure.span.end)
    sentence = article.enclosing(Sentence, figure.span.start)
    if not inside or sentence is None or figure.value is None or figure.value != int(figure.value):
        return None
    if _AFTER_MONTHS & set(tokens.lower[inside.start : inside.stop + 2]):
        return None
    following = tokens.lower[inside.stop : inside.stop + 4]
    if _PAST_AFTER & set(following[:3]):
        return None
    years = int(figure.value)
    if figure.found_by == "opening":
        return _of_the_name_behind(article, years, figure.span, range(inside.start, inside.stop + 1), sentence.span)
    if any(word in ("old", "olds") for word in tokens.lower[inside.start : inside.stop]):
        return _of_the_name_behind(article, years, figure.span, inside, sentence.span)
    return _of_the_name_before(article, years, figure.span, inside.start, sentence.span)


_AFTER_MONTHS = frozenset("month months week weeks day days".split())


def _of_the_name_before(article: Article, years: int, span: Span, start: int, sentence: Span) -> Age | None:
    """“Ann Smith, 54,”: an age that follows a name."""
    tokens = article.tokens
    at = start - 1
    while at > 0 and tokens.lower[at] in _BETWEEN:
        at -= 1
    if at == start - 1 or at < 0 or tokens.starts[at] < sentence.start:
        return None
    if "was" in tokens.lower[at:start]:
        return None
    last = at
    while at >= 0 and tokens.starts[at] >= sentence.start and _is_of_a_name(tokens.texts[at]):
        at -= 1
    names = tuple(word for word in tokens.texts[at + 1 : last + 1] if word != ".")
    if not names or not names[-1][0].isupper():
        return None
    return Age(years, span, _folded(names[-1]), names, sentence)


def _of_the_name_behind(article: Article, years: int, span: Span, inside: range, sentence: Span) -> Age | None:
    """“54-year-old Ann Smith”, “the 54-year-old”."""
    tokens = article.tokens
    before = tokens.lower[inside.start - 1] if inside.start else ""
    if before in ("a", "an") and _follows_a_person(article, inside.start - 2):
        return _of_the_name_before(article, years, span, inside.start - 1, sentence)
    names: list[str] = []
    first = _behind_named(tokens.lower, inside.stop)
    for at in range(first, min(len(tokens), first + _MOST_WORDS + 4)):
        if tokens.ends[at] > sentence.end or not tokens.texts[at][0].isalnum():
            break
        if tokens.texts[at][0].isupper() or (names and tokens.lower[at] in _LINKS):
            names.append(tokens.texts[at])
        elif names or at >= first + _MOST_WORDS or tokens.lower[at] in _VERBS:
            break
    if names:
        return Age(years, span, _folded(names[-1]), tuple(names), sentence) if before not in ("from", "of") else None
    following = tokens.lower[inside.stop] if inside.stop < len(tokens) else ""
    if before == "the" and (following in _VERBS or following.endswith("ed") or following in (",", ".")):
        return Age(years, span, "", (), sentence)
    return None


def _follows_a_person(article: Article, comma: int) -> bool:
    """Whether the token is the comma of “Ann Smith, a 54-year-old plumber”."""
    if comma < 1 or article.tokens.texts[comma] != ",":
        return False
    name = article.enclosing(Name, article.tokens.starts[comma - 1])
    if name is None or name.kind is not NameKind.PERSON:
        return False
    first = article.tokens.at(name.span.start)
    return _PLACING.isdisjoint(article.tokens.lower[max(0, first - 1) : first + 1])


def _behind_named(words: list[str], at: int) -> int:
    """The token of the name in “54-year-old man, named as Ann Smith”; `at` when none is introduced so."""
    for comma in range(at + 1, min(len(words) - 3, at + _MOST_WORDS)):
        if words[comma] == "," and words[comma + 1] in ("named", "identified", "called"):
            return comma + 2 + (words[comma + 2] == "as")
        if words[comma] in ",.;":
            break
    return at


_VERBS = frozenset(
    "said says was is has had will would told added won lost did does went came took made became began ran who "
    "sang wrote made scored hit beat finished bounced revealed".split()
)


def _is_of_a_name(word: str) -> bool:
    return word[0].isupper() or word == "." or word.lower() in _LINKS


def _folded(name: str) -> str:
    return name.lower().removesuffix("’s").removesuffix("'s")


def one_person(group: list[Age]) -> bool:
    """Whether ages of one surname are of one person: not of two first names, nor of Mr and Mrs."""
    firsts = {first_name(age) for age in group} - {""}
    courtesies = {name.lower() for age in group for name in age.names[:1] if name.lower() in _COURTESY}
    return len(firsts) <= 1 and not ("mr" in courtesies and courtesies & {"mrs", "ms", "miss"})


def first_name(age: Age) -> str:
    """The first name that stands with an age; empty when only a surname or a title does."""
    names = [name for name in age.names[:-1] if name.lower() not in _COURTESY and len(name) > 1]
    return names[0].lower() if names else ""
