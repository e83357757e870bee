"""Names and offices that an edit put right in one place and left as they were in others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from checker.annotate.gazetteers import first_names, fold, same_first_name, well_known_places
from checker.annotate.names import Name, NameKind
from checker.annotate.names.nearness import one_edit_apart, sound
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote, QuoteKind
from checker.article import Article, Role, Span
from checker.rules.names._bearers import is_near_kin, is_public
from checker.rules.names._roles import may_be_one, office_of
from checker.rules.structure._edits import Comparison, Replaced, Stale

_SHORTEST = 3  # letters of a name that may be misspelt
_ALIKE = 80  # of 100: from here on two spellings are of one name
_ENDINGS = frozenset("s es n an ian i ese ish er ers ns ans ians".split())  # of the people of a place
_MOST = 20  # changes of one office: more is a list
_REACH = 4  # tokens around an office in which a change of office would be told
_CHANGE = frozenset(
    "former formerly ex then became become becomes becoming appointed named elected promoted candidate nominee "
    "previously previous until succeeded succeeds replaced replaces outgoing incoming designate elect ousted "
    "resigned retired acting later now earlier".split()
)


def respelt(comparison: Comparison) -> Iterator[Stale | None]:
    """For every name that was spelt anew, whether the old spelling stands elsewhere for the same bearer."""
    old, done = comparison.old, set()
    bearing: dict[str, list[Name]] = defaultdict(list)
    for change in comparison.replaced:
        words = _respelling(comparison, change)
        if words is None or words in done:
            continue
        done.add(words)
        if not bearing:
            for name in old.mentioned(Name):
                for word in _words(old, name.span):
                    bearing[word].append(name)
        same = [name for name in bearing[words[0]] if name != change.old and _may_be_one(name, change.old)]
        places = [place for name in same if (place := _standing(comparison, name))]
        yield Stale(places[0], change, tuple(places[1:]), _is_sure(comparison, change, words)) if places else None


def reassigned(comparison: Comparison) -> Iterator[Stale | None]:
    """For every person who was given another office, whether the old one stands elsewhere."""
    kept, changed = _offices(comparison)
    for person, pairs in kept.items():
        for name, found in pairs:
            missed = next(((was, now) for was, now in changed.get(person, [])[:_MOST] if _hold_one(name, was)), None)
            if missed is not None:
                told = _hold_one(name, missed[1]) or _tells_of_change(comparison.new, found)
                yield None if told else Stale(_office(found), Replaced(*map(_office, missed)))


def _respelling(comparison: Comparison, change: Replaced) -> tuple[str, str] | None:
    """The word of a name that was changed and what it became, where both can be the name of one bearer."""
    old, new = change
    if not (isinstance(old, Name) and isinstance(new, Name)):
        return None
    before, after = _words(comparison.old, old.span), _words(comparison.new, new.span)
    odd = [(was, now) for was, now in zip(before, after, strict=False) if was != now]
    if len(before) != len(after) or len(odd) != 1 or min(map(len, odd[0])) < _SHORTEST:
        return None
    was, now = odd[0]
    if now in comparison.old_words:  # somebody else, or a place that was right already
        return None
    renamed = (
        _is_misspelling(was, now, old)
        or _is_first_name(comparison, old, new, was, now)
        or _is_surname(comparison, old, new, was)
    )
    return (was, now) if renamed else None


def _is_misspelling(was: str, now: str, name: Name) -> bool:
    from rapidfuzz.fuzz import ratio  # only for what was changed

    if was in well_known_places() and now in well_known_places():
        return False
    short, long = sorted((was, now), key=len)
    if name.kind is not NameKind.PERSON and long.removeprefix(short) in _ENDINGS:
        return False
    if was in first_names() and now in first_names() and name.last and fold(name.last) != was:
        return False  # another first name
    return one_edit_apart(was, now) or sound(was) == sound(now) or ratio(was, now) >= _ALIKE


def _is_first_name(comparison: Comparison, old: Name, new: Name, was: str, now: str) -> bool:
    """Whether the bearer of a surname was given another first name, and no relative was put in his place."""
    family = fold(old.last)
    if old.kind is not NameKind.PERSON or fold(old.first) != was:
        return False
    if same_first_name(was, now) and not one_edit_apart(was, now):
        return False  # Mike for Michael
    if is_public(family, was) and is_public(family, now):
        return False
    inside = comparison.new.tokens.within(new.span.start, new.span.end)
    return not is_near_kin(Words(comparison.new), inside.start, inside.stop)


def _is_surname(comparison: Comparison, old: Name, new: Name, was: str) -> bool:
    """Whether somebody was introduced with another surname, and nobody with the old one is introduced any more."""
    if not old.first or fold(old.first) != fold(new.first) or fold(old.last) != was:
        return False
    return not any(name.first and fold(name.last) == was for name in comparison.new.mentioned(Name))


def _is_sure(comparison: Comparison, change: Replaced, words: tuple[str, str]) -> bool:
    """Whether the spelling was mended, or the first name where its bearer comes in, which no other person can have."""
    old = change.old
    if not isinstance(old, Name) or fold(old.last) == words[0] or _is_misspelling(*words, old):
        return True
    return not any(name.cluster == old.cluster and name.span < old.span for name in comparison.old.mentioned(Name))


def _may_be_one(name: Name, old: Name | object) -> bool:
    """Whether two mentions are of one bearer."""
    if not isinstance(old, Name) or name.cluster != old.cluster:
        return False
    return not (name.first and old.first) or same_first_name(fold(name.first), fold(old.first))


def _standing(comparison: Comparison, name: Name) -> Name | None:
    """The mention that a name of the old version still is; None in the title of a work and at the tail."""
    new, there = comparison.new, comparison.stands(name.span)
    if there is None or new.block_at(there.start).role is Role.TAIL:
        return None
    quote = new.enclosing(Quote, there.start)
    if quote is not None and quote.kind is QuoteKind.SCARE:
        return None
    return next((found for found in new.mentioned(Name, there) if found.span == there), None)


def _words(article: Article, span: Span) -> list[str]:
    return fold(article[span]).split()


Offices = dict[int, list[tuple[Name, Name]]]
"""By person: a mention with its office in the old version, and in the new one."""


def _offices(comparison: Comparison) -> tuple[Offices, Offices]:
    """The offices that stand as they were, and those that were replaced."""
    kept: Offices = defaultdict(list)
    changed: Offices = defaultdict(list)
    for name in comparison.old.mentioned(Name):
        found = _standing(comparison, name) if name.role and name.kind is NameKind.PERSON else None
        if found is None or not found.role:
            continue
        if comparison.stands(name.role_span) == found.role_span:
            kept[name.cluster].append((name, found))
        elif not _hold_one(name, found):
            changed[name.cluster].append((name, found))
    return kept, changed


def _hold_one(name: Name, other: Name) -> bool:
    return may_be_one(office_of(name.role), office_of(other.role))


def _office(name: Name) -> Name:
    """The office of a person as a place of its own."""
    return replace(name, span=name.role_span)


def _tells_of_change(article: Article, name: Name) -> bool:
    """Whether a word near an office says that it was or will be held by somebody else."""
    tokens = article.tokens
    first = tokens.at(min(name.span.start, name.role_span.start))
    last = tokens.at(max(name.span.end, name.role_span.end))
    return not _CHANGE.isdisjoint(tokens.lower[max(0, first - _REACH) : last + _REACH])
