"""The people of an article: whom a full name, a surname or a first name stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.annotate.frequency import frequency
from checker.annotate.gazetteers import fold, places, same_first_name, surnames, well_known_places
from checker.annotate.names.drafts import Draft
from checker.annotate.names.nearness import Shelves

_WITH_FIRST_NAME = ("", "sir", "dame", "sister", "brother", "father", "miss", "lady")
_LONG = 6  # letters: shorter words are near to others by chance
_NAMESAKES = 20  # bearers of one surname; of so many, only the same first name is the same person


@dataclass(slots=True)
class _Family:
    """The bearers of one surname, by number: the first, the one named last, and whose first names are known."""

    first: int
    latest: int
    by_given: dict[str, int] = field(default_factory=dict)


class People:
    """The people found so far, each with a number."""

    def __init__(self) -> None:
        self.count = 0
        self._families: dict[str, _Family] = {}
        self._by_given: dict[str, set[int]] = {}
        self._shelves: Shelves | None = None
        """The surnames of all who are named in full, set out when the first is missed."""

    def gather(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with the number of the person they stand for, where they stand for one."""
        found = []
        for draft in drafts:
            if draft.cluster >= 0:
                self._families[family_key(draft.family)].latest = draft.cluster
            found.append(draft if draft.cluster >= 0 else self._attach(draft))
        return found

    def place(self, draft: Draft) -> Draft:
        """A draft with first name and surname, put with the bearer of a compatible first name or made a new one."""
        key, given = family_key(draft.family), fold(draft.given)
        family = self._families.get(key)
        number = _bearer(family, given) if family else -1
        if number < 0:
            family, number = self._add(key)
        if family:
            family.by_given.setdefault(given, number)
        self._by_given.setdefault(given, set()).add(number)
        return draft._replace(cluster=number)

    def _attach(self, draft: Draft) -> Draft:
        """A draft without first name, put with the person whose surname or only first name it is."""
        key, known = fold(draft.text), draft.family or draft.text
        family = self._families.get(family_key(known))
        if family and _may_be_person(draft) and not (draft.located and key in well_known_places()):
            return draft._replace(kind="person", family=known, cluster=family.latest)
        if not family and (near := self._misspelt(draft, key)):
            return draft._replace(kind="person", family=known, cluster=near.latest)
        named = self._by_given.get(key, set())
        if len(named) == 1 and _may_be_first_name(draft, key):
            return draft._replace(kind="person", given=draft.text, family="", cluster=next(iter(named)))
        if draft.kind == "person":
            return draft._replace(family=known, cluster=self._add(family_key(known))[1])
        return draft

    def _misspelt(self, draft: Draft, key: str) -> _Family | None:
        """The family whose surname a word that is no word seems to be, misspelt: whoever speaks is still the same."""
        if (
            draft.firm
            or " " in draft.text
            or len(key) < _LONG
            or frequency(key)
            or key in surnames()
            or key in places()
        ):
            return None
        if self._shelves is None:
            self._shelves = Shelves(self._families)
        near = self._shelves.near(key)
        return self._families[near[0]] if len(near) == 1 and near[0][0] == key[0] else None

    def _add(self, key: str) -> tuple[_Family, int]:
        number, self.count = self.count, self.count + 1
        return self._families.setdefault(key, _Family(number, number)), number


def _bearer(family: _Family, given: str) -> int:
    """The number of the bearer one of whose first names goes with `given`; -1 when there is none."""
    if given in family.by_given or len(family.by_given) > _NAMESAKES:
        return family.by_given.get(given, -1)
    return next((number for known, number in family.by_given.items() if same_first_name(given, known)), -1)


def _may_be_first_name(draft: Draft, key: str) -> bool:
    """Whether one word can be somebody's first name: not Prince Charles, nor a city."""
    if draft.role or draft.title.lower() not in _WITH_FIRST_NAME or key in well_known_places():
        return False
    return _may_be_person(draft)


def _may_be_person(draft: Draft) -> bool:
    return draft.kind == "person" or (" " not in draft.text and not (draft.firm and draft.kind == "organisation"))


def family_key(family: str) -> str:
    """What two surnames are compared by: the last word, folded."""
    return fold(family.rpartition(" ")[2])
