"""How an office is held: by the one who is called by it, now, or before or after a change that the text tells of."""

from __future__ import annotations

from checker.annotate.gazetteers import demonyms
from checker.annotate.names import Name
from checker.annotate.names.people import family_key
from checker.annotate.sentences import Sentence
from checker.article import Article
from checker.rules.names._bearers import has_public_bearers

_CHANGE = frozenset(
    "former formerly ex then became become becomes becoming appointed named elected promoted candidate nominee "
    "nominated running ran previously previous until succeeded succeeds replaced replaces outgoing incoming designate "
    "elect ousted resigned retired retiring acting later now".split()
)


def tells_of_change(article: Article, name: Name, reach: int) -> bool:
    """Whether a word near the office, in its sentence, says that it was or will be held by somebody else."""
    tokens = article.tokens
    sentence = article.enclosing(Sentence, name.span.start)
    inside = tokens.within(sentence.span.start, sentence.span.end) if sentence else range(len(tokens))
    first = tokens.at(min(name.span.start, name.role_span.start) if name.role else name.span.start)
    last = tokens.at(max(name.span.end, name.role_span.end))
    return not _CHANGE.isdisjoint(tokens.lower[max(inside.start, first - reach) : min(inside.stop, last + reach)])


def is_called_by(article: Article, name: Name) -> bool:
    """Whether the office stands before the name with a capital, and the surname is no public family's."""
    words = name.role.split()
    before = name.role_span.end <= name.span.start and (words[-1][0].isupper() or not demonyms().isdisjoint(words))
    return before and not has_public_bearers(family_key(name.last))
