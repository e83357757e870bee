"""Front matter: what stands between `---` lines (YAML) or `+++` lines (TOML) at the top of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from checker.article import BlockKind
from checker.errors import InputError
from checker.parsers.build import Builder
from checker.source import Lines

LIMIT = 64_000  # characters; more is no metadata, and might be an attack on the parser
_NESTING_LIMIT = 50  # the YAML library recurses in C, and would take the process down
_ITEM_LIMIT = 200  # of a list

_STANDFIRST_KEYS = frozenset("description standfirst summary deck dek subtitle subheadline".split())
_CAPTION_KEYS = frozenset("caption image_caption cover_caption".split())

_BREAK = r"(?:\r\n|\r|\n)"
_OPENING = re.compile(rf"\ufeff?(?P<fence>---|\+\+\+)[ \t]*{_BREAK}")
_CLOSING = {
    "---": re.compile(rf"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:{_BREAK}|\Z)"),
    "+++": re.compile(rf"(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?:{_BREAK}|\Z)"),
}
_ENTRY = re.compile(r"\s*(?:#[^\r\n]*+[\r\n]\s*)*+[\"']?\w[\w .-]{0,60}[\"']?[ \t]*[:=](?=[\s\"'\[])")
_KEY = re.compile(r"[ \t]*(?:- )?[\"']?([\w][\w .-]*?)[\"']?[ \t]*[:=]")
_TOML_PLACE = re.compile(r"at line (\d+)")
_TOML_TABLE = re.compile(r"^[ \t]*\[", re.M)
_BEFORE_VALUE = re.compile(r"[\"']{0,3}\s*|[>|][\d+-]{0,2}\s+")
_COMPACT_NESTING = re.compile(rf"(?:[-?:][ \t]+){{{_NESTING_LIMIT}}}")


class Entry(NamedTuple):
    """One key of front matter with its value and where that stands in the source."""

    key: str
    value: Any
    start: int
    end: int


class FrontMatter(NamedTuple):
    """All entries, and where the article begins."""

    entries: tuple[Entry, ...]
    end: int


def read(source: str) -> FrontMatter | None:
    """The front matter of a text, or None when it has none.

    Raises InputError, with line and key, for front matter that is malformed, not closed or too long.
    """
    opening = _OPENING.match(source)
    if opening is None or _ENTRY.match(source, opening.end(), opening.end() + LIMIT) is None:
        return None  # a line across the page
    start, fence = opening.end(), opening["fence"]
    closing = _CLOSING[fence].search(source, start, start + LIMIT)
    if closing is None and len(source) - start > LIMIT:
        raise InputError(
            f"line 1: no {fence} ends the front matter within {LIMIT:,} characters; close or shorten it", 1
        )
    if closing is None:
        raise InputError(f"line 1: the front matter is not closed; end it with a line {fence}", 1)
    reader = _yaml if fence == "---" else _toml
    return FrontMatter(tuple(reader(source, start, closing.start())), closing.end())


def add(builder: Builder, matter: FrontMatter) -> None:
    """Take in the metadata; title, standfirst and caption become blocks, in this order."""
    shown: dict[BlockKind, list[Entry]] = {}
    for entry in matter.entries:
        key = entry.key.strip().lower().replace("-", "_")
        if not isinstance(entry.value, list | dict) or key not in ("title", "headline", "section", "category"):
            builder.state(key, entry.value, entry.start)
        if isinstance(entry.value, str) and (kind := _kind_of(key)):
            shown.setdefault(kind, []).append(entry)
    for kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION):
        for entry in shown.get(kind, ()):
            for text, start, end in trace(entry.value, builder.source, entry.start, entry.end):
                builder.space(builder.source_end, start)
                builder.add(text, start, end)
            builder.close(kind)


def _kind_of(key: str) -> BlockKind | None:
    if key in ("title", "headline"):
        return BlockKind.HEADLINE
    if key in _STANDFIRST_KEYS:
        return BlockKind.STANDFIRST
    return BlockKind.CAPTION if key in _CAPTION_KEYS else None


def line_of(source: str, offset: int) -> int:
    """The line of the source that has the character at `offset`."""
    return Lines(source[: offset + 1]).position(offset).line


def _yaml(source: str, start: int, end: int) -> Iterator[Entry]:
    import yaml

    content = source[start:end]
    _refuse_nesting(content, source, start)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(content, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = start + min(mark.index, len(content) - 1) if mark else start
        problem = error.problem or "malformed"
        raise _malformed(source, at, problem, "put a value with a colon or a quotation mark in quotes") from None
    except yaml.YAMLError as error:  # a character that YAML forbids
        at = start + getattr(error, "position", 0)
        raise _malformed(source, at, getattr(error, "reason", str(error)), "take the character out") from None
    if not isinstance(root, yaml.MappingNode):
        raise _malformed(source, start, "not keys with values", "write lines like “title: …”")
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode):
            place = value if isinstance(value, yaml.ScalarNode) else key
            yield Entry(key.value, _plain(value), start + place.start_mark.index, start + place.end_mark.index)


def _plain(node: Any, depth: int = 0) -> Any:
    """A YAML node as text, or as a list or a record of texts; what is nested deeper is left out."""
    if isinstance(node.value, str):
        return None if node.tag == "tag:yaml.org,2002:null" else node.value
    if depth > 1:
        return ""
    items = node.value[:_ITEM_LIMIT]
    if items and isinstance(items[0], tuple):
        return {str(key.value): _plain(value, depth + 1) for key, value in items if isinstance(key.value, str)}
    return [_plain(item, depth + 1) for item in items]


def _refuse_nesting(content: str, source: str, start: int) -> None:
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", content):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > _NESTING_LIMIT:
            raise _malformed(source, start + bracket.start(), "nested too deeply", "flatten it")
    if compact := _COMPACT_NESTING.search(content):
        raise _malformed(source, start + compact.start(), "nested too deeply", "flatten it")


def _toml(source: str, start: int, end: int) -> Iterator[Entry]:
    import tomllib

    content = source[start:end].replace("\r\n", " \n").replace("\r", "\n")  # as long as before
    try:
        values = tomllib.loads(content)
    except RecursionError:
        raise _malformed(source, start, "nested too deeply", "flatten it") from None
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place[1]) if place else 1
        at = start + sum(len(text) + 1 for text in content.split("\n")[: line - 1])
        problem = str(error).partition(" (at ")[0]
        raise _malformed(source, min(at, end - 1), problem, "put a value that is text in quotes") from None
    table = _TOML_TABLE.search(content)
    for key, value in values.items():
        found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=[ \t]*", content, re.M)
        if found is None or (table and found.start() > table.start()):
            yield Entry(key, value, start, start)
            continue
        stop = content.find("\n", found.end())
        yield Entry(key, value, start + found.end(), start + (len(content) if stop < 0 else stop))


def _malformed(source: str, at: int, problem: str, remedy: str) -> InputError:
    """The error that names line, key, problem and remedy."""
    line = line_of(source, at)
    key = _KEY.match(Lines(source[: at + LIMIT]).line(line))
    named = f"{key[1]}: " if key else ""
    return InputError(f"line {line}: {named}front matter that cannot be read: {problem}; {remedy}", line)


def trace(value: str, source: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The runs of text and source that make `value`, which stands in `source[start:end]`, maybe quoted or folded.

    It is one run where the two are the same, a run a word where white space differs, else one that is not verbatim.
    """
    whole = source.find(value, start, end)
    if whole >= 0 and _is_punctuation(source[start:whole]):
        return [(value, whole, whole + len(value))]
    runs: list[tuple[str, int, int]] = []
    at = start
    for word in value.split():
        found = source.find(word, at, end)
        between = source[at : max(at, found)]
        if found < 0 or not (between.isspace() if runs else _is_punctuation(between)):
            return [(" ".join(value.split()), start, end)]
        runs.append((word, found, found + len(word)))
        at = found + len(word)
    return runs


def _is_punctuation(before: str) -> bool:
    """Whether only quotation marks or the sign of a block scalar (“>-”) stand before a value."""
    return _BEFORE_VALUE.fullmatch(before) is not None
