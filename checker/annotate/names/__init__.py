"""Names: people, organisations and places, gathered into clusters that are one bearer each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import first_names, fold, places, surnames, well_known_places
from checker.annotate.names.appositions import age_before, beside
from checker.annotate.names.candidates import Candidate, candidates
from checker.annotate.names.capitals import runs
from checker.annotate.names.clusters import assign, fullest
from checker.annotate.names.drafts import Draft
from checker.annotate.names.headlines import in_title_case, known_names
from checker.annotate.names.kinds import (
    has_officers,
    has_surname_shape,
    is_acronym,
    is_located,
    opens_a_person,
    speaks,
    told_by_its_words,
)
from checker.annotate.names.offices import role_of
from checker.annotate.names.title_case import prose_blocks
from checker.annotate.names.words import PARTICLES, SUFFIXES, Words
from checker.article import Article, Mention, Span


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A name as written; `span` leaves out title, possessive and article."""

    kind: NameKind
    name: str
    """The fullest form of its cluster: “Volodymyr Zelenskyy” for “Zelenskyy”."""
    cluster: int
    """Equal for all mentions of one bearer in an article."""
    first: str = ""
    """Of a person as written here: the first name, if any."""
    last: str = ""
    """Of a person as written here: the surname, if any."""
    title: str = ""
    """A courtesy title or rank before it: “Mr”, “Dr”, “Sgt”."""
    role: str = ""
    """An office or trade beside it, as printed: “Defence Minister”, “the producer”."""
    role_span: Span = Span(0, 0)
    age: int | None = None


def find(article: Article) -> Iterator[Name]:
    """The names of every block of prose, in order."""
    words = Words(article)
    drafts: list[Draft] = []
    titles = []
    for block, is_title in prose_blocks(words):
        if is_title:
            titles.append(block)
            continue
        inside = article.tokens.within(block.span.start, block.span.end)
        for candidate in candidates(words, runs(words, block), inside.start):
            drafts.append(_draft(words, candidate, inside.stop))
    if titles:
        known = known_names(assign(drafts))
        for block in titles:
            drafts.extend(in_title_case(words, block, known))
        drafts.sort(key=lambda draft: draft.first)
    drafts = assign(drafts)
    full = fullest(drafts)
    for draft in drafts:
        yield _name(words, draft, full[draft.cluster])


def _name(words: Words, draft: Draft, full: str) -> Name:
    role, role_span = role_of(words, draft.role if draft.kind == "person" else None)
    return Name(
        Span(words.starts[draft.first], words.starts[draft.last - 1] + len(words.base(draft.last - 1))),
        draft.found_by,
        NameKind(draft.kind or "other"),
        full,
        draft.cluster,
        draft.given,
        draft.family,
        draft.title,
        role,
        role_span,
        draft.age if draft.kind == "person" else None,
    )


def _draft(words: Words, candidate: Candidate, stop: int) -> Draft:
    """The candidate with what its words and its neighbours tell."""
    first, last = candidate.first, candidate.last
    text = words.article.text[words.starts[first] : words.starts[last - 1]] + words.base(last - 1)
    kind, firm, found_by = _kind(words, candidate, text)
    may_be_person = kind in ("person", "") or (kind == "place" and not firm)
    after = beside(words, last, stop) if may_be_person else None
    if after and not kind and (after.role or after.age):
        kind, firm, found_by = "person", True, "apposition"
    given, family = _parts(text) if kind == "person" else ("", "")
    role = candidate.before.role or (after.role if after else None)
    return Draft(
        first,
        last,
        text,
        kind,
        firm,
        given,
        family,
        candidate.before.title if kind == "person" else "",
        role,
        after.age if after and after.age else age_before(words, candidate.before.start),
        found_by,
        is_located(words, first),
    )


def _kind(words: Words, candidate: Candidate, text: str) -> tuple[str, bool, str]:
    """The kind of a candidate, whether it is sure, and what told it."""
    first, last = candidate.first, candidate.last
    if candidate.before.title:
        return "person", True, "title"
    if candidate.before.role:
        return "person", True, "office"
    person = opens_a_person(words, first, last)
    told = told_by_its_words(words, first, last)
    if told and not (person and told != "place" and _surname_alone(words, last)):
        return told, True, "word of a name"
    if person and not (has_officers(words, last) and fold(words.texts[first]) not in first_names()):
        return "person", True, "first name"
    if 2 <= last - first <= 3 and _may_be_surname(words, last - 1):
        return "person", False, "surname before a verb of speech"
    if last - first == 1 and is_acronym(text) and not (len(text) > 3 and words.capitalised[text.capitalize()]):
        return "organisation", True, "acronym"
    return _guess(words, first, last, text)


def _guess(words: Words, first: int, last: int, text: str) -> tuple[str, bool, str]:
    """What a candidate probably is, told by lists and by the words beside it."""
    key, single = fold(text), last - first == 1
    if key in places() and (not single or key not in first_names() or key in well_known_places()):
        return "place", not single, "gazetteer"
    if " of " in text or "&" in text:
        return "organisation", False, "joining word"
    if has_officers(words, last):
        return "organisation", False, "officer"
    if speaks(words, first, last) and last - first <= 3:
        known = not single or key in surnames() or key in first_names() or has_surname_shape(text)
        return "person" if known else "organisation", False, "verb of speech"
    if is_located(words, first):
        return "place", False, "preposition"
    if single and (key in first_names() or key in surnames()) and not is_plain_word(text):
        return "person", False, "surname"
    return "", False, "capitals"


def _may_be_surname(words: Words, at: int) -> bool:
    """Whether the word speaks by itself elsewhere, and is neither an ordinary word nor a place."""
    word = words.base(at)
    return word in words.spoken_of and not is_plain_word(word) and fold(word) not in well_known_places()


def _surname_alone(words: Words, last: int) -> bool:
    """Whether the last word of a name stands with “Mr” or before “said” elsewhere: Gordon Banks is a person."""
    return words.base(last - 1) in words.spoken_of


def _parts(text: str) -> tuple[str, str]:
    """First name and surname in a person's name; the first name is empty when there is one word."""
    parts = [part for part in text.split() if part.strip(".,").lower() not in SUFFIXES] or text.split()
    if len(parts) == 1:
        return "", parts[0]
    if len(parts) == 2 and _is_eastern(parts[1]):
        return parts[1], parts[0]
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in PARTICLES:
        at -= 1
    if parts[0].lower() in PARTICLES:
        return "", " ".join(parts)
    return parts[0].rstrip("."), " ".join(parts[at:])


def _is_eastern(part: str) -> bool:
    """Whether it is the “Ki-moon” of Ban Ki-moon, a first name that stands behind the surname."""
    head, hyphen, tail = part.replace("‑", "-").partition("-")
    return bool(hyphen) and head.istitle() and tail.islower()
