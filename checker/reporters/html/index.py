"""The index of an archive: its articles with what was found in each, and which checks found most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.catalog import titles
from checker.finding import Severity
from checker.report import counted
from checker.reporters.html.checks import made
from checker.reporters.html.markup import escape
from checker.reporters.html.section import title_of, told
from checker.result import Result

_FREQUENT = 12  # checks that are listed


class Row(NamedTuple):
    """What the index keeps of an article once its section is written."""

    path: str
    title: str
    published: str
    words: int
    grade: float | None
    levels: Counter[Severity]
    codes: Counter[str]
    compared: int
    problem: str


def row_of(result: Result) -> Row:
    """The row of a result."""
    published = result.article.meta.published if result.article else None
    return Row(
        result.path,
        title_of(result),
        published.isoformat() if published else "",
        result.words,
        result.readability.grade if result.readability else None,
        Counter(finding.severity for finding in result.findings),
        Counter(finding.code for finding in result.findings),
        made(result.checks)[0],
        result.problem.message if result.problem else "",
    )


def index(rows: Sequence[Row]) -> str:
    """The first page of a report on several articles."""
    levels: Counter[Severity] = sum((row.levels for row in rows), Counter())
    words, compared = sum(row.words for row in rows), sum(row.compared for row in rows)
    unread = sum(bool(row.problem) for row in rows)
    basis = f"{counted(words, 'word')}. {counted(compared, 'comparison')}."
    basis += f" {counted(unread, 'article')} could not be checked, or not in full." if unread else ""
    level = next((str(level) for level in Severity if levels[level]), "good")
    articles = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    return (
        '<section class="index" id="index" aria-labelledby="indexh">'
        f'<header class="verdict {level}"><p class="about">{counted(len(rows), "article")}</p>'
        f'<h2 id="indexh" tabindex="-1">{told(levels)}</h2><p class="basis">{basis}</p></header>'
        f"{_tools(levels)}{_head()}<tbody>{articles}</tbody></table></div>{_frequent(rows)}</section>\n"
    )


def _tools(levels: Counter[Severity]) -> str:
    buttons = "".join(
        f'<button type="button" class="filter {level}" aria-pressed="false" data-has="{level}">with {level}s</button>'
        for level in Severity
        if levels[level]
    )
    return (
        '<div class="tools" role="toolbar" aria-label="Articles">'
        '<div class="filters" role="group" aria-label="Show only">'
        f'{buttons}<label class="search"><span class="unseen">Title or path</span>'
        '<input type="search" placeholder="Title or path" autocomplete="off" spellcheck="false"></label></div>'
        '<div class="stepper"><output></output></div></div>'
    )


def _head() -> str:
    columns = (("Article", ""), ("Errors", "n"), ("Warnings", "n"), ("Notes", "n"), ("Words", "n"), ("Grade", "n"))
    cells = "".join(
        f'<th scope="col"{f" class={chr(34)}{kind}{chr(34)}" if kind else ""}>{name}</th>' for name, kind in columns
    )
    return (
        '<div class="wide" tabindex="0" role="region" aria-label="Articles"><table class="articles sortable">'
        f"<thead><tr>{cells}</tr></thead>"
    )


def _row(number: int, row: Row) -> str:
    path = f"<br><code>{escape(row.path)}</code>" if row.path != row.title else ""
    date = f' <span class="faint">{row.published}</span>' if row.published else ""
    problem = f'<br><span class="problem">{escape(row.problem)}</span>' if row.problem else ""
    counts = "".join(_count(level, row.levels[level]) for level in Severity)
    grade = f"{row.grade:.1f}" if row.grade is not None else ""
    has = " ".join([*(str(level) for level in Severity if row.levels[level]), *(["error"] if row.problem else [])])
    return (
        f'<tr data-has="{has}"><th scope="row"><a href="#a{number}">{escape(row.title)}</a>{path}{date}{problem}</th>'
        f'{counts}<td class="n">{row.words:,}</td><td class="n">{grade}</td></tr>\n'
    )


def _count(level: Severity, number: int) -> str:
    return f'<td class="n {level}"><b>{number}</b></td>' if number else '<td class="n none">0</td>'


def _frequent(rows: Iterable[Row]) -> str:
    """The checks that found most, with the number of articles each found something in."""
    found: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for row in rows:
        found += row.codes
        articles.update(row.codes.keys())
    lines = "".join(
        f'<tr><th scope="row"><a href="#{code}">{titles()[code].name}</a></th><td class="n">{number}</td>'
        f'<td class="n">{articles[code]}</td></tr>'
        for code, number in found.most_common(_FREQUENT)
    )
    return (
        '<section aria-labelledby="frequent"><h3 id="frequent">What is found most</h3>'
        '<table class="frequent"><thead><tr>'
        '<th scope="col">Check</th><th scope="col" class="n">Findings</th><th scope="col" class="n">Articles</th></tr>'
        f"</thead><tbody>{lines}</tbody></table></section>"
        if lines
        else ""
    )
