"""Names of a headline: which of them the story must have, and which one the story has instead."""

from __future__ import annotations

from collections import Counter

from checker.annotate.gazetteers import event_words, fold, surnames, well_known_places
from checker.annotate.names import Name, NameKind
from checker.article import Article, Span
from checker.finding import Related
from checker.rules.structure._sought import is_ordinary, words_of

_LEAST_LETTERS = 4
_OFTEN = 3  # mentions that make a name the story's own
# Names that stand for something else: figures of speech, feasts, faiths, parties, prizes, the net.
_BYWORDS = frozenset(
    "achilles big brother bollywood brexit broadway cinderella christian christians christmas covid david dems dickens "
    "easter euro euros frankenstein god goliath gop grinch groundhog halloween hollywood houdini hyde internet islam "
    "islamic jekyll jew jewish jews kafka labour midas muslim muslims nobel olympic olympics orwell oscar oscars "
    "ramadan robin hood santa scrooge sherlock titanic tories tory trojan web xmas".split()
)


def is_telling(article: Article, name: Name) -> bool:
    """Whether a headline can have the name only because the story is about its bearer."""
    text = article[name.span]
    words = words_of(text)
    if text.isupper() or any(char.isdigit() for char in text) or not (_BYWORDS | event_words()).isdisjoint(words):
        return False
    if sum(map(len, words)) < _LEAST_LETTERS or article.text[name.span.start - 1 : name.span.start] in ("#", "@"):
        return False
    if name.kind is NameKind.PERSON or fold(text) in well_known_places():
        return True
    if not all(is_ordinary(word) for word in words):
        return True
    return len(words) == 1 and words[0] in surnames() and not _opens_its_line(article, name)


def _opens_its_line(article: Article, name: Name) -> bool:
    return name.span.start == article.block_at(name.span.start).span.start


def instead_of(article: Article, name: Name, headline: Span) -> list[Related]:
    """The name of the same kind that the story has most often and its headline not at all."""
    above = {word for other in article.mentioned(Name, headline) for word in words_of(article[other.span])}
    below = [other for other in article.mentioned(Name) if other.kind is name.kind and other.span.start > headline.end]
    counts = Counter(other.cluster for other in below if above.isdisjoint(words_of(other.name)))
    for cluster, count in counts.most_common(1):
        first = next(other for other in below if other.cluster == cluster)
        if count >= _OFTEN:
            return [Related(first.span, f"the {name.kind} that the story names most")]
    return []
