"""The whole report as one JSON document, written article by article."""

from __future__ import annotations

import json
from typing import TextIO

from checker.report import Report, article_record, head, summary


def write(report: Report, out: TextIO) -> None:
    """Write the report of schemas/report.schema.json; memory does not grow with the number of articles."""
    opening = json.dumps(head(), ensure_ascii=False)
    out.write(opening[:-1] + ', "articles": [')
    separator = "\n"
    for result in report:
        out.write(separator + json.dumps(article_record(result), ensure_ascii=False))
        separator = ",\n"
    out.write('\n], "summary": ' + json.dumps(summary(report)) + "}\n")
