"""What bears a name, told by the words in it and beside it: “Inc” is an organisation, “River” a place, “said” a person."""

from __future__ import annotations

from checker.annotate.capitals import SAID, Words
from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import COUNTRY_SHORT, first_names, fold, places, surnames, well_known_places

ORGANISATION_WORDS = frozenset(
    "inc corp corporation co ltd limited llc plc company companies group holdings bancorp bank banks ministry department dept "
    "office agency authority administration bureau commission committee council board court courts tribunal parliament "
    "senate congress assembly house cabinet party union association federation confederation league club society "
    "institute institution foundation trust fund university college school academy hospital clinic church museum gallery theatre theater "
    "orchestra times post journal herald tribune gazette guardian telegraph mirror daily news magazine press agence radio tv television network "
    "airlines airways air motor motors industries systems technologies technology software laboratories labs pharmaceuticals "
    "energy oil gas petroleum electric steel securities partners capital investments insurance financial services stores "
    "entertainment pictures studios records films productions police force forces army navy guard corps service "
    "organization organisation forum coalition alliance campaign centre center nations conference congregation "
    "exchange enterprises enterprise international brothers bros associates communications telecom airline brewery "
    "brigade regiment squad team united city rovers wanderers athletic fc afc rfc cc democrats republicans liberals "
    "conservatives pac pacs coop cooperative syndicate consortium collective initiative project programme program "
    "reserve treasury secretariat directorate inspectorate constabulary tories labour ltda sa ag gmbh nv spa bhd pty".split()
)
PLACE_WORDS = frozenset(
    "river lake mount mountain mountains mt island islands isle isles sea ocean bay gulf strait straits canal street road "
    "avenue ave lane square park forest desert valley hill hills county province region state district borough peninsula "
    "cape coast beach bridge airport station harbour harbor port tower palace castle stadium arena plaza boulevard highway "
    "village town territory republic kingdom emirates shire heights falls creek canyon basin border gardens".split()
)
EVENT_WORDS = frozenset(
    "war cup prize award awards oscar oscars olympics games championship championships open festival act bill law treaty "
    "accord agreement accords summit talks day week month year eve christmas easter ramadan revolution election elections trophy prix "
    "series masters tour final premiership show movie album song article amendment plan deal protocol convention report "
    "question".split()
)
_PLACE_FIRST = frozenset("mount lake cape port fort gulf isle river bay".split())
_ORGANISATION_FIRST = frozenset("university bank ministry department house".split())
_PLACE_BEFORE = frozenset("in near at outside across throughout around into towards toward".split())


def told_by_its_words(words: Words, first: int, last: int) -> str:
    """“place”, “organisation” or “other” when a word of the name says so, else nothing."""
    if (
        fold(words.article.text[words.starts[first] : words.starts[last - 1]] + words.base(last - 1))
        in well_known_places()
    ):
        return "place"
    head = head_of(words, first, last)
    word = words.base(head).lower()
    if last - first == 1:
        return _told_by_one_word(words, first)
    if word in ORGANISATION_WORDS or words.lower[first] in _ORGANISATION_FIRST:
        return "organisation"
    if word in PLACE_WORDS or (words.lower[first] in _PLACE_FIRST and head != first):
        return "place"
    return "other" if word in EVENT_WORDS else ""


def _told_by_one_word(words: Words, at: int) -> str:
    text = words.base(at)
    lower = text.lower()
    if text in COUNTRY_SHORT:
        return "place"
    if lower in ("congress", "senate", "parliament", "treasury", "pentagon", "kremlin", "commons", "labour"):
        return "organisation"
    return "other" if lower in EVENT_WORDS else ""


def head_of(words: Words, first: int, last: int) -> int:
    """The last word before “of” or “for”: the Bank of England is a bank."""
    for at in range(first + 1, last):
        if words.texts[at] in ("of", "for"):
            return at - 1
    return last - 2 if words.texts[last - 1] == "." and last - 2 >= first else last - 1


def is_acronym(text: str) -> bool:
    """Whether a word is made of capitals: “NATO”, “U.S.”."""
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def opens_a_person(words: Words, first: int, last: int) -> bool:
    """Whether the tokens read like first name and surname."""
    texts = [words.base(at) for at in range(first, last) if words.texts[at][0].isalpha()]
    if not 2 <= len(texts) <= 5 or "of" in texts or "and" in texts:
        return False
    given, family = fold(texts[0]), fold(texts[-1])
    if given in first_names() and texts[0] not in COUNTRY_SHORT:
        return not is_acronym(texts[-1]) and (
            not is_plain_word(family) or family in surnames() or given not in places()
        )
    if len(given) == 1 and "&" not in words.texts[first:last]:
        return True
    if is_acronym(texts[0]):
        return False
    return len(texts) <= 3 and family in surnames() and not is_plain_word(texts[0]) and fold(texts[0]) not in places()


def has_surname_shape(text: str) -> bool:
    """Whether a word is built as only surnames are: “McLenney”, “O’Brien”."""
    return (text[:2] == "Mc" and text[2:3].isupper()) or (text[:1] == "O" and text[1:2] in "’'" and text[2:3].isupper())


def speaks(words: Words, first: int, last: int) -> bool:
    """Whether a verb of speech stands right beside the name, as it does beside people."""
    after = words.lower[last] if last < words.size else ""
    before = words.lower[first - 1] if first else ""
    return after in SAID or after in ("who", "whose") or before in ("said", "says", "added")


def is_located(words: Words, first: int) -> bool:
    """Whether a preposition of place stands before the name."""
    return first > 0 and words.lower[first - 1] in _PLACE_BEFORE
