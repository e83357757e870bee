"""From the mention beside a quotation to a name, where that is safe: “he” and “the spokesman” to the only one meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from checker.annotate.names import Name, NameKind
from checker.annotate.names.gender import PRONOUNS, by_title
from checker.annotate.quotes.function_words import CONTRACTIONS
from checker.article import Article, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LINKS = re.compile(r"\s(?:of|for|at|from|with|in|to|on|by|who|during|after)\s|,")
_DEFINITE = re.compile(r"(?:the|his|her|its|their)\s", re.I)
_IN_APPOSITION = re.compile(r",\s(?:[A-Z][\w.]*\s){0,3}")  # the spokeswoman, Ms Holm
_APPOSITION = 60  # characters for the name
_OTHERS = frozenset("former ex late acting new next first second other younger elder".split())
_REACH = 1500  # characters: two or three paragraphs back


class Bearers:
    """The people of an article, asked in order whom a mention means; only those outside quotation marks count."""

    def __init__(self, article: Article, quotations: Sequence[Span]) -> None:
        self.article = article
        self.people: list[Name] = []
        self.gender: dict[int, str] = {}
        self.surnames: dict[str, dict[int, Name]] = defaultdict(dict)
        self.offices: dict[str, dict[int, Name]] = defaultdict(dict)
        starts = [span.start for span in quotations]
        for name in article.mentioned(Name):
            if name.kind is not NameKind.PERSON:
                continue
            at = bisect_right(starts, name.span.start) - 1
            if at < 0 or name.span.start >= quotations[at].end:
                self.people.append(name)
            if known := by_title(name):
                self.gender.setdefault(name.cluster, known)
            if not name.last.isupper():
                self.surnames[name.last.lower()].setdefault(name.cluster, name)
            for word in _WORD.findall(name.role.lower()):
                self.offices[word].setdefault(name.cluster, name)
        self._starts = [name.span.start for name in self.people]

    def resolve(self, speaker: Span, bearer: Span | None, last: tuple[int, str] | None) -> tuple[int, str]:
        """The number of the cluster (-1 for none) and the name of who speaks, as printed where it is not sure.

        `last` is what this gave for the quotation before.
        """
        span = bearer or speaker
        printed = self.article[span]
        if printed.isupper() and len(printed) > 2:
            called = self.surnames.get(printed.split()[-1].lower(), {})
            meant = next(iter(called.values())) if len(called) == 1 else None
            return (meant.cluster, meant.name) if meant else (-1, printed)
        if named := self._named(span):
            return named.cluster, named.name
        opening = _WORD.match(printed)
        word = opening[0].lower() if opening else ""
        gender = PRONOUNS.get(CONTRACTIONS.get(word, word))
        if gender is None:
            meant = self._in_office(printed)
        elif meant := self._meant(span.start, gender, last):
            self.gender.setdefault(meant.cluster, gender)
        return (meant.cluster, meant.name) if meant else (-1, printed)

    def _named(self, span: Span) -> Name | None:
        """The name that is the head of a phrase: Sharp in “Twitter’s Adam Sharp”, none in “a lawyer for Coastal”."""
        link = _LINKS.search(self.article[span])
        end = span.start + link.start() if link else span.end
        found = [name for name in self.article.mentioned(Name, Span(span.start, span.end)) if name.span.start < end]
        if found and end - found[-1].span.end <= 2 and found[-1].kind is not NameKind.PLACE:
            return found[-1]
        beside = self.article.mentioned(Name, Span(span.end, span.end + _APPOSITION))
        if beside and _IN_APPOSITION.fullmatch(self.article.text, span.end, beside[0].span.start):
            return beside[0] if beside[0].kind is NameKind.PERSON else None
        return None

    def _meant(self, at: int, gender: str, last: tuple[int, str] | None) -> Name | None:
        """Whom “he” means at offset `at`: the only man within reach, or the last one named if he spoke last."""
        first, stop = bisect_left(self._starts, at - _REACH), bisect_left(self._starts, at)
        near = [name for name in self.people[first:stop] if self.gender.get(name.cluster, gender) == gender]
        if not near:
            return None
        clusters = {name.cluster for name in near}
        if len(clusters) == 1 or (last and near[-1].cluster == last[0]):
            return near[-1]
        block = self.article.block_at(at).span.start
        here = [name for name in near if name.span.start >= block]
        if len({name.cluster for name in here}) != 1 or self._pronoun_before(block, here[0], gender):
            return None
        return near[-1]

    def _pronoun_before(self, start: int, name: Name, gender: str) -> bool:
        """Whether “he” stands in the block before the name, so that it goes on to mean somebody else."""
        before = _WORD.findall(self.article.text[max(start, name.span.start - _REACH) : name.span.start].lower())
        return any(PRONOUNS.get(word) == gender for word in before)

    def _in_office(self, printed: str) -> Name | None:
        """Whom “the spokesman” means: the only one who bears that office."""
        words = _WORD.findall(_LINKS.split(printed, maxsplit=1)[0].lower()) if _DEFINITE.match(printed) else []
        found = self.offices.get(words[-1], {}) if words and _OTHERS.isdisjoint(words) else {}
        return next(iter(found.values())) if len(found) == 1 else None
