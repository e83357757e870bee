"""Elements woven into a text: they may nest and cross, and what comes out is always well-formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.article import Span
from checker.reporters.html.markup import escape


class Layer(NamedTuple):
    """One element over a span of the text; where it crosses another it is written in parts."""

    span: Span
    tag: str
    attributes: str = ""
    """Written on every part, already escaped."""
    id: str = ""
    """Written on the first part only, for an id stands once in a page."""
    after: str = ""
    """Markup that follows the last part within the first window."""


def woven(text: str, window: Span, layers: Iterable[Layer]) -> str:
    """The characters of `window`, escaped, with the parts of `layers` that lie in it as elements."""
    return "".join(
        _parts(text, window, sorted(filter(None, (_clipped(layer, window) for layer in layers)), key=_outer))
    )


def _clipped(layer: Layer, window: Span) -> Layer | None:
    """The layer within the window; None when it has nothing there. An empty span is kept: it marks a place.

    One that began before the window has its id and what follows it there.
    """
    start, end = max(layer.span.start, window.start), min(layer.span.end, window.end)
    if start > end or (start == end and layer.span.start != layer.span.end):
        return None
    clipped = layer._replace(span=Span(start, end))
    return clipped if layer.span.start >= window.start else clipped._replace(id="", after="")


def _outer(layer: Layer) -> tuple[int, int]:
    """What begins first comes first; of those that begin together, the longest, which holds the others."""
    return layer.span.start, -layer.span.end


def _parts(text: str, window: Span, layers: list[Layer]) -> Iterator[str]:
    at, opened = window.start, list[Layer]()
    for layer in layers:
        while opened and (end := min(one.span.end for one in opened)) <= layer.span.start:
            yield escape(text[at:end])
            at = end
            yield from _close(opened, end)
        yield escape(text[at : layer.span.start])
        at = layer.span.start
        yield _start(layer, layer.id)
        opened.append(layer)
    while opened:
        end = min(one.span.end for one in opened)
        yield escape(text[at:end])
        at = end
        yield from _close(opened, end)
    yield escape(text[at : window.end])


def _close(opened: list[Layer], end: int) -> Iterator[str]:
    """Close every layer that ends at `end`; those above it in the stack are closed and opened again around it."""
    lowest = next(at for at, one in enumerate(opened) if one.span.end <= end)
    above = opened[lowest:]
    del opened[lowest:]
    afters = []
    for one in reversed(above):
        yield f"</{one.tag}>"
        if one.span.end <= end:
            afters.append(one.after)
    yield "".join(afters)
    for one in above:
        if one.span.end > end:
            yield _start(one, "")
            opened.append(one)


def _start(layer: Layer, name: str) -> str:
    return f"<{layer.tag}{f' id={chr(34)}{name}{chr(34)}' if name else ''}{layer.attributes}>"
