from coaching.understanding.text.normalise import read
from coaching.understanding.text.runons import break_runons
from tests.unit.coaching.understanding.conftest import Hear, facts


def test_talk_without_punctuation_is_heard_sentence_by_sentence(hear: Hear) -> None:
    heard = hear(
        "dus ik heb een zaakje in geel we doen bandenwissels en onderhoud van auto's prijs is vanaf 60 euro "
        "en onze klanten zijn meestal mensen uit de buurt "
        "we zitten enkel op facebook en ik heb er maar een uurtje per week voor",
        "business",
    )
    found = facts(heard)
    assert found["offer"] == "bandenwissels en onderhoud van auto's"
    assert found["persona_situation"] == "mensen uit de buurt"
    assert found["channels_current"] == ("facebook",)


def test_what_was_told_stays_as_it_was() -> None:
    text = read("we doen van alles en nog wat en ik heb het daar heel druk mee want we zijn maar met twee")
    assert break_runons(text).clean == text.clean
    assert ";" in break_runons(text).low


def test_a_short_message_is_left_alone() -> None:
    text = read("ik bak taarten en ik lever aan huis")
    assert break_runons(text) is text


def test_no_break_comes_behind_a_word_that_the_clause_hangs_on() -> None:
    text = read("mensen komen terug omdat we altijd tijd maken voor een babbel en omdat ik iedereen bij naam ken")
    assert "omdat;" not in break_runons(text).low
