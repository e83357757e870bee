"""Names: what is found, of which kind, whose, and with which title, office and age."""

from __future__ import annotations

import pytest
from work import calls

from checker.annotate import annotate
from checker.annotate.frequency import frequency, is_plain_word
from checker.annotate.gazetteers import fold, same_first_name
from checker.annotate.names import Name
from checker.annotate.names.gender import MAN, WOMAN, by_title_or_office, genders
from checker.annotate.names.nearness import near_pairs, one_edit_apart, sound
from checker.article import Article
from checker.parsers import parse
from checker.rules.names import (
    n101_name_variant,
    n102_first_name_conflict,
    n103_caption_name_conflict,
    n104_no_first_reference,
    n105_title_conflict,
    n201_acronym_mismatch,
)
from checker.rules.names._roles import Office, exclude_each_other, may_be_one, office_of


def read(text: str) -> Article:
    return annotate(parse(text, "x.txt"))


def names(text: str) -> list[Name]:
    return read(text).mentioned(Name)


def written(text: str) -> list[str]:
    article = read(text)
    return [article[name.span] for name in article.mentioned(Name)]


def only(text: str, wanted: str) -> Name:
    article = read(text)
    [name] = [name for name in article.mentioned(Name) if article[name.span] == wanted]
    return name


class TestWhatIsAName:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The police spoke to Ruth Abara in Leeds.", ["Ruth Abara", "Leeds"]),
            ("However, the committee met Tom Okafor’s lawyer.", ["Tom Okafor"]),
            ("On Tuesday in May the Bank of England raised rates.", ["Bank of England"]),
            ("Mrs May said the May elections were lost.", ["May"]),
            ("The Department for Education and Skills denied it.", ["Department for Education and Skills"]),
            ("French voters and the South Korean army agreed.", []),
            (
                "Staff at St. Bartholomew Hospital met Ludwig van der Berg.",
                ["St. Bartholomew Hospital", "Ludwig van der Berg"],
            ),
            ("Talks between the US and China on a Russia NATO pact failed.", ["US", "China", "Russia", "NATO"]),
            (
                "Trade between the Russia-China axis grew; Russia and China agreed.",
                ["Russia", "China", "Russia", "China"],
            ),
            ("I think I’m right, said Sen. Ann Lowe (R-Ohio).", ["Ann Lowe"]),
            ("The new 747-400ER flew to King’s College.", ["King’s College"]),
            ("Bashar al-Assad and Ahmed bin Said met there.", ["Bashar al-Assad", "Ahmed bin Said"]),
            ("Ban Ki-moon and Roh Moo-hyun met a Seoul-based banker.", ["Ban Ki-moon", "Roh Moo-hyun", "Seoul"]),
            ("The Hong Kong-based bank and a Kim-led team left.", ["Hong Kong", "Kim"]),
        ],
    )
    def test_spans(self, text: str, expected: list[str]) -> None:
        assert written(f"Nothing was decided on the day. {text}") == expected

    def test_a_word_that_opens_a_sentence_is_a_name_when_the_article_says_so(self) -> None:
        assert written("The deal with Marsh fell through. Marsh said no.") == ["Marsh", "Marsh"]
        assert written("The marsh was drained. Marsh birds left it.") == []

    def test_code_and_metadata_are_not_read(self) -> None:
        assert written("Published: 2025-05-23\n\nNothing happened in the village on that day.") == []


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            ("He saw Ruth Abara there.", "Ruth Abara", "person"),
            ("He flew to Kyiv.", "Kyiv", "place"),
            ("He sold Hollin Water plc to them.", "Hollin Water", "organisation"),
            ("It is run by the Ministry of Works.", "Ministry of Works", "organisation"),
            ("They swam in the River Tamsel.", "River Tamsel", "place"),
            ("The UNHCR left.", "UNHCR", "organisation"),
            ("The U.S. agreed.", "U.S.", "place"),
            ("He asked Mr Sluzky about it.", "Sluzky", "person"),
            ("Then Sluzky, 54, left the room.", "Sluzky", "person"),
            ("They won the Norwell Cup.", "Norwell Cup", "other"),
        ],
    )
    def test_kind(self, text: str, name: str, kind: str) -> None:
        article = read(text)
        [found] = [found for found in article.mentioned(Name) if article[found.span].startswith(name)]
        assert found.kind == kind


