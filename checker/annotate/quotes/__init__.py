"""Quotations: the words, whether they are closed, who said them and how we know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.annotate.quotes.context import subject_of
from checker.annotate.quotes.drafts import Draft, drafts
from checker.annotate.quotes.resolution import Bearers
from checker.article import Article, Mention, Span


class QuoteKind(StrEnum):
    """How a quotation is given."""

    DIRECT = "direct"
    MIXED = "mixed"  # a few quoted words inside a sentence of the reporter's
    INDIRECT = "indirect"
    SCARE = "scare"  # marks around a title, a coined term, a word held at arm's length: nobody's speech


@dataclass(frozen=True, slots=True)
class Quote(Mention):
    """A quotation; `span` has its marks, `content` has not.

    A quotation that runs over several paragraphs is one `Quote` a paragraph, all but the first `continues`.
    """

    kind: QuoteKind
    content: Span
    speaker: str | None = None
    """Who says it, resolved to the fullest name where that is safe, else as printed; None when nobody is found."""
    speaker_span: Span | None = None
    """The mention beside the quotation (“he”)."""
    cue: str = ""
    """The word that attributes it: “said”, “according to”."""
    closed: bool = True
    """Whether its closing mark is there, or rightly absent because the next paragraph goes on."""
    continues: bool = False
    """Whether it goes on from a quotation in the paragraph before."""
    firm: bool = True
    """Whether the rule that found the speaker is one of the reliable ones."""
    guessed: bool = False
    """Whether no word says who speaks; `speaker`, if any, is only whom the sentence before is about."""


_WORKS = frozenset(
    "book film movie show song album play novel series documentary podcast column article essay paper poem painting "
    "game exhibition magazine hit single track video ad programme program called titled entitled named dubbed".split()
)
_SMALL = frozenset("a an the of in on at to for and or but with from by is as vs".split())
_GUESSED = frozenset(("paragraph before", "sentence before"))
_ASIDE = re.compile(r"\([^()]*\)\.?")
_TITLE_LONGEST = 9  # words
_ASIDE_LONGEST = 2  # words in marks that a verb far away does not make speech
_TERM_LONGEST = 5  # words in marks that nobody need have spoken


def find(article: Article) -> Iterator[Quote]:
    """The quotations of every block of prose, in order."""
    found = drafts(article)
    bearers = Bearers(article, [Span(draft.quoted.start, draft.quoted.end) for draft in found])
    last: tuple[int, str] | None = None
    for draft in found:
        kind = _kind(article, draft)
        if (
            kind is QuoteKind.MIXED
            and draft.found is None
            and (about := subject_of(draft.told, draft.start, draft.place))
        ):
            draft.take(draft.told, about)
        speaker = None
        if draft.speaker:
            last = bearers.resolve(draft.speaker, draft.bearer, last)
            speaker = last[1]
        yield _quote(draft, kind, speaker)


def _quote(draft: Draft, kind: QuoteKind, speaker: str | None) -> Quote:
    quoted, found = draft.quoted, draft.found
    return Quote(
        Span(quoted.start, quoted.end),
        found.found_by if found else "marks",
        kind,
        Span(quoted.inner, quoted.outer),
        speaker,
        draft.speaker,
        found.cue if found else "",
        quoted.closed,
        quoted.continues,
        found.firm if found else False,
        draft.guessed,
    )


def _kind(article: Article, draft: Draft) -> QuoteKind:
    quoted, told = draft.quoted, draft.speaker is not None
    content = article.text[quoted.inner : quoted.outer].strip()
    words = content.split()
    if not words or _ASIDE.fullmatch(content):
        return QuoteKind.SCARE
    introduced = article.text[max(0, quoted.start - 2) : quoted.start].strip()[-1:] in (",", ":")
    stands_out = introduced or draft.place == draft.start
    if told and stands_out and not (_is_title(words) and _names_a_work(draft)):
        return QuoteKind.DIRECT
    if _is_title(words):
        return QuoteKind.SCARE
    if told and draft.found and not draft.found.firm and len(words) <= _ASIDE_LONGEST and not stands_out:
        return QuoteKind.SCARE
    sentence = content[0].isupper() and content[-1] in ".?!…,—–-"
    if told:
        return QuoteKind.DIRECT if (sentence and len(words) >= 3) or content[-1] in ",?!" else QuoteKind.MIXED
    if sentence and len(words) >= 4:
        return QuoteKind.DIRECT
    return QuoteKind.SCARE if len(words) <= _TERM_LONGEST else QuoteKind.MIXED


def _names_a_work(draft: Draft) -> bool:
    """Whether what stands before says that a title comes: his book, “…”; or a line of its own that nobody speaks."""
    told = draft.told
    before = [told.lower[index] for index in range(max(draft.start, draft.place - 2), draft.place)]
    if not _WORKS.isdisjoint(before) or draft.found is None:
        return True
    return draft.found.found_by == "according to" or (draft.alone and draft.found.found_by in _GUESSED)


def _is_title(words: list[str]) -> bool:
    """Whether the words are set as the title of a work: every longer one with a capital."""
    bare = [word.strip(".,;:!?\"'“”‘’()") for word in words]
    if len(bare) > _TITLE_LONGEST or words[-1][-1] in "?!":
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in bare if word)
