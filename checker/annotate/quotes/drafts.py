"""Quotations while their speakers are looked for: in their own sentence first, then in what they go on from."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from checker.annotate.quotes import marks
from checker.annotate.quotes.context import attribution_behind, attribution_in, signature
from checker.annotate.quotes.marks import Marked, Quoted
from checker.annotate.quotes.narration import Narration, narrate
from checker.annotate.quotes.speakers import Attribution, attribution_after, attribution_before
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, Span

_LABEL = re.compile(r"\s*(?P<name>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3})(?:\s*\([^)]{1,40}\))?:\s")
_OPEN_ENDED = ",?!—–-…"


@dataclass(slots=True)
class Draft:
    """A quotation while its speaker is looked for."""

    block: Block
    quoted: Quoted
    told: Narration
    place: int
    """Where it stands in the narration."""
    start: int
    """Where its sentence begins there."""
    stop: int
    found: Attribution | None = None
    speaker: Span | None = None
    """The mention beside it."""
    bearer: Span | None = None
    """What has the name, where that is another mention."""

    @property
    def alone(self) -> bool:
        """Whether its sentence has nothing but quotations."""
        places = self.told.places
        return bisect_left(places, self.stop) - bisect_left(places, self.start) == self.stop - self.start

    @property
    def guessed(self) -> bool:
        """Whether no word says who speaks, so that the speaker is a guess if there is one."""
        found = self.found
        return found is None or (found.found_by == "sentence before" and not found.cue and not found.firm)

    @property
    def sure(self) -> bool:
        """Whether the speaker is told, and not only taken over from what stands before."""
        return self.found is not None and self.found.firm

    def take(self, told: Narration, found: Attribution) -> None:
        """Note the attribution and where its speaker stands."""
        self.found = found
        if found.speaker:
            self.speaker = told.span(found.speaker.first, found.speaker.last)
        if found.bearer:
            self.bearer = told.span(found.bearer.first, found.bearer.last)

    def follow(self, other: Draft, found_by: str, sure: bool = True) -> None:
        """Take over the speaker of another quotation."""
        self.found = Attribution(None, "", found_by, sure)
        self.speaker, self.bearer = other.speaker, other.bearer


def drafts(article: Article) -> list[Draft]:
    """Every quotation of the article with its attribution, if it has one."""
    sentences = {sentence.span.start for sentence in article.mentioned(Sentence)}
    all_marked = marks.read(article)
    done: list[Draft] = []
    last: list[Draft] = []
    for at, marked in enumerate(all_marked):
        if not marked.quoted:
            continue
        told = narrate(article.tokens, marked.block.span, marked.quoted, sentences)
        found = [_draft(article, marked, told, number) for number in range(len(marked.quoted))]
        before = all_marked[at - 1] if at else None
        if found[0].quoted.continues and found[0].found and last and last[-1].guessed:
            last[-1].follow(found[0], "goes on in the next paragraph")
        for number, draft in enumerate(found):
            if draft.found is None:
                _carry_on(article, draft, found[number - 1] if number else None, last, before, sentences)
        if at + 1 < len(all_marked) and found[-1].alone and not found[-1].sure:
            _sign(article, found, all_marked[at + 1], sentences)
        done += found
        last = found
    return done


def _sign(article: Article, found: list[Draft], below: Marked, sentences: set[int]) -> None:
    """Give a block of nothing but quotations the name that stands on a line of its own below it."""
    told = narrate(article.tokens, below.block.span, below.quoted, sentences)
    if not below.quoted and all(draft.alone for draft in found) and (signed := signature(told)):
        for draft in found:
            draft.take(told, signed)


def _draft(article: Article, marked: Marked, told: Narration, number: int) -> Draft:
    """The quotation with what its own sentence says of its speaker."""
    quoted, place = marked.quoted[number], told.places[number]
    start, stop = told.sentence(place)
    draft = Draft(marked.block, quoted, told, place, start, stop)
    if label := _LABEL.match(article.text, quoted.inner, quoted.outer):
        draft.found = Attribution(None, "", "label inside")
        draft.speaker = Span(label.start("name"), label.end("name"))
        return draft
    following = told.words[place + 1] if place + 1 < len(told) else ""
    open_ended = article.text[quoted.outer - 1] in _OPEN_ENDED or following in (",", "—", "–", "-")
    reach = told.sentence(stop)[1] if open_ended and stop == place + 1 and stop < len(told) else stop
    after = attribution_after(told, place, reach)
    front = attribution_before(told, place, start)
    if after and (open_ended or front is None or not front.firm):
        draft.take(told, after)
    elif front:
        draft.take(told, front)
    return draft


def _carry_on(
    article: Article,
    draft: Draft,
    neighbour: Draft | None,
    last: list[Draft],
    before: Marked | None,
    sentences: set[int],
) -> None:
    """Give a quotation that stands alone the speaker of what it goes on from."""
    if draft.quoted.continues and last:
        draft.follow(last[-1], "goes on from the paragraph before")
        return
    opens = _opens_sentence(article, draft)
    if not draft.alone and not opens:
        return
    if neighbour and neighbour.speaker and neighbour.stop >= draft.start:
        draft.follow(neighbour, "goes on from the quotation before")
        return
    if not draft.alone and article.text[draft.quoted.outer - 1] not in ",.?!":
        return
    if draft.start > 0:
        _take_from(draft, draft.told, *draft.told.sentence(draft.start - 1))
    elif before is not None:
        told = narrate(article.tokens, before.block.span, before.quoted, sentences)
        if last and last[-1].quoted in before.quoted and last[-1].speaker and last[-1].stop == len(told):
            draft.follow(last[-1], "paragraph before", False)
        elif len(told):
            _take_from(draft, told, *told.sentence(len(told) - 1))
    if draft.guessed and draft.stop < len(draft.told):
        behind = attribution_behind(draft.told, *draft.told.sentence(draft.stop))
        if behind:
            draft.take(draft.told, behind)


def _opens_sentence(article: Article, draft: Draft) -> bool:
    """Whether the quotation opens its sentence with words enough for one of its own."""
    content = article.text[draft.quoted.inner : draft.quoted.outer]
    start = draft.start + (draft.told.lower[draft.start] in ("but", "and", "so", "yet"))
    if draft.place != start or not content[:1].isupper():
        return False
    return len(content.split(maxsplit=3)) > 3


def _take_from(draft: Draft, told: Narration, start: int, stop: int) -> None:
    """Attribute a quotation to the speaker of the sentence before it."""
    if found := attribution_in(told, start, stop):
        draft.take(told, found)