class TestPeople:
    def test_first_name_and_surname(self) -> None:
        name = only("We met Nicola B. Sturge in Perth.", "Nicola B. Sturge")
        assert (name.first, name.last) == ("Nicola", "Sturge")

    def test_title_office_and_age(self) -> None:
        title = only("It was Sgt Hugh Marlow who called.", "Hugh Marlow")
        assert title.title == "Sgt"
        assert only("She asked Dr. Ines Pohl.", "Ines Pohl").title == "Dr"
        assert only("Hugh Marlow, 54, was there.", "Hugh Marlow").age == 54

    @pytest.mark.parametrize(
        ("text", "name", "role"),
        [
            ("Ukrainian President Volodymyr Zelenskyy spoke.", "Volodymyr Zelenskyy", "Ukrainian President"),
            ("It was signed by Ukraine’s Defence Minister Rustem Umerov.", "Rustem Umerov", "Defence Minister"),
            ("Tom Baker, the chief executive, left.", "Tom Baker", "the chief executive"),
            ("We asked Tom Baker, chief executive of Hollin.", "Tom Baker", "chief executive"),
            ("The singer Ada Blom sang.", "Ada Blom", "singer"),
            ("Secretary of State Joan Hale flew out.", "Joan Hale", "Secretary of State"),
            ("Sen. Ann Lowe voted no.", "Ann Lowe", "Sen."),
            ("The country's prime minister, Ali Rashad, agreed.", "Ali Rashad", "prime minister"),
            ("They chose front-runner Ann Lowe.", "Ann Lowe", "front-runner"),
            ("The minister left. Ann Lowe stayed.", "Ann Lowe", ""),
            ("Ann Lowe, through a spokeswoman, refused.", "Ann Lowe", ""),
            ("Secretary-General Ann Lowe refused.", "Ann Lowe", "Secretary-General"),
        ],
    )
    def test_office(self, text: str, name: str, role: str) -> None:
        article = read(text)
        found = only(text, name)
        assert found.role == role
        assert article[found.role_span] == role


class TestClusters:
    def test_a_surname_stands_for_its_bearer(self) -> None:
        found = names("Ruth Abara won. Abara smiled. Mrs Abara’s son cried. Ruth went home.")
        assert {name.cluster for name in found} == {found[0].cluster}
        assert {name.name for name in found} == {"Ruth Abara"}

    def test_a_surname_stands_for_the_bearer_named_last(self) -> None:
        found = names("Ruth Abara won. Peter Abara lost. Abara went home. Ruth Abara stayed. Abara sang.")
        ruth, peter = found[0].cluster, found[1].cluster
        assert ruth != peter
        assert [name.cluster for name in found] == [ruth, peter, peter, ruth, ruth]

    def test_a_surname_that_stands_in_front(self) -> None:
        found = names("Ban Ki-moon won. Mr Ban smiled. Ban went home.")
        assert {name.cluster for name in found} == {found[0].cluster}
        assert (found[0].first, found[0].last) == ("Ki-moon", "Ban")

    def test_initials_and_short_forms_are_one_person(self) -> None:
        found = names("William Tarrant won. Bill Tarrant sang. W. Tarrant is on the cup.")
        assert len({name.cluster for name in found}) == 1

    def test_accents_are_folded(self) -> None:
        found = names("Pedro Sánchez won. Pedro Sanchez sang.")
        assert len({name.cluster for name in found}) == 1

    def test_a_misspelt_surname_is_not_merged(self) -> None:
        found = names("Ruth Abara won. Ruth Abarra sang.")
        assert len({name.cluster for name in found}) == 2

    def test_a_misspelt_surname_alone_is_still_its_bearers(self) -> None:
        found = names("President Volodymyr Zelenskyy won. We shall see, Zelensky noted.")
        assert found[1].cluster == found[0].cluster
        assert found[1].last == "Zelensky"

    def test_an_acronym_stands_for_its_organisation(self) -> None:
        found = names("The Norwell Housing Trust paid. The NHT paid late.")
        assert len({name.cluster for name in found}) == 1
        assert found[1].name == "Norwell Housing Trust"

    def test_countries_by_their_letters(self) -> None:
        found = names("The United States agreed. The U.S. and the US are one.")
        assert len({name.cluster for name in found}) == 1


class TestGender:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It was Mr. Abara who called.", MAN),
            ("It was Dame Ruth Abara who called.", WOMAN),
            ("Ruth Abara, a spokeswoman, called.", WOMAN),
            ("Ruth Abara, the chairman, called.", ""),  # said of women, too
            ("Ruth Abara, through a spokesman, refused.", ""),
            ("It was Dr Abara who called.", ""),
        ],
    )
    def test_by_what_somebody_is_called(self, text: str, expected: str) -> None:
        [name] = names(text)
        assert by_title_or_office(name) == expected

    def test_of_people_by_title_and_first_name(self) -> None:
        article = read("Ruth Abara, Peter Okafor, Mr Sluzky, Kim Norrie and Ségolène Petit met. Mrs Kim Norrie left.")
        found = genders(article)
        assert {name.last: found[name.cluster] for name in article.mentioned(Name)} == {
            "Abara": WOMAN,
            "Okafor": MAN,
            "Sluzky": MAN,
            "Norrie": WOMAN,  # by the title, since the first name is either
            "Petit": WOMAN,
        }

    def test_a_title_and_a_first_name_that_disagree_tell_nothing(self) -> None:
        article = read("Ruth Abara won. It was Mr Abara who called.")
        assert set(genders(article).values()) == {""}


