"""Which mentions bear one name: surname and first name of a person, short forms and acronyms of an organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.annotate.gazetteers import fold, same_first_name, well_known_places

_LEGAL_FORMS = frozenset("inc corp corporation co ltd limited llc plc ag sa nv gmbh spa group company the".split())
_SAME_COUNTRY = {
    **dict.fromkeys(("us", "u.s", "usa", "u.s.a", "united states of america", "america"), "united states"),
    **dict.fromkeys(("uk", "u.k", "britain", "great britain"), "united kingdom"),
    "eu": "european union",
    "un": "united nations",
    "u.n": "united nations",
}
_WITH_FIRST_NAME = ("", "sir", "dame", "sister", "brother", "father", "miss", "lady")
_SMALL = frozenset("of and the for in on de la & - .".split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A name before it is known who bears it; `kind` is a NameKind's value or nothing yet."""

    first: int
    last: int
    text: str
    kind: str = ""
    firm: bool = False
    """Whether the kind is sure, not a guess from the neighbourhood."""
    given: str = ""
    family: str = ""
    title: str = ""
    role: tuple[int, int] | None = None
    age: int | None = None
    found_by: str = "capitals"
    located: bool = False
    """Whether a preposition of place stands before it."""
    cluster: int = -1


@dataclass(slots=True)
class _Person:
    number: int
    given: set[str]
    place: int
    """The token where the bearer was last named in full."""


def assign(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, each with its cluster, and with a kind where its cluster tells one."""
    people = _People()
    settled = _settle_kinds([people.place(draft) if _in_full(draft) else draft for draft in drafts])
    settled = [people.attach(draft) if draft.cluster < 0 else draft for draft in settled]
    return _Others(people.count, settled).place_all()


def _in_full(draft: Draft) -> bool:
    return draft.kind == "person" and bool(draft.given)


class _People:
    """The people of the article by surname."""

    def __init__(self) -> None:
        self.count = 0
        self.by_family: dict[str, list[_Person]] = {}
        self.by_given: dict[str, list[_Person]] = {}

    def place(self, draft: Draft) -> Draft:
        """A draft with first name and surname, put with the bearer of a compatible first name or made a new one."""
        family, given = family_key(draft.family), fold(draft.given)
        for person in self.by_family.get(family, ()):
            if all(same_first_name(given, known) for known in person.given):
                break
        else:
            person = self._add(family)
        if given not in person.given:
            person.given.add(given)
            self.by_given.setdefault(given, []).append(person)
        person.place = draft.first
        return replace(draft, cluster=person.number)

    def attach(self, draft: Draft) -> Draft:
        """A draft that is one word, put with the person whose surname or only first name it is."""
        key = fold(draft.text)
        bearers = self.by_family.get(family_key(draft.family or draft.text), [])
        if bearers and not (draft.located and key in well_known_places()) and _may_be_person(draft):
            before = [person for person in bearers if person.place <= draft.first]
            person = max(before, key=lambda person: person.place) if before else bearers[0]
            return replace(draft, kind="person", family=draft.family or draft.text, cluster=person.number)
        named = self.by_given.get(key, [])
        if (
            len(named) == 1
            and not draft.role
            and draft.title.lower() in _WITH_FIRST_NAME
            and key not in well_known_places()
            and _may_be_person(draft)
        ):
            return replace(draft, kind="person", given=draft.text, family="", cluster=named[0].number)
        if draft.kind == "person":
            family = draft.family or draft.text
            return replace(draft, family=family, cluster=self._add(family_key(family)).number)
        return draft

    def _add(self, family: str) -> _Person:
        person = _Person(self.count, set(), 0)
        self.count += 1
        self.by_family.setdefault(family, []).append(person)
        return person


def _may_be_first_name(draft: Draft, key: str) -> bool:
    """Whether one word can be somebody's first name: not Prince Charles, nor a city."""
    if draft.role or draft.title.lower() not in _WITH_FIRST_NAME or key in well_known_places():
        return False
    return _may_be_person(draft)


def family_key(family: str) -> str:
    """What two surnames are compared by: the last word, folded."""
    return fold(family.rpartition(" ")[2])


def _may_be_person(draft: Draft) -> bool:
    return draft.kind == "person" or (" " not in draft.text and not (draft.firm and draft.kind == "organisation"))


def _settle_kinds(drafts: list[Draft]) -> list[Draft]:
    """The drafts, a guessed or missing kind replaced by the one that the same words have most often elsewhere."""
    votes: dict[str, Counter[str]] = {}
    for draft in drafts:
        if draft.kind:
            votes.setdefault(fold(draft.text), Counter())[draft.kind] += 3 if draft.firm else 1
    settled = []
    for draft in drafts:
        known = votes.get(fold(draft.text))
        if known and not draft.firm and draft.cluster < 0:
            draft = replace(draft, kind=known.most_common(1)[0][0])
        settled.append(draft)
    return settled


class _Others:
    """Organisations, places and what else has a name."""

    def __init__(self, count: int, drafts: list[Draft]) -> None:
        self.count = count
        self.drafts = drafts
        self.numbers: dict[str, int] = {}
        self.short: dict[str, set[str]] = {}
        for draft in drafts:
            if draft.cluster < 0 and len(draft.text.split()) > 1:
                self._note_short_forms(draft)

    def _note_short_forms(self, draft: Draft) -> None:
        key = organisation_key(draft.text)
        parts = [word for word in key.split() if word not in _SMALL]
        if len(parts) > 1:
            self.short.setdefault("".join(word[0] for word in parts), set()).add(key)
            if draft.kind == "organisation":
                self.short.setdefault(parts[0], set()).add(key)

    def place_all(self) -> list[Draft]:
        """Every draft with its cluster."""
        return [draft if draft.cluster >= 0 else replace(draft, cluster=self._number(draft)) for draft in self.drafts]

    def _number(self, draft: Draft) -> int:
        key = organisation_key(draft.text)
        full = self.short.get(key.replace(".", ""), set())
        if len(full) == 1 and draft.kind != "place" and " " not in draft.text:
            key = next(iter(full))
        if key not in self.numbers:
            self.numbers[key] = self.count
            self.count += 1
        return self.numbers[key]


def organisation_key(text: str) -> str:
    """A name folded and without its legal form: “Goldman Sachs Group Inc” is “goldman sachs”."""
    parts = [part for part in fold(text).replace(",", " ").split() if part.rstrip(".") not in _LEGAL_FORMS]
    return _SAME_COUNTRY.get(fold(text).rstrip("."), " ".join(parts) or fold(text))


def fullest(drafts: Sequence[Draft]) -> dict[int, str]:
    """For each cluster the mention with the most words, the first of them."""
    best: dict[int, tuple[int, str]] = {}
    for draft in drafts:
        length = len(draft.text.split()) * 2 - draft.text.isupper()
        if draft.cluster not in best or length > best[draft.cluster][0]:
            best[draft.cluster] = (length, draft.text)
    return {cluster: text for cluster, (_, text) in best.items()}
