"""Which checks ran, how many comparisons each made, and which did not run and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.catalog import load_rule, titles
from checker.report import counted
from checker.reporters.html.markup import escape
from checker.result import RAN, Check

_LITERAL = re.compile(r"`([^`]+)`")


def checks(done: Sequence[Check], found: Iterable[str]) -> str:
    """Four lists: what found something, what compared and agreed, what had nothing to compare, what did not run."""
    codes = set(found)
    ran = [check for check in done if check.status == RAN]
    reasons: dict[str, list[Check]] = {}
    for check in done:
        if check.status != RAN:
            reasons.setdefault(check.reason, []).append(check)
    parts = [
        _list("Found something", [check for check in ran if check.code in codes]),
        _list("Compared and agreed", [check for check in ran if check.compared and check.code not in codes]),
        _list("Had nothing to compare", [check for check in ran if not check.compared and check.code not in codes]),
        *(_list(f"Did not run: {reason}", skipped) for reason, skipped in reasons.items()),
    ]
    return f'<div class="checks">{"".join(parts)}</div>'


def made(done: Iterable[Check]) -> tuple[int, int, int]:
    """How many comparisons were made by how many checks, and how many checks did not run."""
    comparing = [check.compared for check in done if check.status == RAN and check.compared]
    return sum(comparing), len(comparing), sum(check.status != RAN for check in done)


def _list(title: str, listed: Sequence[Check]) -> str:
    if not listed:
        return ""
    rows = "".join(
        f'<li><a href="#{check.code}">{titles()[check.code].name}</a>{_times(check)}</li>' for check in listed
    )
    return f"<section><h4>{escape(title)} <span class='n'>{len(listed)}</span></h4><ul>{rows}</ul></section>"


def _times(check: Check) -> str:
    return (
        f' <span class="n" title="{counted(check.compared, "comparison")}">{check.compared}</span>'
        if check.compared
        else ""
    )


def explained(codes: Iterable[str]) -> str:
    """What each of some rules looks for and why, once for the whole page."""
    rows = "".join(map(_explained, sorted(codes)))
    return (
        '<details class="rules" id="rules"><summary><h2>What the checks look for</h2></summary>'
        f"<dl>{rows}</dl></details>\n"
        if rows
        else ""
    )


def _explained(code: str) -> str:
    rule = load_rule(titles()[code])
    paragraphs = rule.page.split("\n## ")[0].split("\n\n")
    text = "".join(f"<p>{_prose(paragraph)}</p>" for paragraph in paragraphs if paragraph.strip())
    return f'<dt id="{code}"><b>{code}</b> {rule.name} <span class="faint">{rule.family}</span></dt><dd>{text}</dd>\n'


def _prose(paragraph: str) -> str:
    return _LITERAL.sub(r"<code>\1</code>", escape(" ".join(paragraph.split())))