class TestHeadlines:
    def test_title_case_takes_the_names_of_the_story(self) -> None:
        text = "Abara Wins Vote As Leeds Council Meets\n\nThe councillor Ruth Abara won the vote in Leeds."
        assert written(text) == ["Abara", "Leeds", "Ruth Abara", "Leeds"]

    def test_capitals_take_the_names_of_the_story(self) -> None:
        text = "ABARA WINS VOTE IN COUNCIL\n\nThe councillor Ruth Abara won the vote."
        assert written(text) == ["ABARA", "Ruth Abara"]


class TestWords:
    def test_frequency(self) -> None:
        assert frequency("the") > frequency("parliament") > frequency("isthmus") > frequency("qwrtz") == 0

    def test_plain_words(self) -> None:
        assert is_plain_word("baker")
        assert not is_plain_word("reagan")

    def test_fold(self) -> None:
        assert fold("Łukasz Sánchez") == "lukasz sanchez"

    @pytest.mark.parametrize(
        ("one", "other"), [("bill", "william"), ("j", "john"), ("alex", "alexander"), ("ann", "ann")]
    )
    def test_first_names_of_one_person(self, one: str, other: str) -> None:
        assert same_first_name(one, other)

    @pytest.mark.parametrize(("one", "other"), [("mary", "marie"), ("paul", "peter"), ("jo", "john")])
    def test_first_names_of_two_people(self, one: str, other: str) -> None:
        assert not same_first_name(one, other)


class TestNearness:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("bellamy", "blelamy"), ("fuller", "fullar"), ("barkley", "barckley"), ("zelenskyy", "zelensky")],
    )
    def test_one_edit(self, one: str, other: str) -> None:
        assert one_edit_apart(one, other)
        assert one_edit_apart(other, one)

    @pytest.mark.parametrize(
        ("one", "other"), [("abara", "abara"), ("abcd", "badc"), ("abcd", "abcdef"), ("abc", "xbz")]
    )
    def test_not_one_edit(self, one: str, other: str) -> None:
        assert not one_edit_apart(one, other)

    def test_two_renderings_sound_alike(self) -> None:
        assert sound("yanukovych") == sound("ianukowitch")
        assert sound("hussein") != sound("hassan")

    def test_pairs_are_found_without_comparing_all(self) -> None:
        words = ["abara", "abarra", "okafor", "sluzky"]
        assert set(near_pairs(words)) == {("abara", "abarra"), ("abarra", "abara")}


class TestOffices:
    def test_an_office_taken_apart(self) -> None:
        assert office_of("the U.S. Defense Secretary") == Office("secretary", frozenset({"defence"}))
        assert office_of("British Prime Minister").head == "prime-minister"
        assert office_of("Secretary of State") == Office("secretary", frozenset())

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Sen.", "Gov."),
            ("Finance Minister", "Interior Minister"),
            ("President", "Vice President"),
            ("Judge", "Sheriff"),
        ],
    )
    def test_exclusive(self, one: str, other: str) -> None:
        assert exclude_each_other(office_of(one), office_of(other))
        assert not may_be_one(office_of(one), office_of(other))

    @pytest.mark.parametrize(
        ("one", "other"),
        [("chairman", "chief executive"), ("Sen.", "Senator"), ("Defence Minister", "Defense Secretary")],
    )
    def test_compatible(self, one: str, other: str) -> None:
        assert not exclude_each_other(office_of(one), office_of(other))


class TestCost:
    """Four times the text may not be much more than four times the work."""

    RULES = (
        n101_name_variant.rule,
        n102_first_name_conflict.rule,
        n103_caption_name_conflict.rule,
        n104_no_first_reference.rule,
        n105_title_conflict.rule,
        n201_acronym_mismatch.rule,
    )

    def run(self, article: Article) -> None:
        for rule in self.RULES:
            list(rule.run(article, rule.options()))

    def check(self, text: str) -> None:
        self.run(read(text))

    @pytest.mark.parametrize(
        "line",
        [
            "President Smith ",
            "Bank of ",
            "{first} Smith said no. ",
            "Mr {last} said no. ",
            "We met {first} {last} in {last}ton. ",
            "Smith, the ",
            "SMITH JONES ",
            "Ban {first}-",
            '“{first} {last} "said ‘',
        ],
    )
    def test_linear(self, line: str) -> None:
        def text(count: int) -> str:
            return "".join(line.format(first=invented(at), last=invented(at * 7 + 3)) for at in range(count))

        self.check(text(100))  # the word lists are read once
        assert calls(lambda: self.check(text(1200))) < 6 * calls(lambda: self.check(text(300)))

    def test_five_thousand_names(self) -> None:
        lines = [f"{invented(at)} {invented(at * 7 + 3)} spoke. {invented(at)} left." for at in range(5000)]
        small, large = read("\n".join(lines[:1250])), read("\n".join(lines))
        assert len(large.mentioned(Name)) > 5000
        self.run(small)  # the word lists are read once
        assert calls(lambda: self.run(large)) < 6 * calls(lambda: self.run(small))


def invented(number: int) -> str:
    """A word of its own for each number."""
    syllables = "ba de fi go ku la me ni po ru sa te vi wo zu".split()
    word = ""
    for _ in range(4):
        number, at = divmod(number, len(syllables))
        word += syllables[at]
    return word.capitalize()
