"""The exported plan: CommonMark that reads well on a phone and shows everybody's words as they are."""

import itertools
import re
from functools import cache

import pytest
from markdown_it import MarkdownIt

from coaching.planning.composer import Composer
from exports.markdown import effort, escaped, markdown, source_of
from exports.mermaid import journey_diagram
from exports.naming import file_name
from journey.keys import LANGUAGES, Address
from journey.models import MODELS
from journey.profile import EmailList, Limits
from journey.sentences import fingerprints
from prompts.words import Words
from tests.fakes.library import FakeLibrary
from tests.making import email, plan, profile, suggestion, with_stage, with_suggestion

NAMES = (
    "Café & Zo",
    "under_score_d *ster* `code`",
    '\'t Hoekje "Noord"',
    "a < b > c",
    "[link](http://x)",
    "1. Eerste & co",
    "# Nummer Een",
    "~~weg~~ | pipe \\ slash",
    "&amp; &copy; &#39;",
    "- streepje",
    "https://www.bakker.be",
)


def blocks(text):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def shown(text):
    """What a reader sees: the text of all inline tokens."""
    return "\n".join(
        "".join(child.content if child.type in ("text", "code_inline") else " " for child in token.children or ())
        for token in blocks(text)
        if token.type == "inline"
    )


@cache
def composed(model, language):
    known = profile(
        sector="fitness_yoga",
        offer="yoga",
        business_name="Studio R&D *_* 't Licht",
        language=language,
        model=model,
        email_list=EmailList(has=True, size=80),
        channels_current=("instagram", "website"),
        channels_excluded=("facebook",),
        constraints=Limits(hours_per_week=2, euros_per_month=50, closed_days=("zondag",)),
    )
    return Composer(FakeLibrary()).plan(known, Address.JE)


def exported(model, language):
    return markdown(composed(model, language), Words(language))


EVERY = [(model, language) for model in MODELS for language in LANGUAGES]


@pytest.mark.parametrize(("model", "language"), EVERY)
def test_a_plan_is_plain_commonmark_without_tables_or_html(model, language):
    kinds = {token.type for token in blocks(exported(model, language))}
    assert {"heading_open", "fence", "blockquote_open", "bullet_list_open"} <= kinds
    assert not kinds & {"table_open", "html_block", "code_block"}
    inline = {child.type for token in blocks(exported(model, language)) for child in token.children or ()}
    assert not inline & {"html_inline", "link_open", "image", "s_open"}


