"""Where a value that a correction takes back still stands in the story."""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import Figure
from checker.annotate.gazetteers import fold
from checker.annotate.names import Name
from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content
from checker.annotate.synonyms import same_topic
from checker.article import Article, Mention, Span
from checker.rules.structure._notes import TakenBack, same

_SHARED = 2  # stems that the sentence has in common with the note
_SHARED_RARE = 1  # the same for a value that hardly stands for two things in one story
_DIGITS = 3  # of a number, trailing noughts left out, that make it such a value
# What notes of correction say of themselves.
_NOTICE = frozenset(
    "actual amend appear articl clarif correc earlie editor error figure from given headli imprec inaccu incorr "
    "indica instea listed mention misidenti misrep misspe misstat mistak number origin paragr piece post previo "
    "publis read refle report revis said say should spell state statin story surname name updat versio wrong".split()
)


def standing(article: Article, value: TakenBack, notes: list[Span]) -> Iterator[Mention]:
    """The mentions of the wrong value in sentences that tell what the note tells."""
    wrong, right, note = value.wrong, value.right, value.note
    if isinstance(wrong, Name):
        yield from _names_standing(article, value, notes)
        return
    topic = _topic(note.article, note.span)
    for other in article.mentioned(type(wrong)):
        if not same(wrong, other) or any(other.span.overlaps(span) for span in notes):
            continue
        sentence = article.enclosing(Sentence, other.span.start)
        if sentence is None or article.enclosing(Quote, other.span.start) is not None:
            continue
        if any(same(right, beside) for beside in article.mentioned(type(right), sentence.span)):
            continue
        least = _SHARED_RARE if _is_rare(wrong) else _SHARED
        if len(topic & _topic(article, sentence.span)) >= least:
            yield other


def _names_standing(article: Article, value: TakenBack, notes: list[Span]) -> Iterator[Mention]:
    wrong = _words(value.note.article, value.wrong)
    right = _words(value.note.article, value.right)
    odd = {word for word in wrong if word not in right}
    for other in article.mentioned(Name):
        words = _words(article, other)
        if odd.isdisjoint(words) or any(other.span.overlaps(span) for span in notes):
            continue
        if all(word in wrong for word in words) or all(word in words for word in wrong):
            yield other


def _words(article: Article, mention: Mention) -> list[str]:
    return fold(article[mention.span]).split()


def _topic(article: Article, span: Span) -> frozenset[str]:
    """The stems that say what a span is about, without numbers; one stem for all words for one thing."""
    stems = (stem for stem in content(article, span) if stem[0].isalpha() and stem not in _NOTICE)
    return frozenset(map(same_topic, stems))


def _is_rare(value: Mention) -> bool:
    """Whether the value is exact enough to be known again: 1,472; $2.45m; 3 May."""
    if isinstance(value, Figure):
        return len("".join(filter(str.isdigit, value.digits)).strip("0")) >= _DIGITS
    return isinstance(value, Date) and value.grain is Grain.DAY and value.day is not None
