"""Writing reports: a format is a module here with a function `write` of a report and a stream, named in FORMATS.

Not formats are `places` (which file of a repository an article stands in), the parts of `sarif` (`sarif_rules`,
`sarif_fixes`) and `sheet`, which writes what `checker facts` prints.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.report import Report

    Reporter = Callable[[Report, TextIO], None]

FORMATS = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html", "markdown")
"""Each is the name of a module of this package, imported when it is asked for."""

READS_MENTIONS = frozenset({"html", "markdown"})
"""Those that print more of an article than its findings, which the cache does not have."""


def reporter(form: str) -> Reporter:
    """The reporter of a format of FORMATS."""
    return cast("Reporter", import_module(f"{__name__}.{form}").write)
