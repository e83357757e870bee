"""Markdown for a comment on a pull request: what conflicts, both sentences, the rest folded away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO

from checker.annotate.sentences import Sentence
from checker.article import Article, Span
from checker.finding import Finding, Severity
from checker.report import Report, article_record, counted
from checker.result import Result

# GitHub refuses a comment of more than 65,536 characters. Errors must not want for room because of the others.
_LIMIT = 60_000
_LIMIT_OTHERS = 25_000
_FOLD = 100  # characters of the tags that fold an article's warnings
_SIGNS = {"error": "🔴", "warning": "🟠", "note": "🔵"}
_MOST_RELATED = 4  # other sentences under a finding
_LEAD = 160  # characters of a sentence on each side of the words
_LONGEST = 400  # characters of a finding's own words, which may be a section of the article

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~$&])")
_AUTOMATIC = re.compile(r"([@#])(?=\w)")  # GitHub would call a person, or link to an issue


def write(report: Report, out: TextIO) -> None:
    """Write the counts, then what was found, article by article, until a comment would get too long."""
    room = _Room()
    sections = [section for result in report if (section := "".join(_section(result, room)))]
    out.write(f"### checker: {_summary(report)}\n\n")
    out.writelines(sections)
    if room.left_out:
        out.write(f"_Left out here: {_by_level(room.left_out)}; `checker check` shows all._\n")


class _Room:
    """How much of a comment is written, and what no longer fits."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self._written = 0
        self._others = 0

    def fits(self, length: int, level: str) -> bool:
        """Whether there is room for so many characters about a finding; if not it is counted as left out."""
        other = level != Severity.ERROR
        if self._written + length > _LIMIT or (other and self._others + length > _LIMIT_OTHERS):
            self.left_out[level] += 1
            return False
        self._written += length
        self._others += length if other else 0
        return True


def _section(result: Result, room: _Room) -> Iterator[str]:
    """What there is to say about an article: what is wrong for certain, then the rest in a fold; often nothing."""
    record = article_record(result)
    heading = f"#### {_code(result.path)}\n\n" + (f"<i>{_escaped(record['title'])}</i>\n\n" if record["title"] else "")
    pressing: list[str] = []
    others: list[str] = []
    levels: Counter[str] = Counter()
    if record["problem"]:
        text = f"⚫ could not be checked: {_escaped(record['problem']['message'])}\n\n"
        pressing += [text] if room.fits(len(heading + text), Severity.ERROR) else []
    for finding, row in zip(result.findings, record["findings"], strict=True):
        assert result.article is not None
        text = "".join(_finding(result.article, finding, row))
        level = row["severity"]
        around = 0 if pressing or others else len(heading) + _FOLD
        if not room.fits(around + len(text), level):
            continue
        (pressing if level == Severity.ERROR else others).append(text)
        levels[level] += level != Severity.ERROR
    if pressing or others:
        yield heading
    yield from pressing
    if others:
        yield f"<details><summary>{_by_level(levels)}</summary>\n\n{''.join(others)}</details>\n\n"


def _finding(article: Article, finding: Finding, row: dict[str, Any]) -> Iterator[str]:
    """The message, then the sentence that it is about and those that it rests on, with their lines."""
    yield f"{_SIGNS[row['severity']]} **{row['code']}** {_escaped(row['message'])} ({row['name']})\n\n"
    places = [(finding.span, row["start"]["line"])]
    places += [
        (related.span, other["start"]["line"]) for related, other in zip(finding.related, row["related"], strict=True)
    ]
    for sentence, spans, line in _by_sentence(article, places)[: _MOST_RELATED + 1]:
        yield f"> line {line}: {_marked(article, sentence, spans)}\n\n"


def _by_sentence(article: Article, places: list[tuple[Span, int]]) -> list[tuple[Span, list[Span], int]]:
    """Each sentence once, with the words in it and its line: two figures of one sentence are one quotation."""
    found: dict[Span, tuple[list[Span], int]] = {}
    for span, line in places:
        found.setdefault(_sentence(article, span), ([], line))[0].append(span)
    return [(sentence, spans, line) for sentence, (spans, line) in found.items()]


def _sentence(article: Article, span: Span) -> Span:
    """The sentence with these words, or their block where they are in none or in several."""
    sentence = article.enclosing(Sentence, span.start)
    if sentence and span.end <= sentence.span.end:
        return sentence.span
    block = article.block_at(span.start).span
    return Span(block.start, max(block.end, span.end))


def _marked(article: Article, sentence: Span, spans: list[Span]) -> str:
    """A sentence with some words in bold, cut short where it goes on for long on either side of them."""
    ordered = sorted(set(spans))
    start = max(sentence.start, ordered[0].start - _LEAD)
    end = min(sentence.end, max(span.end for span in ordered) + _LEAD, ordered[0].start + _LONGEST)
    parts, at = ["…" if start > sentence.start else ""], start
    for span in ordered:
        if span.start < at or span.start >= end:  # inside the one before, or beyond what is shown
            continue
        words = article.text[span.start : min(span.end, end)]
        parts.append(f"{_escaped(article.text[at : span.start])}{_bold(words)}")
        at = min(span.end, end)
    parts.append(_escaped(article.text[at:end]) + ("…" if end < sentence.end else ""))
    return "".join(parts)


def _bold(words: str) -> str:
    """Words in bold; by tags, since stars beside a space or a mark stay stars."""
    return f"<b>{_escaped(words)}</b>"


def _summary(report: Report) -> str:
    found = _by_level(Counter({str(level): count for level, count in report.findings.items()}))
    beside = [
        (report.untouched, f"{report.untouched:,} where nothing changed"),
        (report.hidden, f"{report.hidden:,} known"),
        (report.unchanged, f"{counted(report.unchanged, 'article')} unchanged"),
        (len(report.problems), f"{len(report.problems):,} not checked"),
    ]
    told = "".join(f", {text}" for count, text in beside if count)
    return f"{found or 'nothing found'} in {counted(report.articles, 'article')}{told}"


def _by_level(counts: Counter[str]) -> str:
    return ", ".join(counted(counts[level], level) for level in map(str, Severity) if counts[level])


def _code(text: str) -> str:
    """A path as code, whatever is in it."""
    return f"<code>{_escaped(text)}</code>"


def _escaped(text: str) -> str:
    """Words of an article that mean nothing to Markdown, on one line."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(text.split()) if "\n" in text else text)
    return _AUTOMATIC.sub(r"\1<!-- -->", plain)
