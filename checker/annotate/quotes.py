"""Quotations: the words, whether they are closed, who said them and how we know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

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


def find(article: Article) -> Iterator[Quote]:
    """The quotations of every block of prose, in order."""
    yield from ()