@pytest.mark.parametrize(("model", "language"), EVERY)
def test_headings_go_down_one_step_at_a_time_from_one_title(model, language):
    levels = [int(token.tag[1]) for token in blocks(exported(model, language)) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize(("model", "language"), EVERY)
def test_every_stage_shows_all_its_parts(model, language):
    text, words = shown(exported(model, language)), Words(language)
    for stage in composed(model, language).stages:
        for part in (stage.title, stage.does.text, stage.hurts.text, stage.metric.what):
            assert " ".join(part.split()) in " ".join(text.split())
        for suggestion_ in stage.suggestions:
            assert suggestion_.name in text
    for label in ("does", "feels", "needs", "hurts", "online", "offline", "count", "measuring", "sources"):
        assert words.say(f"export.{label}") in text


@pytest.mark.parametrize(("model", "language"), EVERY)
def test_no_long_sentence_stands_twice_in_the_whole_document(model, language):
    labels = tuple(f"{Words(language).say(f'export.{name}')}:" for name in ("where", "source"))
    said = [line for line in shown(exported(model, language)).split("\n") if not line.strip().startswith(labels)]
    prints = [p for line in said for p in fingerprints(line)]
    long = [p for p in prints if len(p.split()) >= 8]
    assert sorted({p for p in long if long.count(p) > 1}) == []


@pytest.mark.parametrize(("model", "language"), EVERY)
def test_no_braces_or_unfilled_slots_are_left(model, language):
    text = exported(model, language)
    assert not re.search(r"\{\{|\}\}|\{%|\bNone\b", text)
    assert "  \n\n  " not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("name", NAMES)
def test_names_are_shown_exactly_as_they_are_written(name):
    text = markdown(plan(title=f"Plan voor {name}"), Words("nl"))
    assert shown(text).split("\n")[0] == f"Plan voor {name}"


@pytest.mark.parametrize("name", NAMES)
def test_words_are_intact_wherever_a_line_begins(name):
    text = markdown(with_suggestion(with_stage(plan(), 0), 1, text=f"{name}\n{name}", name=name), Words("nl"))
    assert shown(text).count(name) >= 3
    assert not {token.type for token in blocks(text)} & {"html_block", "code_block", "hr"}


@pytest.mark.parametrize(
    "text",
    [
        "+ plus",
        "2) twee",
        "* ster",
        "> citaat",
        "```x",
        "====",
        "---",
        "    inspringen",
        "Dag\n---",
        "Dag\n===",
        "-\n-",
    ],
)
def test_no_line_of_text_turns_into_a_block(text):
    kinds = [token.type for token in blocks(f"> {escaped(text)}")]
    assert kinds == ["blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"]
    assert " ".join(shown(f"> {escaped(text)}").split()) == " ".join(text.split())


def test_a_text_that_stands_in_the_first_week_is_not_printed_again():
    text = markdown(plan(), Words("nl"))
    assert "1. Zie maandag, eerste week." in text


def test_an_empty_first_week_says_so():
    assert Words("nl").say("plan.no_week") in markdown(plan(first_week=()), Words("nl"))


def test_what_waits_is_marked_and_listed():
    later = email().model_copy(update={"later": True})
    made = with_stage(with_suggestion(plan(), 1, later=True), 2, email=later)
    text = markdown(made, Words("nl"))
    assert "## Later" in text
    assert "### 2a. Openingsuren op het raam" in text.split("## Later")[1]
    assert "- Bedankmail" in text
    assert "(later)" in text


def test_a_stage_without_an_online_touchpoint_says_none():
    assert "geen in deze fase" in markdown(with_stage(plan(), 0, touchpoints_online=()), Words("nl"))


def test_effort_names_time_and_money_in_words():
    cheap = suggestion("x")
    costly = cheap.model_copy(update={"hours_once": 2.5, "hours_weekly": 0.5, "euros_once": 20, "euros_monthly": 9.6})
    assert (
        effort(cheap.model_copy(update={"hours_weekly": 0}), Words("nl"), "euro")
        == "60 minuten om te maken, kost geen geld"
    )
    assert (
        effort(costly, Words("nl"), "euro")
        == "2,5 uur om te maken, 30 minuten per week, 20 euro eenmalig, 10 euro per maand"
    )


def test_a_source_is_named_by_model_and_stage_by_practice_or_by_the_library():
    words = Words("en")
    assert "See-Think-Do-Care" in source_of("stdc/care", words)
    assert source_of("coach", words) == words.say("export.coach")
    assert source_of("general/measuring", words) == words.say("export.from_library")


# Mermaid


RESERVED = re.compile(r"[:;#,\"`<>{}\[\]]")


def assert_well_formed(diagram, stages):
    lines = diagram.split("\n")
    assert (lines[0], lines[1], lines[-1]) == ("```mermaid", "journey", "```")
    title, *rest = lines[2:-1]
    assert re.fullmatch(r"  title \S.*", title)
    assert not RESERVED.search(title.removeprefix("  title "))
    assert len(rest) == 2 * stages
    for section, task in zip(rest[::2], rest[1::2], strict=True):
        assert re.fullmatch(r"  section \S.*", section)
        assert not RESERVED.search(section)
        match = re.fullmatch(r"    ([^:]+): ([1-5]): ([^:]+)", task)
        assert match, task
        assert not RESERVED.search(match[1] + match[3])


@pytest.mark.parametrize(("model", "language"), EVERY)
def test_the_emotion_curve_is_a_well_formed_mermaid_journey(model, language):
    made = composed(model, language)
    assert_well_formed(journey_diagram(made), len(made.stages))
    (fence,) = [token for token in blocks(exported(model, language)) if token.type == "fence"]
    assert fence.info == "mermaid"


@pytest.mark.parametrize("name", NAMES)
def test_names_cannot_break_the_diagram(name):
    made = with_stage(plan(title=name), 0, title=name)
    made = made.model_copy(update={"persona": made.persona.model_copy(update={"name": name})})
    assert_well_formed(journey_diagram(made), 4)


def test_a_long_sentence_is_cut_short_in_the_diagram():
    made = plan()
    long = made.stages[0].does.model_copy(
        update={"text": "een twee drie vier vijf zes zeven acht negen tien elf. Nog een."}
    )
    assert "negen …: " in journey_diagram(with_stage(made, 0, does=long))


# File names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Klantreisplan voor Café 't Hoekje", "klantreisplan-voor-cafe-t-hoekje-v2.md"),
        ("../../etc/passwd", "etc-passwd-v2.md"),
        ("🥐", "plan-v2.md"),
        ("x" * 300, "x" * 60 + "-v2.md"),
    ],
)
def test_a_file_name_is_safe_on_every_system(title, name):
    assert file_name(plan(title=title), 2) == name


def test_a_file_may_be_of_another_kind():
    assert file_name(plan(title="Plan"), 1, "pdf") == "plan-v1.pdf"
