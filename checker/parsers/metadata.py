"""What front matter and lines like “Published: 2025-05-23” say about the article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from checker.article import Metadata
from checker.errors import InputError

_KEYS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "posted": "published",
    "publish_date": "published",
    "publication date": "published",
    "publishdate": "published",
    "pubdate": "published",
    "publication_date": "published",
    "date_published": "published",
    "datepublished": "published",
    "published_at": "published",
    "updated": "updated",
    "modified": "updated",
    "last_modified": "updated",
    "lastmod": "updated",
    "date_modified": "updated",
    "datemodified": "updated",
    "updated_at": "updated",
    "last updated": "updated",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "section": "section",
    "category": "section",
    "sponsored": "sponsored",
    "correction": "corrections",
    "corrections": "corrections",
    "checker": "ignored",
}

_MONTHS = {
    month: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,"
        "october oct,november nov,december dec".split(","),
        1,
    )
    for month in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})\b.*", re.I)
_MONTH_FIRST = re.compile(r"(?:[a-z]+,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.*", re.I)

_STATEMENT = re.compile(
    r"(?P<key>(?:first |originally |last )?(?:published|updated|modified|posted)|publication date|date|author|byline"
    r"|section|category)(?:\s+(?:on|at)\b)?\s*(?P<colon>:?)\s*(?P<value>\S.*)",
    re.I,
)
_DATED = ("published", "updated")
_STATEMENT_LIMIT = 120  # characters; a longer line is a paragraph
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?", re.I)
_DATE_NOISE = re.compile(  # what may stand beside a date: a weekday, a time zone, marks
    r"[\s,|–—-]|\b(?:at|on)\b|\b[A-Z]{2,4}\b|[+-]\d{4}|\b(?:[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)[a-z]*\b\.?"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d-\d\d(?:T\S+)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})\b",
    re.I,
)


def fold_in(meta: Metadata, key: str, value: object, line: int | None = None) -> Metadata:
    """`meta` with one more statement; keys that mean nothing to us change nothing.

    Raises InputError, with `line`, for a date that is none, for a `sponsored` that is neither true nor false and for
    settings of ours that are none.
    """
    known = _known(key)
    if known is None or value is None or value == "":
        return meta
    read: Any  # each key has a type of its own
    if known in ("published", "updated"):
        read = read_date(value, key, line)
    elif known in ("authors", "corrections"):
        read = tuple(_texts(value))
    elif known == "sponsored":
        read = _truth(value, line)
    elif known == "ignored":
        read = tuple(_ignored(value, line))
    else:
        read = str(value)
    return replace(meta, **{known: read})


def is_known(key: str) -> bool:
    """Whether a key of metadata means something to us."""
    return _known(key) is not None


def _known(key: str) -> str | None:
    return _KEYS.get(key.strip().lower().replace("-", "_")) or _KEYS.get(key.strip().lower())


def read_statement(text: str) -> tuple[str, str] | None:
    """Key and value of a line that states metadata, such as “Published: 2025-05-23”; None for any other line.

    Also read are “Updated May 21, 2025 5:14 PM EDT” and a line that is nothing but a full date. The value
    of a date is only the date; it is empty where none is told (“Published: 3 hours ago”).
    """
    if len(text) > _STATEMENT_LIMIT:
        return None
    stated = _STATEMENT.fullmatch(text.strip())
    if stated is None:
        alone = _only_date(text)
        return ("published", alone) if alone else None
    key, value = stated["key"].lower(), stated["value"]
    known = _KEYS.get(key) or _KEYS[key.split()[-1]]  # “first published”
    if known not in _DATED:
        return (known, value) if stated["colon"] else None
    if _ISO.fullmatch(value) or _DAY_MONTH_YEAR.fullmatch(value):
        return known, value
    if stated["colon"]:
        written = _WRITTEN_DATE.search(value)
        return (known, written[0] if written else "") if written or key != "date" else None
    alone = _only_date(value)
    return (known, alone) if alone else None


def _only_date(text: str) -> str | None:
    """The date that a text is, but for a weekday and a time of day."""
    written = _WRITTEN_DATE.search(text)
    if written is None:
        return None
    around = f"{text[: written.start()]} {text[written.end() :]}"
    if _DATE_NOISE.sub("", _CLOCK.sub("", around)):
        return None
    try:
        read_date(written[0])
    except InputError:  # “June 31, 2025” is left to those who read dates
        return None
    return written[0]


def read_date(value: object, key: str = "date", line: int | None = None) -> date:
    """The day that a value of metadata names, a time of day ignored.

    Read are ISO dates, “23 May 2025”, “May 23, 2025”, 23-05-2025 and 23.05.2025; 05/23/2025 and 23/05/2025 only
    where one of the two can be no month. Raises InputError, with `line`, for anything else.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = str(value).strip()
    try:
        if match := _ISO.fullmatch(written):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_MONTH_YEAR.fullmatch(written):
            return _numeric(int(match[1]), int(match[3]), int(match[4]), match[2])
        if (match := _DAY_FIRST.fullmatch(written)) and match[2].lower() in _MONTHS:
            return date(int(match[3]), _MONTHS[match[2].lower()], int(match[1]))
        if (match := _MONTH_FIRST.fullmatch(written)) and match[1].lower() in _MONTHS:
            return date(int(match[3]), _MONTHS[match[1].lower()], int(match[2]))
    except ValueError:
        pass
    where = f"line {line}: " if line else ""
    raise InputError(f"{where}{key}: {written!r} is not a date; write it as 2025-05-23", line)


def _numeric(first: int, second: int, year: int, separator: str) -> date:
    """A date in numbers; ValueError for 05/06/2025, which countries read in two ways."""
    if separator == "/" and first != second and max(first, second) <= 12:
        raise ValueError
    month_first = separator == "/" and second > 12
    return date(year, first, second) if month_first else date(year, second, first)


def _truth(value: object, line: int | None) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in ("true", "yes", "1", "on"):
        return True
    if word in ("false", "no", "0", "off"):
        return False
    where = f"line {line}: " if line else ""
    raise InputError(f"{where}sponsored: {value!r} is neither true nor false", line)


def _ignored(value: object, line: int | None) -> Iterable[str]:
    """The rules in settings like `{ignore: [F201, name-variant]}`."""
    given = value.get("ignore") if isinstance(value, dict) and set(value) == {"ignore"} else None
    if not isinstance(given, str | list) or not all(isinstance(item, str) for item in given):
        where = f"line {line}: " if line else ""
        raise InputError(f"{where}checker: {value!r} is no setting; write it as checker: {{ignore: [F201]}}", line)
    return (given.replace(",", " ") if isinstance(given, str) else " ".join(given)).split()


def _texts(value: object) -> Iterable[str]:
    """The items of a list, of names and other records by their `name` or `text`; or one text."""
    if isinstance(value, dict):
        yield str(value.get("name") or value.get("text") or next(iter(value.values()), ""))
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for item in value:
            yield from _texts(item) if isinstance(item, dict) else [str(item)]
    else:
        yield str(value)
