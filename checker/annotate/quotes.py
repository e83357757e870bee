"""Quotations: the words, whether they are closed, who said them and how we know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.annotate import marks
from checker.annotate.marks import Marked, Quoted
from checker.annotate.names import Name
from checker.annotate.narration import Narration, narrate
from checker.annotate.sentences import Sentence
from checker.annotate.speakers import Attribution, attribution_after, attribution_before, attribution_in
from checker.article import Article, BlockKind, Mention, Span


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


@dataclass(slots=True)
class Draft:
    """A quotation while its speaker is looked for."""

    quoted: Quoted
    told: Narration
    place: int
    """Where it stands in the narration."""
    start: int
    """Where its sentence begins there."""
    alone: bool
    """Whether its sentence has nothing but quotations."""
    found: Attribution | None = None
    speaker: Span | None = None

    def take(self, told: Narration, found: Attribution) -> None:
        """Note the attribution and where its speaker stands."""
        self.found = found
        if found.speaker:
            self.speaker = told.span(found.speaker.first, found.speaker.last)


def find(article: Article) -> Iterator[Quote]:
    """The quotations of every block of prose, in order."""
    sentences = {sentence.span.start for sentence in article.mentioned(Sentence)}
    all_marked = marks.read(article)
    last: list[Draft] = []
    for at, marked in enumerate(all_marked):
        if not marked.quoted:
            continue
        told = narrate(article.tokens, marked.block.span, marked.quoted, sentences)
        drafts = [_draft(article, told, each, place) for each, place in zip(marked.quoted, told.places, strict=True)]
        if any(draft.found is None and draft.alone for draft in drafts):
            before = all_marked[at - 1] if at else None
            _carry_on(article, drafts, last, before, sentences)
        for draft in drafts:
            yield _quote(article, draft, marked.block.kind)
        last = drafts


def _draft(article: Article, told: Narration, quoted: Quoted, place: int) -> Draft:
    """The quotation with what its own sentence says of its speaker."""
    start, stop = told.sentence(place)
    draft = Draft(quoted, told, place, start, all(told.quote[index] >= 0 for index in range(start, stop)))
    ending = article.text[quoted.outer - 1]
    open_ended = ending in ",?!—–-…" or (place + 1 < len(told) and told.words[place + 1] in (",", "—", "–", "-"))
    reach = told.sentence(stop)[1] if open_ended and stop == place + 1 and stop < len(told) else stop
    after = attribution_after(told, place, reach)
    front = attribution_before(told, place, start)
    if front and (after is None or (not open_ended and told.words[place - 1] in (":", ",", "that"))):
        draft.take(told, front)
    elif after:
        draft.take(told, after)
    return draft


def _carry_on(
    article: Article, drafts: list[Draft], last: list[Draft], before: Marked | None, sentences: set[int]
) -> None:
    """Give quotations that stand alone the speaker of what they go on from."""
    for at, draft in enumerate(drafts):
        if draft.found is not None or not draft.alone:
            continue
        if draft.quoted.continues and last:
            draft.found, draft.speaker = Attribution(None, "", "goes on from the paragraph before"), last[-1].speaker
        elif at and drafts[at - 1].speaker and draft.start - drafts[at - 1].place < 12:
            draft.found, draft.speaker = (
                Attribution(None, "", "goes on from the quotation before"),
                drafts[at - 1].speaker,
            )
        elif draft.start > 0:
            _take_from(draft, draft.told, *draft.told.sentence(draft.start - 1))
        elif before is not None:
            told = narrate(article.tokens, before.block.span, before.quoted, sentences)
            if len(told):
                _take_from(draft, told, *told.sentence(len(told) - 1))
                if draft.found is None and last and last[-1].speaker and last[-1].quoted in before.quoted:
                    draft.found, draft.speaker = Attribution(None, "", "paragraph before", False), last[-1].speaker


def _take_from(draft: Draft, told: Narration, start: int, stop: int) -> None:
    """Attribute a quotation to the speaker of the sentence before it."""
    if found := attribution_in(told, start, stop):
        draft.take(told, found)


def _quote(article: Article, draft: Draft, block: BlockKind) -> Quote:
    quoted, found = draft.quoted, draft.found
    return Quote(
        Span(quoted.start, quoted.end),
        found.found_by if found else "marks",
        _kind(article, draft, block),
        Span(quoted.inner, quoted.outer),
        _resolved(article, draft.speaker),
        draft.speaker,
        found.cue if found else "",
        quoted.closed,
        quoted.continues,
        found.firm if found else False,
    )


def _kind(article: Article, draft: Draft, block: BlockKind) -> QuoteKind:
    quoted = draft.quoted
    content = article.text[quoted.inner : quoted.outer].strip()
    words = content.split()
    sentence = content[:1].isupper() and content[-1:] in ".?!…,—–-" and len(words) >= 3
    before = article.text[max(0, quoted.start - 2) : quoted.start].strip()[-1:]
    if draft.found and (sentence or content[-1:] in ",?!" or before in (",", ":") or draft.alone):
        return QuoteKind.DIRECT if before in (",", ":") or not _is_title(words) else QuoteKind.SCARE
    if _is_title(words):
        return QuoteKind.SCARE
    if draft.found:
        return QuoteKind.MIXED
    if sentence and len(words) >= 4:
        return QuoteKind.DIRECT
    return QuoteKind.SCARE if len(words) <= 5 else QuoteKind.MIXED


_SMALL = frozenset("a an the of in on at to for and or but with from by is as vs".split())


def _is_title(words: list[str]) -> bool:
    """Whether the words are set as the title of a work: every longer one with a capital."""
    bare = [word.strip(".,;:!?\"'“”‘’()") for word in words]
    if len(bare) > 9 or not bare or words[-1][-1] in "?!":
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in bare if word) and bare[0][
        :1
    ] not in ("")


def _resolved(article: Article, speaker: Span | None) -> str | None:
    if speaker is None:
        return None
    names = article.mentioned(Name, speaker)
    return names[0].name if names else article[speaker]
