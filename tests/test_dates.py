"""Reading dates: the marked lines of `fixtures/annotate/dates.md`, what is kept beside the value, and odd input."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.annotate import dates, sentences
from checker.annotate.dates import Date, Grain
from checker.annotate.dates.tense import Direction, direction
from checker.article import Article, BlockKind, Metadata
from checker.parsers import parse
from checker.tokens import tokenise

FIXTURE = Path(__file__).parent.parent / "fixtures" / "annotate" / "dates.md"
FRIDAY = date(2025, 5, 23)

_BLOCK = re.compile(r"^```dates ?(\S*)\n(.*?)^```$", re.M | re.S)
_MARK = re.compile(r"\[\[([^=\]]+)=([^\]]*)\]\]")


def read(text: str, published: date | None = None) -> tuple[Article, list[Date]]:
    article = parse(text, "case.txt", meta=Metadata(published=published))
    article = replace(article, tokens=tokenise(article.text))
    article = article.with_mentions(tuple(sentences.find(article)))
    return article, list(dates.find(article))


def only(text: str, published: date | None = None) -> Date:
    (found,) = read(text, published)[1]
    return found


def marked_lines() -> Iterator[tuple[str, str]]:
    for published, block in _BLOCK.findall(FIXTURE.read_text(encoding="utf-8")):
        for line in block.splitlines():
            yield published, line


@pytest.mark.parametrize(("published", "line"), list(marked_lines()))
def test_marked_line(published: str, line: str) -> None:
    text = _MARK.sub(r"\1", line)
    article, found = read(text, date.fromisoformat(published) if published else None)
    assert [(article[each.span], each.value) for each in found] == _MARK.findall(line)


def test_a_weekday_and_its_date_are_one_mention() -> None:
    found = only("The trial opens on Tuesday, March 4, 2026.")
    assert (found.year, found.month, found.day, found.weekday) == (2026, 3, 4, 1)
    assert (found.first, found.last, found.resolved) == (date(2026, 3, 4), date(2026, 3, 4), False)


def test_a_supplied_year_is_not_as_written() -> None:
    found = only("The trial opened on March 4.", FRIDAY)
    assert (found.value, found.year, found.resolved) == ("2025-03-04", None, True)


def test_an_impossible_date_keeps_what_is_written() -> None:
    found = only("The grant ends on 31 September 2024.")
    assert (found.value, found.first, found.year, found.month, found.day) == ("", None, 2024, 9, 31)


def test_an_impossible_time_keeps_what_is_written() -> None:
    found = only("Doors open at 25:00 GMT.")
    assert (found.value, found.grain, found.clock) == ("", Grain.TIME, "25:00 GMT")


@pytest.mark.parametrize(
    ("words", "first", "last", "grain"),
    [
        ("in February 2024", date(2024, 2, 1), date(2024, 2, 29), Grain.MONTH),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31), Grain.DECADE),
        ("in the 19th century", date(1800, 1, 1), date(1899, 12, 31), Grain.CENTURY),
        ("in the third quarter of 2024", date(2024, 7, 1), date(2024, 9, 30), Grain.QUARTER),
        ("from 2014 to 2016", date(2014, 1, 1), date(2016, 12, 31), Grain.RANGE),
        ("this week", date(2025, 5, 19), date(2025, 5, 25), Grain.WEEK),
        ("2019-present", date(2019, 1, 1), None, Grain.RANGE),
        ("for three days", None, None, Grain.DURATION),
        ("15 times a year", None, None, Grain.SET),
        ("for several years", None, None, Grain.VAGUE),
    ],
)
def test_the_days_covered(words: str, first: date | None, last: date | None, grain: Grain) -> None:
    found = only(f"It happened {words}.", FRIDAY)
    assert (found.first, found.last, found.grain) == (first, last, grain)


def test_what_stands_before_a_date_bounds_it() -> None:
    found = read("Open since 2019, until June 2024 and from 3 July 2024; shut in 2025.")[1]
    assert [each.bound for each in found] == ["since", "until", "from", ""]


def test_what_narrows_a_date_is_kept() -> None:
    found = read("It came in early 2016, mid-May 2017 and at the end of 2018.")[1]
    assert [each.part for each in found] == ["early", "mid", "end"]


def test_the_rest_of_a_timeline_entry_is_told_from_its_date() -> None:
    text = "A war in dates\n\nHow it began.\n\n- 27 June 2005: Talks are held, and next year looks better.\n"
    article, found = read(text, FRIDAY)
    assert [(article[each.span], each.value) for each in found] == [
        ("27 June 2005", "2005-06-27"),
        ("next year", "2006"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "2014:",
        "2022–2025:",
        "2014—",
        "May 23, 2025:",
        "Friday, May 9, 2025:",
        "3-5 May –",
        "Mid-May:",
        "Summer 2024:",
        "1990s:",
        "May 9 (Friday):",
        "Ongoing:",
    ],
)
def test_a_bullet_that_opens_with_a_date_is_a_timeline_entry(lead: str) -> None:
    blocks = parse(f"A war in dates\n\nIt was long.\n\n- {lead} The town falls.\n", "case.txt").blocks
    assert blocks[-1].kind is BlockKind.TIMELINE_ENTRY


@pytest.mark.parametrize("lead", ["May said:", "Marching orders:", "2014 was good:", "10 people –", "Mayhem 2 –"])
def test_another_bullet_is_none(lead: str) -> None:
    blocks = parse(f"A war in dates\n\nIt was long.\n\n- {lead} The town falls.\n", "case.txt").blocks
    assert blocks[-1].kind is BlockKind.LIST_ITEM


@pytest.mark.parametrize(
    ("clause", "looks"),
    [
        ("the council met on *", Direction.PAST),
        ("the council will meet on *", Direction.FUTURE),
        ("the vote is due on *", Direction.FUTURE),
        ("trains stopped due to the snow on *", Direction.PAST),
        ("markets are closed until *", Direction.FUTURE),
        ("the plan is expected to be published on *", Direction.FUTURE),
        ("blue as on *", Direction.UNKNOWN),
    ],
)
def test_direction(clause: str, looks: Direction) -> None:
    words = clause.split()
    assert direction(words, len(words) - 1, len(words), 0, len(words)) is looks


PARTS = st.sampled_from(
    "0 00 000 1 3 12 23 29 30 31 32 51 60 99 999 1000 1599 1600 2000 2024 2099 9999 99999 1,984 23.05.2025 10.30 24 "
    "١٢٣ ２０２５ ² Ⅻ May may March Sept Sept. Feb Tuesday Mon Sun first twenty-first second final half quarter "
    "century century's day days week weekend year years decade month minutes hours fortnight ago earlier later last "
    "next this the a of to and between from since until early mid end morning tonight yesterday spring fall Q GMT p.m. "
    "am + - – — / : . , ' ’ ( ) s st th % $ every per daily few couple one zero million old long-lived \n".split(" ")
)
SOUP = st.lists(PARTS, max_size=40).flatmap(lambda parts: st.sampled_from([" ", ""]).map(lambda gap: gap.join(parts)))
DAYS = st.sampled_from([None, date.min, FRIDAY, date(2024, 2, 29), date.max])


@settings(max_examples=400, deadline=None)
@given(SOUP, DAYS)
def test_any_soup_of_date_words_is_read(text: str, published: date | None) -> None:
    article, found = read(f"A line.\n\n{text}", published)  # a file with nothing in it is no article
    for each in found:
        assert article[each.span].strip() == article[each.span] != ""
        assert each.first is None or each.last is None or each.first <= each.last or each.grain is Grain.RANGE
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), DAYS)
def test_any_text_is_read(text: str, published: date | None) -> None:
    read(f"A line.\n\n{text}", published)


@pytest.mark.parametrize("piece", ["May 3-", "2014 to ", "1 ", "the last ", "twenty-", "10:", "a ", "Tuesday, ", "'9"])
def test_a_long_line_takes_time_by_its_length(piece: str) -> None:
    started = time.process_time()
    read(piece * (200_000 // len(piece)), FRIDAY)
    assert time.process_time() - started < 8  # seconds: a quadratic reader would take minutes
