"""The fact-checker's sheet: what `checker facts` prints."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO

from checker import ledger
from checker.article import Article
from checker.report import CLEAN, MISUSE, UNCHECKED, head
from checker.result import Problem, Result
from checker.source import Lines

_PLACES = 12  # places of a fact that a line of the sheet shows


class Ledgers:
    """A stream of annotated articles that keeps the problems of those that could not be read."""

    def __init__(self, results: Iterable[Result]) -> None:
        self._results = results
        self.articles = 0
        self.problems: list[tuple[str, Problem]] = []

    def __iter__(self) -> Iterator[Article]:
        for result in self._results:
            if result.problem is not None:
                self.problems.append((result.path, result.problem))
            if result.article is not None:
                self.articles += 1
                yield result.article

    @property
    def exit_code(self) -> int:
        """CLEAN, MISUSE or UNCHECKED for the articles read so far."""
        if not self.problems:
            return CLEAN
        nothing = not self.articles and all(problem.kind == "no-match" for _, problem in self.problems)
        return MISUSE if nothing else UNCHECKED


def write_jsonl(ledgers: Ledgers, out: TextIO) -> None:
    """Write each article's ledger as one line."""
    for article in ledgers:
        out.write(json.dumps(ledger.record(article), ensure_ascii=False) + "\n")


def write_json(ledgers: Ledgers, out: TextIO) -> None:
    """Write the ledgers of schemas/facts.schema.json as one document."""
    out.write(json.dumps(head(), ensure_ascii=False)[:-1] + ', "articles": [')
    separator = "\n"
    for article in ledgers:
        out.write(separator + json.dumps(ledger.record(article), ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}\n")


def write_text(ledgers: Ledgers, out: TextIO) -> None:
    """Write a sheet to be read and ticked off: each fact once, with the lines it stands on."""
    for article in ledgers:
        out.write(f"{article.name}\n")
        for title, lines in _chapters(article):
            if lines:
                out.write(f"\n  {title}\n" + "".join(f"    {line}\n" for line in lines))
        out.write("\n")


SHEETS: dict[str, Callable[[Ledgers, TextIO], None]] = {
    "text": write_text,
    "json": write_json,
    "jsonl": write_jsonl,
}


def _chapters(article: Article) -> Iterator[tuple[str, list[str]]]:
    lines = Lines(article.source)
    record = ledger.record(article)
    for title, describe in (("Figures", _figure), ("Dates", _date), ("Names", _name), ("Quotations", _quote)):
        key = "quotes" if title == "Quotations" else title.lower()
        facts: dict[str, list[dict[str, object]]] = {}
        for row in record[key]:
            facts.setdefault(str(row["fact"]), []).append(row)
        yield title, [f"{describe(rows)}  {_places(rows, lines)}" for rows in facts.values()]
    yield "Speakers", [_speaker(row, lines) for row in record["speakers"]]


def _places(rows: Sequence[dict[str, object]], lines: Lines) -> str:
    """“[lines 2, 12, 16]” for the places of a fact."""
    return f"[{_lines(rows, lines)}]"


def _lines(rows: Sequence[dict[str, object]], lines: Lines) -> str:
    numbers = list(dict.fromkeys(lines.position(int(str(row["start"]))).line for row in rows))
    shown = ", ".join(map(str, numbers[:_PLACES])) + (" …" if len(numbers) > _PLACES else "")
    times = f", {len(rows)} times" if len(rows) > len(numbers) else ""
    return f"line{'s' if len(numbers) > 1 else ''} {shown}{times}"


def _figure(rows: list[dict[str, object]]) -> str:
    things = list(dict.fromkeys(str(row["counts"]) for row in rows if row["counts"]))
    alone = "" if any(row["compared_with"] for row in rows) else "  (alone)"
    return f"{rows[0]['text']} {' / '.join(things)}".rstrip() + alone


def _date(rows: list[dict[str, object]]) -> str:
    value = rows[0]["value"] or "not resolved"
    return f"{value}: {' / '.join(dict.fromkeys(str(row['text']) for row in rows))}"


def _name(rows: list[dict[str, object]]) -> str:
    roles = list(dict.fromkeys(str(row["role"]) for row in rows if row["role"]))
    also = _also(str(rows[0]["name"]), [str(row["text"]) for row in rows])
    return f"{rows[0]['name']}, {rows[0]['kind']}{also}{': ' + '; '.join(roles) if roles else ''}"


def _also(name: str, forms: Iterable[str]) -> str:
    others = [form for form in dict.fromkeys(forms) if form != name]
    return f" (also {', '.join(others)})" if others else ""


def _quote(rows: list[dict[str, object]]) -> str:
    reported = f" (indirect, {rows[0]['cue']})" if rows[0]["kind"] == "indirect" else ""
    return f"{rows[0]['speaker'] or 'nobody named'}{reported}: {rows[0]['text']}"


def _speaker(row: dict[str, Any], lines: Lines) -> str:
    """Who it is, where first named, and where quoted: Ann Lee (also Lee): Mayor; aged 54; first on line 2; …"""
    described = [role["value"] for role in (*row["titles"], *row["roles"])]
    described += [f"aged {age['value']}" for age in row["ages"]]
    quoted = [quote for quote in row["quotes"] if quote["kind"] != "indirect"]
    reported = [quote for quote in row["quotes"] if quote["kind"] == "indirect"]
    places = [f"first on {_lines([row['first']], lines)}"] if row["kind"] else []
    places += [f"quoted on {_lines(quoted, lines)}"] if quoted else []
    places += [f"indirectly on {_lines(reported, lines)}"] if reported else []
    about = f": {'; '.join(described)}" if described else ""
    return f"{row['name']}{_also(row['name'], row['forms'])}{about}  [{'; '.join(places)}]"
