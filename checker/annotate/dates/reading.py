"""Reading the dates of an article: grammar, readers, and what they are resolved against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from checker.annotate.dates import clock, durations, parts_of_years, relative, written
from checker.annotate.dates.calendar import Grain, Reading, on_day
from checker.annotate.dates.grammar import Phrase, Scanner
from checker.annotate.dates.guards import counted, is_month, is_weekday, is_year
from checker.annotate.dates.ranges import Found, is_change, join
from checker.annotate.dates.setting import Setting, only_year
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind
from checker.tokens import Tokens

_Reader = Callable[[Phrase, Setting], Reading | None]
_Bounds = tuple[list[int], list[int]]

_READERS: dict[str, _Reader] = {
    "iso date": written.read_iso,
    "numeric date": written.read_numeric,
    "weekday and date": written.read_date,
    "date": written.read_date,
    "days of a month": written.read_days,
    "month and year": written.read_month_and_year,
    "century": written.read_century,
    "decade": written.read_decade,
    "season": parts_of_years.read_season,
    "year range": written.read_years,
    "open range": written.read_open_range,
    "edge of a month": written.read_month,
    "edge of a year": written.read_year,
    "short year": written.read_year,
    "month": written.read_month,
    "year": written.read_year,
    "date of a year": relative.read_date_of_year,
    "month of a year": relative.read_month_of_year,
    "quarter": parts_of_years.read_quarter,
    "half": parts_of_years.read_half,
    "week of a date": parts_of_years.read_week_of_date,
    "week of a month": parts_of_years.read_week_of_month,
    "ago": relative.read_ago,
    "edge of a time": relative.read_edge,
    "relative weekday": relative.read_relative_weekday,
    "relative": relative.read_relative,
    "day word": relative.read_day_word,
    "weekend": relative.read_weekend,
    "the day": relative.read_the_day,
    "the season": parts_of_years.read_season,
    "same time": relative.read_same_time,
    "weekday": relative.read_weekday,
    "span of time": durations.read_span_of_time,
    "recent": durations.read_recent,
    "duration": durations.read_duration,
    "set": durations.read_set,
    "bare units": durations.read_bare_units,
    "clock": clock.read_clock,
    "clock and day": relative.read_clock_and_day,
}
_GUARDS: dict[str, Callable[[Phrase, Setting], bool]] = {"year": is_year, "month": is_month, "weekday": is_weekday}


def read(article: Article) -> list[Found]:
    """The dates of the article and the tokens they stand in."""
    scanner, sentences = Scanner(article.tokens, article.text), _sentence_bounds(article)
    anchor = article.meta.published
    setting = Setting(anchor, None, article.tokens.lower)
    found = _read_all(article, scanner, setting, sentences)
    if anchor is None and (year := _own_year(found)):
        found = _read_all(article, scanner, Setting(None, year, article.tokens.lower), sentences)
    return list(_with_days(join(found, article.tokens), sentences[0], anchor))


def _read_all(article: Article, scanner: Scanner, setting: Setting, sentences: _Bounds) -> list[Found]:
    return [
        found for block in article.prose() for found in _in_block(block, article.tokens, scanner, setting, sentences)
    ]


def _in_block(block: Block, tokens: Tokens, scanner: Scanner, setting: Setting, sentences: _Bounds) -> Iterator[Found]:
    inside = tokens.within(block.span.start, block.span.end)
    setting.block, setting.entry = (inside.start, inside.stop), None
    at, stop = inside.start, inside.stop
    while at < inside.stop:
        phrase = scanner.next(at, stop)
        if phrase is None:
            if stop == inside.stop:
                return
            at, stop = at + 1, inside.stop
            continue
        number = max(0, bisect_right(sentences[0], phrase.start) - 1)
        setting.bounds = (
            (sentences[0][number], min(sentences[1][number], inside.stop)) if sentences[0] else setting.block
        )
        reading = _read(phrase, setting)
        if reading is None and phrase.rule != "age":
            at, stop = phrase.start, phrase.end - 1  # perhaps fewer of the words are a date
            continue
        at, stop = phrase.end, inside.stop
        if reading is not None:
            yield Found(phrase.rule, phrase.start, phrase.end, reading)
            _remember(phrase, reading, block, setting)


def _remember(phrase: Phrase, reading: Reading, block: Block, setting: Setting) -> None:
    """Let what follows be read from this date: “the same day”, and the rest of a timeline entry."""
    if reading.grain in (Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.YEAR) and reading.first is not None:
        setting.latest = reading
        if block.kind is BlockKind.TIMELINE_ENTRY and phrase.start == setting.block[0]:
            setting.entry = reading.first


def _read(phrase: Phrase, setting: Setting) -> Reading | None:
    """What a phrase means; None when it is no date after all."""
    guard = _GUARDS.get(phrase.rule)
    if guard is not None and not guard(phrase, setting):
        return None
    if phrase.rule == "year range" and (is_change(setting.words, phrase.start) or counted(setting.word(phrase.end))):
        return None
    if any(
        word[-2:] in ("'s", "’s") and setting.words[phrase.start + at + 1] != "("
        for at, word in enumerate(setting.words[phrase.start : phrase.end - 1])
    ):
        return None  # May's 12 ministers, but Wednesday's (May 7) match
    reader = _READERS.get(phrase.rule)
    return reader(phrase, setting) if reader else None


def _sentence_bounds(article: Article) -> _Bounds:
    """The first token of every sentence, and the one behind its last."""
    tokens = article.tokens
    inside = [tokens.within(each.span.start, each.span.end) for each in article.mentioned(Sentence)]
    return [each.start for each in inside], [each.stop for each in inside]


def _own_year(found: Iterable[Found]) -> int | None:
    """The year of all full dates of the article, when they have but one."""
    return only_year(each.reading.year for each in found if each.reading.year and each.reading.day)


def _with_days(found: Sequence[Found], starts: Sequence[int], anchor: date | None) -> Iterator[Found]:
    """The same, times of day given the day of their sentence, or else the day that the article speaks from."""
    days: dict[int, list[Found]] = {}
    for each in found:
        if each.reading.grain is Grain.DAY and each.reading.first is not None:
            days.setdefault(bisect_right(starts, each.start), []).append(each)
    speaking = on_day(anchor) if anchor else None
    for each in found:
        if each.reading.grain is not Grain.TIME or each.reading.first is not None:
            yield each
            continue
        near = days.get(bisect_right(starts, each.start), ())
        day = min(near, key=lambda other: abs(other.start - each.start)).reading if near else speaking
        yield each._replace(reading=clock.on_its_day(each.reading, day))
