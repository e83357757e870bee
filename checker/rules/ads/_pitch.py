"""How much a sentence sounds like a sales pitch: several independent cues, each of them weak alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from checker.annotate.frequency import frequency
from checker.annotate.stems import stem
from checker.annotate.wordclass import PAST, word_class
from checker.article import Article, Span
from checker.rules.ads._appeals import APPEALS, AUXILIARY, BOOK, appeal, opens_with
from checker.rules.ads._phrasebook import PRICE, Hit, Words, find, single_words, told, trie, words_of
from checker.rules.ads._topic import subject

# An offer or an order to buy says as much as two lesser cues. The weights were set by hand so that news articles stay
# silent, and then tried on advertisements written for the purpose.
WEIGHTS = {
    "label": 2.5,
    "offer": 2.0,
    "order": 2.0,
    "opener": 1.5,
    "benefit": 1.5,  # a product whose use is told to the reader
    "bait": 1.5,
    "call": 1.5,
    "house": 2.5,  # what a publication offers its readers
    "tag": 0.5,  # a thing and its price, in a line that is no sentence
    "second": 1.0,
    "rate": 1.0,
    "product": 1.0,
    "name": 1.0,  # of a product, before a colon
    "use": 1.0,  # a product and a few words that are no sentence
    "brand": 1.0,  # a name that stands nowhere else
    "haste": 1.0,
    "praise": 1.0,
    "ask": 1.0,
    "question": 1.0,
    "apart": 1.0,  # it talks of nothing that the article talks of
    "goods": 1.0,  # off the article's topic
    "self": 1.0,  # of the page, or of what publications offer
    "we": 1.0,  # the house speaks of itself
    "you": 0.5,
    "price": 0.5,
    "shop": 0.5,
    "told": -1.0,  # a statement, not an appeal
    "at home": -1.5,  # it talks of what the article talks of
    "narrated": -2.0,  # it tells of people, or what happened
    "news": -2.0,  # it tells of a change, a recall
    "reported": -4.0,  # somebody says it
}
PHRASES = ("news", "plain", "offer", "rate", "haste", "bait", "call", "praise", "shop", "house", "self")
SELLING = frozenset(
    ("offer", "order", "label", "opener", "benefit", "use", "call", "haste", "bait", "rate", "house", "tag", "goods")
)
SECONDED = frozenset(("offer", "bait", "haste", "call", "house"))
TEMPTING = frozenset(("price", "praise", "shop", "self"))  # with an order to the reader, off the article's topic
ASKING = frozenset(("ask", "question", "price", "rate", "self"))
SAID = {
    "label": "a label",
    "offer": "an offer",
    "order": "an order to the reader",
    "opener": "an appeal to the reader",
    "benefit": "a product and its use",
    "bait": "bait",
    "call": "an address to customers",
    "second": "more of it",
    "rate": "a price",
    "house": "the house's own offer",
    "tag": "a thing and its price",
    "goods": "goods off the article's topic",
    "use": "a product and its use",
    "brand": "a name found nowhere else",
    "haste": "haste",
    "praise": "praise",
    "ask": "an order to the reader",
    "question": "a question to the reader",
}
LINE, SENTENCE = 2.5, 3.0  # the least score of a line by itself, and of a sentence inside a paragraph
APPEALING = 1.0  # the least score of a sentence beside others
WORTH_COMPARING = 1.0  # below this no comparison with the rest of the article can make a pitch of it
FAMILIAR = 4.0  # how frequent a name is in English that is a place or a person rather than a brand, on the Zipf scale
LONGEST_TAG = 16  # words
LONGEST_QUESTION = 100  # characters
FOREIGN, NATIVE = 0.25, 0.5  # shares of its words that the rest of the article has

_WE = frozenset("we our us we're we've we'll".split())
_YOU = frozenset("you your yours you're you'll you've you'd yourself".split())
_QUOTED = re.compile(r"(?<!\d)[\"“]|\breads?: ")  # and not an inch mark
_SPEECH = frozenset(
    "said says told added announced according reported asked wrote claimed warned argued insisted".split()
)
_PAST = frozenset("he she they his him her their them was were had been who i me my explained noted".split())
_THINGS = frozenset("them their".split())  # which may be goods where the reader is spoken to
_TELLING = AUXILIARY | frozenset(
    "ago sold bought its which whose because despite although since while but after".split()
)
_KEPT = _YOU | {PRICE}
_OF_THE_HOUSE = frozenset(("house", "self"))
_INVITING = APPEALS | {"you", "haste"}
_ADDRESSED = frozenset(("you", "we"))
_SELLERS = frozenset(("praise", "offer", "rate", "call", "you", "bait"))
_BEFORE_BRANDS = frozenset("with at from on by to of the for in".split())


class Pitch(NamedTuple):
    """What speaks for a span being a sales pitch, and against it."""

    cues: dict[str, str]
    """Each cue with the words that gave it."""

    @property
    def score(self) -> float:
        """The weights of all cues together."""
        return sum(WEIGHTS[cue] for cue in self.cues)

    @property
    def sells(self) -> bool:
        """Whether one of the cues is of the market, and it does not stand alone."""
        cues = self.cues.keys()
        named = "ask" in cues and bool(cues & {"brand", "rate"} or ("apart" in cues and cues & TEMPTING))
        if cues & {"house", "label"} or ("told" not in cues and {"offer", "apart"} <= cues):
            return True
        return (named or bool(cues & SELLING)) and len(cues - {"apart"}) > 1

    def reaches(self, least: float) -> bool:
        """Whether it sells something, and its score is at least so high."""
        return self.sells and self.score >= least

    @property
    def appeals(self) -> bool:
        """Whether it may be one sentence of a pitch of several."""
        return self.score >= APPEALING and bool(self.cues.keys() & (SELLING | ASKING))

    @property
    def evidence(self) -> str:
        """The cues in words, the heaviest first."""
        ranked = sorted(self.cues.keys() & SAID.keys(), key=lambda cue: (-WEIGHTS[cue], cue))
        return ", ".join(dict.fromkeys(f"{SAID[cue]} (“{self.cues[cue]}”)" for cue in ranked[:3]))


class Listener:
    """Hears the pitches of one article; counts its words when the first doubtful sentence comes."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._stems: Counter[str] = Counter()
        self._words: Counter[str] = Counter()

    def hear(self, span: Span) -> Pitch:
        """The cues of a sentence or a line."""
        text, words = self.article[span], words_of(self.article, span)
        cues, opened = opens_with(text)
        if not cues and not _SPEECH.isdisjoint(words.texts):
            return Pitch({"reported": ""})
        hits = list(find(trie(BOOK, *PHRASES), words.texts))
        if not hits and not cues and not _PAST.isdisjoint(words.texts) and _YOU.isdisjoint(words.texts):
            return Pitch({"narrated": ""})
        cues |= self._phrases(words, hits)
        cues |= appeal(words.texts[self._after(words, span.start + opened) :] if opened else words.texts, text)
        cues |= dict.fromkeys(_circumstances(text, _outside(words.texts, hits), cues), "")
        if "narrated" not in cues and _tells(words.texts):
            cues.pop("told", None)
            cues["narrated"] = ""
        _settle(cues)
        score = Pitch(cues).score
        if score >= 0 and score - sum(min(WEIGHTS[cue], 0.0) for cue in cues) >= WORTH_COMPARING:
            self._compare(span, cues)
            if "told" not in cues and any(word_class(word) == PAST for word in _outside(words.texts, hits)):
                cues["told"] = ""
        return Pitch(cues)

    def together(self, pitches: Sequence[Pitch], span: Span) -> Pitch:
        """The cues of sentences that follow each other as those of one pitch."""
        if len(pitches) == 1:
            return pitches[0]
        cues = {cue: told for pitch in reversed(pitches) for cue, told in pitch.cues.items()}
        cues.pop("apart", None)
        cues.pop("at home", None)
        self._compare(span, cues)
        return Pitch(cues)

    def _after(self, words: Words, offset: int) -> int:
        """The place of the first word that stands at `offset` or later."""
        starts = self.article.tokens.starts
        return next((at for at, token in enumerate(words.first) if starts[token] >= offset), len(words.first))

    def _phrases(self, words: Words, hits: Sequence[Hit]) -> dict[str, str]:
        cues: dict[str, str] = {}
        for hit in hits:
            words_told = self.article[told(self.article, words, hit.first, hit.last)]
            if hit.section in SECONDED and cues.get(hit.section, words_told) != words_told:
                cues["second"] = words_told
            elif hit.section != "plain":
                cues.setdefault(hit.section, words_told)
        return cues

    def _compare(self, span: Span, cues: dict[str, str]) -> None:
        """Note whether the span talks of what the rest of the article talks of, and a name that is only here."""
        tokens = self.article.tokens
        if not self._words:
            self._words.update(tokens.lower)
            for word, count in self._words.items():
                if word[0].isalpha():
                    self._stems[stem(word)] += count
        places = [at for at in tokens.within(span.start, span.end) if tokens.texts[at][0].isalpha()]
        here = Counter(stem(tokens.lower[at]) for at in places)
        inside, any_story = subject(self.article, span)
        elsewhere = {known for known in inside if self._stems[known] > here[known]}
        shared = len(elsewhere)
        telling = inside - any_story
        if shared <= FOREIGN * len(inside) or (telling and len(elsewhere & telling) <= FOREIGN * len(telling)):
            cues["apart"] = ""
            sold = [at for at in places[1:] if _is_sold(tokens.lower[at]) and self._words[tokens.lower[at]] == 1]
            if sold:
                cues.pop("shop", None)
                cues["goods"] = tokens.texts[sold[0]]
        elif shared >= NATIVE * len(inside) and not ("house" in cues and cues.keys() & _INVITING):
            cues["at home"] = ""
        for at in places[1:]:
            if tokens.lower[at - 1] in _BEFORE_BRANDS and stem(tokens.lower[at]) in inside and self._is_brand(at):
                cues["brand"] = tokens.texts[at]

    def _is_brand(self, at: int) -> bool:
        """Whether the token is a name that stands nowhere else, and not one that every reader knows."""
        word = self.article.tokens.texts[at]
        return word[0].isupper() and self._words[word.lower()] == 1 and frequency(word) < FAMILIAR


