"""Whether a person is a man or a woman: by “Mr”, by an office such as “spokeswoman”, by a first name."""

from __future__ import annotations

from functools import cache

from checker.annotate.gazetteers import fold
from checker.annotate.names import Name, NameKind
from checker.article import Article
from checker.data import lines

MAN, WOMAN = "man", "woman"
SUBJECTS = {"he": MAN, "she": WOMAN}
"""The pronouns that can be the subject of a sentence."""
PRONOUNS = SUBJECTS | {"him": MAN, "his": MAN, "her": WOMAN, "hers": WOMAN}

_TITLES = {
    **dict.fromkeys("mr sir lord baron brother".split(), MAN),
    **dict.fromkeys("mrs ms miss dame lady madam mme baroness".split(), WOMAN),
}
# “Actor” and “chairman” are not here: many papers say them of women too.
_OFFICES = {
    **dict.fromkeys("congressman spokesman businessman policeman fireman king prince".split(), MAN),
    **dict.fromkeys(
        "congresswoman spokeswoman chairwoman businesswoman policewoman actress queen princess".split(), WOMAN
    ),
}
_THROUGH = frozenset("through by via".split())  # Lee, through a spokeswoman, declined


def by_title(name: Name) -> str:
    """MAN or WOMAN by the courtesy title; empty when there is none that tells."""
    return _TITLES.get(name.title.lower().rstrip("."), "")


def by_title_or_office(name: Name) -> str:
    """MAN or WOMAN by what the article calls the person; empty when that does not tell."""
    words = name.role.lower().split()
    by_office = _OFFICES.get(words[-1], "") if words and words[0] not in _THROUGH else ""
    return by_title(name) or by_office


def genders(article: Article) -> dict[int, str]:
    """MAN or WOMAN for each person whose title or first name tells, and "" for others who are introduced."""
    found: dict[int, set[str]] = {}
    for name in article.mentioned(Name):
        if name.kind is NameKind.PERSON and (name.first or name.title):
            known = by_title(name) or _first_names().get(fold(name.first))
            found.setdefault(name.cluster, set()).update([known] if known else [])
    return {cluster: next(iter(known)) if len(known) == 1 else "" for cluster, known in found.items()}


@cache
def _first_names() -> dict[str, str]:
    """The first names that tell, folded."""
    found: dict[str, str] = {}
    for line in lines("gendered_names.txt"):
        gender, *names = line.split()
        found.update(dict.fromkeys(names, gender))
    return found
