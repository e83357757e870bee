"""Surnames that speak, and what shows that they are a person's and that the person was introduced."""

from __future__ import annotations

from collections.abc import Sequence

from checker.annotate.cues import firm
from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import first_names, fold, places, surnames
from checker.annotate.names import Name
from checker.annotate.names.kinds import has_surname_shape
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote, QuoteKind

_COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
_PRONOUNS = frozenset({"he", "she"})
_REACH = 8  # tokens behind the name in which “he” is who speaks
_FAR = 40  # tokens to the next sentence


def speaks_by_surname(words: Words, name: Name) -> bool:
    """Whether the surname, alone or behind “Mr”, stands beside a verb of speech outside quotation marks."""
    if name.first or name.title.lower() not in _COURTESY | {""}:
        return False
    tokens = words.article.tokens
    at, last = tokens.at(name.span.start), tokens.at(name.span.end - 1)
    while name.title and at > 1 and at not in words.openings:
        at -= 2 if words.texts[at - 1] == "." else 1
        if words.lower[at] in _COURTESY:
            break
    before = words.lower[at - 1] if at and at not in words.openings else ""
    after = words.lower[last + 1] if last + 1 < words.size else ""
    if words.possessive(last) or (before != "said" and after not in firm()):
        return False
    quote = words.article.enclosing(Quote, name.span.start)
    return quote is None or quote.kind is QuoteKind.INDIRECT


def is_introduced(words: Words, names: Sequence[Name]) -> bool:
    """Whether a first name, an office or a rank is given, or the surname stands in another name."""
    if any(name.first or name.role or name.title.lower() not in _COURTESY | {""} for name in names):
        return True
    last = names[0].last.rpartition(" ")[2]
    everywhere = {at for form in (last, last.upper()) for at in words.capitals.get(form, ())}
    return any(0 < at < words.size - 1 and _has_capital_beside(words, at) for at in everywhere)


def _has_capital_beside(words: Words, at: int) -> bool:
    """Whether another capital, which is not “Mr”, stands right beside, or an article before: “the Forbes award”."""
    if words.lower[at - 1] == "the":
        return True
    before = at - 2 if words.texts[at - 1] in (".", "-", "&", "and") else at - 1
    if words.texts[before][0].isupper() and words.lower[before] not in _COURTESY and words.gap(at - 1) < 2:
        return at not in words.openings
    after = at + 2 if words.texts[at + 1] in ("-", "&") and at + 2 < words.size else at + 1
    return words.texts[after][0].isupper() and words.gap(at) < 2 and after not in words.openings


def is_surname(words: Words, spoken: Name, names: Sequence[Name]) -> bool:
    """Whether it is a person's surname: one with “Mr”, one that is quoted, one that “he” takes up right behind."""
    key = fold(spoken.last)
    if any(name.title for name in names):
        return True
    if key in places() or words.in_lower_case[key] or not (key in surnames() or has_surname_shape(spoken.last)):
        return False
    if any(quote.speaker_span and quote.speaker_span.overlaps(spoken.span) for quote in _direct(words, spoken)):
        return True
    if is_plain_word(spoken.last) or key in first_names():
        return False
    at = words.article.tokens.at(spoken.span.end)
    if not _PRONOUNS.isdisjoint(words.lower[at : at + _REACH]):
        return True
    sentence = next((there for there in range(at, min(at + _FAR, words.size)) if there in words.openings), -1)
    return sentence >= 0 and words.lower[sentence] in _PRONOUNS


def _direct(words: Words, spoken: Name) -> list[Quote]:
    """The direct quotations of the block."""
    block = words.article.block_at(spoken.span.start)
    return [quote for quote in words.article.mentioned(Quote, block.span) if quote.kind is QuoteKind.DIRECT]
