"""What changed: the pass that leaves only the findings that touch what is new since an earlier version.

An article is compared block by block, which in a text is line by line. A block is new when its source is, but for white
space; of formats whose source nobody writes by hand, when its text is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import PurePath

from checker.article import Article, Block, Span
from checker.errors import InputError
from checker.finding import Finding
from checker.inputs import Input, Previous
from checker.parsers import ENDINGS, PACKED, parse
from checker.result import Result


class Changes:
    """Leaves out of a stream of results what has nothing to do with the changes of its inputs."""

    def __init__(self) -> None:
        self._pending: deque[Input] = deque()

    def noted(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """The inputs as they are; each will have its result, in this order."""
        for entry in inputs:
            self._pending.append(entry)
            yield entry

    def hide(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results with only the findings that touch what changed."""
        for result in results:
            yield _touched(result, self._pending.popleft())


def _touched(result: Result, entry: Input) -> Result:
    if result.article is None or entry.previous is None or not result.findings:
        return result
    changed = changed_blocks(result.article, entry.previous, _form(entry.name, entry.form))
    kept = [finding for finding in result.findings if _touches(result.article, finding, changed)]
    return replace(result, findings=kept, untouched=len(result.findings) - len(kept))


def changed_blocks(article: Article, previous: Previous, form: str) -> set[Span]:
    """Where the blocks stand that are new or changed."""
    try:
        old = parse(previous.raw, previous.name, previous.form, previous.meta)
    except InputError:  # there was no article to speak of
        return {block.span for block in article.blocks}
    written = form == _form(previous.name, previous.form) and form not in PACKED
    before, after = _looks(old, written), _looks(article, written)
    stretches = SequenceMatcher(None, before, after).get_opcodes()
    return {
        block.span for tag, _, _, first, last in stretches if tag != "equal" for block in article.blocks[first:last]
    }


def _looks(article: Article, written: bool) -> list[str]:
    """Each block as it is compared: with the markup before and in it, or as its reader sees it."""
    looks, end = [], 0
    for block in article.blocks:
        look = " ".join(article[block.span].split())
        if written:
            place = article.locate(block.span)
            look += "".join(article.source[min(end, place.start) : place.end].split())
            end = place.end
        looks.append(look)
    return looks


def _touches(article: Article, finding: Finding, changed: set[Span]) -> bool:
    places = [finding.span, *(related.span for related in finding.related)]
    return any(block.span in changed for place in places for block in _blocks(article, place))


def _blocks(article: Article, place: Span) -> Iterator[Block]:
    """The blocks that a place has characters of; of an empty one the block that it stands in."""
    first = article.block_at(place.start)
    yield first
    if place.end > first.span.end:
        yield from (block for block in article.blocks if block.span.overlaps(place))


def _form(name: str, form: str | None) -> str:
    return form or ENDINGS.get(PurePath(name).suffix.lower(), "text")
