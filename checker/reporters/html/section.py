"""One article of the report: verdict, tools, the marked text, and below it everything that was read out of it."""

from __future__ import annotations

from collections import Counter

from checker.article import Article, BlockKind, Span
from checker.catalog import titles
from checker.finding import Severity
from checker.report import counted
from checker.reporters.html import ledger
from checker.reporters.html.cards import Cards
from checker.reporters.html.checks import checks, made
from checker.reporters.html.marks import Marks
from checker.reporters.html.markup import escape
from checker.reporters.html.people import people
from checker.reporters.html.places import Places
from checker.reporters.html.reading import reading
from checker.reporters.html.story import story
from checker.reporters.html.timeline import timeline
from checker.reporters.html.weave import woven
from checker.result import Result


def section(result: Result, number: int, in_archive: bool) -> str:
    """The section of one result; `number` counts the articles of the report from 1."""
    prefix = f"a{number}"
    back = '<p class="back"><a href="#index">All articles</a></p>' if in_archive else ""
    inside = _article(result, result.article, prefix) if result.article else ""
    return (
        f'<section class="article" id="{prefix}" aria-labelledby="{prefix}h">{back}'
        f"{_verdict(result, prefix)}{inside}</section>\n"
    )


def title_of(result: Result) -> str:
    """What an article is called: its headline, else its title, else its path."""
    if result.article is None:
        return result.path
    headlines = (result.article[block.span] for block in result.article.blocks if block.kind is BlockKind.HEADLINE)
    return next(headlines, None) or result.article.meta.title or result.path


def told(counts: Counter[Severity]) -> str:
    """“2 errors, 5 warnings”, or that there is nothing."""
    return ", ".join(counted(counts[level], str(level)) for level in Severity if counts[level]) or "Nothing found"


def _verdict(result: Result, prefix: str) -> str:
    counts = Counter(finding.severity for finding in result.findings)
    meta = result.article.meta if result.article else None
    about = [f"<code>{escape(result.path)}</code>"]
    if meta and meta.published:
        about.append(f"published {meta.published.isoformat()}")
    if meta and meta.authors:
        about.append(escape(", ".join(meta.authors)))
    said = told(counts) if result.article else "Not checked"
    level = next((str(level) for level in Severity if counts[level]), "" if result.article else "error")
    hidden = f'<span class="unseen"> in {escape(title_of(result))}</span>'
    return (
        f'<header class="verdict {level or "good"}"><p class="about">{" · ".join(about)}</p>'
        f'<h2 id="{prefix}h" tabindex="-1">{said}{hidden}</h2>{_problem(result)}{_basis(result)}</header>'
    )


def _problem(result: Result) -> str:
    if result.problem is None:
        return ""
    how = "Not checked in full" if result.article else "It could not be checked"
    return f'<p class="problem"><b>{how}:</b> {escape(result.problem.message)}</p>'


def _basis(result: Result) -> str:
    """On how much the verdict rests: silence after no comparison is not a pass."""
    if result.article is None:
        return ""
    compared, by, skipped = made(result.checks)
    parts = [
        f"{counted(result.words, 'word')}.",
        f"{counted(compared, 'comparison')} by {counted(by, 'check')}" if compared else "Nothing was compared",
    ]
    parts[-1] += f"; {counted(skipped, 'check')} did not run." if skipped else "."
    if result.readability and result.readability.grade is not None:
        parts.append(f"Reading grade {result.readability.grade:.1f}.")
    if result.silenced:
        parts.append(f"{counted(len(result.silenced), 'finding')} silenced by the article.")
    if result.hidden:
        parts.append(f"{counted(result.hidden, 'finding')} known to the baseline.")
    return f'<p class="basis">{" ".join(parts)}</p>'


def _article(result: Result, article: Article, prefix: str) -> str:
    places = Places(article, prefix)
    marks = Marks(article, result.findings, prefix)
    cards = Cards(places, marks, result.findings)
    desk = _desk(result, places, marks)  # before the story, which needs the anchors that this links to
    text = story(places, [*places.anchors, *marks.layers()], cards.below)
    if not article.blocks:
        text = f"<p>{woven('', Span(0, 0), marks.layers())}</p>{cards.below(0)}"
    return f'{_tools(result, prefix)}<div class="story" id="{prefix}text">{text}</div>{desk}'


def _desk(result: Result, places: Places, marks: Marks) -> str:
    """Timeline, ledger, readability and checks, each a chapter that is left out when it is empty."""
    prefix = places.prefix
    names = _chapter(prefix, "People", people(places)) + _chapter(prefix, "Links", ledger.links(places))
    figures = _chapter(prefix, "Figures", ledger.figures(places))
    figures += _chapter(prefix, "Readability", reading(places, result.readability, result.target))
    done = checks(result.checks, (finding.code for finding in result.findings))
    return (
        f'<div class="desk">{_chapter(prefix, "Timeline", timeline(places, marks))}'
        f'<div class="sheets"><div>{names}</div><div>{figures}</div></div>{_chapter(prefix, "Checks", done)}</div>'
    )


def _chapter(prefix: str, title: str, text: str) -> str:
    if not text:
        return ""
    return f'<section aria-labelledby="{prefix}{title}"><h3 id="{prefix}{title}">{title}</h3>{text}</section>'


def _tools(result: Result, prefix: str) -> str:
    """The filters and the stepper; they need the script, so the style hides them without it."""
    if not result.findings:
        return ""
    levels = Counter(str(finding.severity) for finding in result.findings)
    families = Counter(titles()[finding.code].family for finding in result.findings)
    buttons = "".join(
        _filter("level", level, f"{level}s", levels[level]) for level in map(str, Severity) if levels[level]
    )
    buttons += '<span class="rule"></span>' + "".join(
        _filter("family", family, family, number) for family, number in families.most_common()
    )
    return (
        f'<div class="tools" role="toolbar" aria-label="Findings" aria-controls="{prefix}text">'
        f'<div class="filters" role="group" aria-label="Show only">{buttons}'
        '<button type="button" class="all" data-clear hidden>show all</button></div>'
        '<div class="stepper"><button type="button" data-step="-1" aria-label="Previous finding">↑</button>'
        f"<output>{counted(len(result.findings), 'finding')}</output>"
        '<button type="button" data-step="1" aria-label="Next finding">↓</button>'
        '<button type="button" class="keys" data-keys aria-pressed="true" '
        'aria-label="Shortcut keys: j next, k previous, x done, Escape none">j k x</button></div></div>'
    )


def _filter(kind: str, value: str, text: str, number: int) -> str:
    return (
        f'<button type="button" class="filter {value if kind == "level" else ""}" aria-pressed="false" '
        f'data-{kind}="{value}">{text} <span class="n">{number}</span></button>'
    )
