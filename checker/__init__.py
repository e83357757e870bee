"""Checks a news article the way a copy desk does: figures, dates, names, quotations, ads, readability.

from checker import check_text

for finding in check_text("…").findings:
    print(finding.code, finding.message)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.version import VERSION as __version__

if TYPE_CHECKING:
    from checker.article import Article, Metadata, Span
    from checker.finding import Finding, Severity
    from checker.result import Result

__all__ = [
    "Article",
    "CheckerError",
    "Finding",
    "Metadata",
    "Result",
    "Severity",
    "Span",
    "__version__",
    "annotate",
    "check_text",
    "parse",
]

_HOMES = {
    "Article": "checker.article",
    "Metadata": "checker.article",
    "Span": "checker.article",
    "CheckerError": "checker.errors",
    "Finding": "checker.finding",
    "Severity": "checker.finding",
    "Result": "checker.result",
    "annotate": "checker.annotate",
    "parse": "checker.parsers",
}


def __getattr__(name: str) -> Any:
    """The promised name, imported when it is first asked for, so that `import checker` costs nothing."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")


def check_text(text: str, name: str = "<text>", form: str = "text") -> Result:
    """The result of checking one article with the default rules; `form` is a key of `checker.parsers.PARSERS`."""
    from checker.config import Config
    from checker.engine import check_input
    from checker.inputs import Input

    return check_input(Input(name, text=text, form=form), Config())
