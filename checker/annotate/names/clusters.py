"""Which mentions have one bearer: people by surname, organisations by short form and acronym, places by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.annotate.gazetteers import fold
from checker.annotate.names.drafts import Draft
from checker.annotate.names.people import People

_LEGAL_FORMS = frozenset("inc corp corporation co ltd limited llc plc ag sa nv gmbh spa group company the".split())
_SAME_COUNTRY = {
    **dict.fromkeys(("us", "u.s", "usa", "u.s.a", "united states of america", "america"), "united states"),
    **dict.fromkeys(("uk", "u.k", "britain", "great britain"), "united kingdom"),
    "eu": "european union",
    "un": "united nations",
    "u.n": "united nations",
}
_SURE = 3  # votes that a kind has which is no guess
_SMALL = frozenset("of and the for in on de la & - .".split())


def assign(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, each with its cluster, and with a kind where its cluster tells one."""
    people = People()
    named = [people.place(draft) if draft.kind == "person" and draft.given else draft for draft in drafts]
    settled = people.gather(_settle_kinds(named))
    return _Others(people.count, settled).place_all()


def _settle_kinds(drafts: list[Draft]) -> list[Draft]:
    """The drafts, a guessed or missing kind replaced by the one that the same words have most often elsewhere."""
    votes: dict[str, Counter[str]] = {}
    for draft in drafts:
        if draft.kind:
            votes.setdefault(fold(draft.text), Counter())[draft.kind] += _SURE if draft.firm else 1
    settled = []
    for draft in drafts:
        known = votes.get(fold(draft.text))
        if known and not draft.firm and draft.cluster < 0:
            draft = draft._replace(kind=known.most_common(1)[0][0])
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
        return [draft if draft.cluster >= 0 else draft._replace(cluster=self._number(draft)) for draft in self.drafts]

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
