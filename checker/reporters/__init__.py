"""Writing reports: one reporter a format, each a function of a report and a stream."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from checker.report import Report
from checker.reporters import json, jsonl, text

Reporter = Callable[[Report, TextIO], None]

REPORTERS: dict[str, Reporter] = {
    "text": text.write,
    "json": json.write,
    "jsonl": jsonl.write,
}