def _is_sold(word: str) -> bool:
    goods = single_words(BOOK, "goods")
    return word in goods or (word.endswith("s") and word[:-1] in goods)


def _outside(words: Sequence[str], hits: Sequence[Hit]) -> frozenset[str]:
    """The words that are no part of a longer phrase; a price and an address to the reader count there as well."""
    if not hits:
        return frozenset(words)
    inside = {at for hit in hits if hit.last - hit.first > 1 for at in range(hit.first, hit.last)}
    return frozenset(word for at, word in enumerate(words) if at not in inside or word in _KEPT)


def _tells(words: Sequence[str]) -> bool:
    """Whether the second word acts: “The retailer offered free delivery”, “The airline is selling seats”."""
    opened = len(words) > 2 and words[0] in ("the", "a", "an")
    return opened and (words[2] in AUXILIARY or words[2].endswith("ed"))


def _settle(cues: dict[str, str]) -> None:
    """Let the form of a product and its use count only where its use is told in a seller's words."""
    if "product" in cues and cues.keys() & (APPEALS | _SELLERS):
        cues["benefit"] = cues["product"]
    elif "use" not in cues:
        cues.pop("product", None)
    if not cues.keys() & _SELLERS:
        cues.pop("name", None)
    if "house" in cues and cues.keys() & _ADDRESSED:
        cues.pop("told", None)


def _circumstances(text: str, said: frozenset[str], cues: dict[str, str]) -> list[str]:
    """Cues that lie in single words: to whom it speaks, whether it names a price, whether it reports."""
    found = []
    if said & _YOU:
        found.append("you")
        if text.endswith("?") and len(text) <= LONGEST_QUESTION:
            found.append("question")
    ours = cues.keys() & _OF_THE_HOUSE
    if ours and said & _WE:
        found.append("we")
    if PRICE in said and "rate" not in cues:
        found.append("price")
    if PRICE in said and len(said) <= LONGEST_TAG and text[-1] not in ".?!" and said.isdisjoint(_TELLING | _SPEECH):
        found.append("tag")
    if said & _SPEECH:
        found.append("reported")
    elif said & (_PAST - _THINGS if said & _YOU else _PAST) or ("we" in said and not ours) or _QUOTED.search(text):
        found.append("narrated")
    elif said & _TELLING and not cues.keys() & APPEALS:
        found.append("told")
    return found
