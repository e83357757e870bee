"""Taking blocks out of HTML: the elements that hold nothing else, and the lines that nothing else stands on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from checker.article import Article, Span
from checker.fixes.lines import Cut, Lines
from checker.parsers.elements import Document, Element, Step, Visit, read

_INLINE = frozenset("a b em font i mark s small span strong u".split())
_REMOVABLE = _INLINE | frozenset("aside blockquote center dd div dl dt h1 h2 h3 h4 h5 h6 li ol p section ul".split())
_THINGS = frozenset(
    "img picture video audio iframe embed object canvas svg math input button select textarea form hr map table".split()
)
"""Elements that a reader sees though they have no words."""
_COMMENT = "<!--"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


def cut(article: Article, blocks: Sequence[Span], part: Span) -> Cut:
    """What goes when these blocks of the HTML text that begins and ends with `part` do."""
    doomed = _Doomed(read(article.source[: part.end], part.start), [article.locate(block) for block in blocks])
    found = {block: doomed.around(article.locate(block)) for block in blocks}
    gone = sorted({span for span in found.values() if span is not None})
    lines = Lines(article.source, part)
    rows, spans = [], []
    for span in _apart(article.source, gone):
        if lines.has_only(span):
            rows.append((lines.at(span.start), lines.at(span.end - 1)))
        else:
            spans.append(span)
    return Cut([*spans, *lines.without(rows)], [block for block, span in found.items() if span is None])


def _apart(source: str, spans: Sequence[Span]) -> list[Span]:
    """The spans with those made one that only white space divides, and without those inside another."""
    found: list[Span] = []
    for span in spans:
        if found and not source[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


class _Doomed:
    """An HTML text and the places in it that are to go."""

    def __init__(self, document: Document, places: Sequence[Span]) -> None:
        self._document = document
        self._steps = document.steps
        self._places = sorted(places)
        self._starts = [place.start for place in self._places]
        self._kept = [0, *accumulate(map(self._is_kept, self._steps))]
        self._words = [at for at, step in enumerate(self._steps) if _has_words(document.source, step)]
        self._word_starts = [self._steps[at][1] for at in self._words]

    def around(self, place: Span) -> Span | None:
        """The span of the largest element, or run of elements, that holds this place and nothing that is to stay."""
        steps = list(self._words_in(place))
        if not steps:
            return None
        holder = self._holder(steps[0], place)
        best = Span(holder.start, self._steps[holder.last][2]) if holder else None
        if holder is None or holder.tag in _INLINE:
            best = self._run(steps[0], steps[-1]) or best
        return best if best and self._is_whole(best) else None

    def _is_whole(self, span: Span) -> bool:
        """Whether a span has no comment, and both tags of each element within lines, which wrong markup may cut."""
        source = self._document.source[span.start : span.end]
        balance = Counter[str]()
        for slash, tag in _TAG.findall(source):
            balance[tag.lower()] += -1 if slash else 1
        return _COMMENT not in source and not any(balance[tag] for tag in _INLINE)

    def _holder(self, step: int, place: Span) -> Element | None:
        """The largest element around a step that holds a place and nothing that is to stay."""
        best: Element | None = None
        element: Element | None = self._steps[step][3]
        while element is not None and element.tag in _REMOVABLE and not self._stays(element.first, element.last):
            if element.start <= place.start and place.end <= self._steps[element.last][2]:
                best = element
            element = element.parent
        return best

    def _words_in(self, place: Span) -> Iterator[int]:
        """The steps with words that a place overlaps."""
        at = max(0, bisect_right(self._word_starts, place.start) - 1)
        while at < len(self._words) and self._word_starts[at] < place.end:
            if self._steps[self._words[at]][2] > place.start:
                yield self._words[at]
            at += 1

    def _is_kept(self, visit: Visit) -> bool:
        """Whether a step is something to be seen that is not to go."""
        step, start, end, element = visit
        if step is Step.OPEN:
            return element.tag in _THINGS
        if not _has_words(self._document.source, visit):
            return False
        words = self._document.source[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        at = bisect_right(self._starts, start) - 1
        return at < 0 or not (self._places[at].start <= start and end <= self._places[at].end)

    def _stays(self, first: int, last: int) -> bool:
        return self._kept[last + 1] > self._kept[first]

    def _run(self, first: int, last: int) -> Span | None:
        """The words between two steps where line breaks part them from others, with the breaks on one side."""
        steps = self._steps
        while first > 0 and steps[first - 1][0] is Step.OPEN and self._goes(steps[first - 1][3]):
            first -= 1
        last = max([last, *(steps[at][3].last for at in range(first, last + 1) if steps[at][0] is Step.OPEN)])
        closed = (steps[at][3] for at in range(first, last + 1) if steps[at][0] is Step.CLOSE)
        if self._stays(first, last) or any(element.first < first for element in closed):
            return None
        before, behind = self._past_breaks(first - 1, -1), self._past_breaks(last + 1, 1)
        around = steps[first][3].parent if steps[first][0] is Step.OPEN else steps[first][3]
        closes = around is not None and not self._stays(behind, around.last)  # then the breaks before it go, if any do
        if behind > last + 1 and not (closes and before < first - 1):
            return Span(steps[first][1], steps[behind - 1][2])
        return Span(steps[before + 1][1], steps[last][2]) if before < first - 1 else None

    def _goes(self, element: Element) -> bool:
        return element.tag in _INLINE and not self._stays(element.first, element.last)

    def _past_breaks(self, at: int, step: int) -> int:
        """The step behind the line breaks that follow from `at` on, in a direction; `at` where there are none."""
        past = at
        while 0 < at < len(self._steps) - 1:
            visit = self._steps[at]
            if visit[3].tag != "br" and (visit[0] is not Step.TEXT or _has_words(self._document.source, visit)):
                break
            at += step
            past = at if visit[3].tag == "br" else past
        return past


def _has_words(source: str, visit: Visit) -> bool:
    step, start, end, _ = visit
    return step in (Step.REFERENCE, Step.RAW) or (step is Step.TEXT and not source[start:end].isspace())
