"""One JSON object an article, written as soon as the article is checked."""

from __future__ import annotations

import json
from typing import TextIO

from checker.report import Report, article_record


def write(report: Report, out: TextIO) -> None:
    """Write each article's record of schemas/report.schema.json as one line."""
    for result in report:
        out.write(json.dumps(article_record(result), ensure_ascii=False) + "\n")
