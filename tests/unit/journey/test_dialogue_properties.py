"""Whatever an owner says, in whatever order: the talk never breaks, never asks two things and always goes on."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from journey import moves as m
from journey.channels import CHANNELS
from journey.dialogue import Decision, Scene, decide
from journey.hearing import Heard, Intent
from journey.interview import BUDGET, OPEN_BUDGET, is_known
from journey.keys import Address, Audience, Goal
from journey.models import MODELS
from journey.profile import Change, EmailList, GoalFact, Limits, Profile, ProfileField, Proposal, accept
from journey.state import Phase, State
from journey.topics import QUESTIONS, Topic
from tests.fakes.library import FakeLibrary

SECTORS = FakeLibrary().sectors()
WORDS = st.sampled_from(["taarten", "te duur", "met de hand", "jonge ouders", "x"])
VALUES = {
    ProfileField.SECTOR: st.sampled_from([*SECTORS, "ijsfabriek"]),
    ProfileField.AUDIENCE: st.sampled_from([str(audience) for audience in Audience]),
    ProfileField.MODEL: st.sampled_from(sorted(MODELS)),
    ProfileField.GOAL: st.builds(GoalFact, text=WORDS, kind=st.sampled_from([None, *Goal])),
    ProfileField.CHANNELS_CURRENT: st.lists(st.sampled_from(sorted(CHANNELS)), max_size=4).map(tuple),
    ProfileField.CHANNELS_EXCLUDED: st.lists(st.sampled_from(sorted(CHANNELS)), max_size=4).map(tuple),
    ProfileField.CONSTRAINTS: st.builds(
        Limits,
        hours_per_week=st.none() | st.floats(0, 40),
        euros_per_month=st.none() | st.floats(0, 500),
        closed_days=st.sampled_from([(), ("maandag",)]),
    ),
    ProfileField.EMAIL_LIST: st.builds(EmailList, has=st.booleans(), size=st.none() | st.integers(0, 9999)),
    ProfileField.NOTES: st.lists(WORDS, max_size=2).map(tuple),
    ProfileField.LANGUAGE: st.sampled_from(["nl", "en"]),
    ProfileField.FORM_OF_ADDRESS: st.sampled_from([str(address) for address in Address]),
}
PROPOSALS = st.sampled_from(list(ProfileField)).flatmap(
    lambda field: st.builds(
        Proposal, field=st.just(field), value=VALUES.get(field, WORDS), change=st.sampled_from([*Change, Change.SET])
    )
)


def messages(about: st.SearchStrategy) -> st.SearchStrategy[Heard]:
    return st.builds(
        Heard,
        intent=st.sampled_from([*Intent, *[Intent.INFORM] * 20]),
        facts=st.lists(PROPOSALS, max_size=3).map(tuple),
        language=st.sampled_from([None, "nl", "en"]),
        asked_language=st.sampled_from([None, None, None, "nl", "en"]),
        address=st.sampled_from([None, *Address]),
        about=about,
        question=st.sampled_from(["", "wat is een touchpoint?"]),
        media=st.sampled_from(["", "", "voice", "location", "photo_captioned"]),
        ticked=st.booleans(),
        thin=st.booleans(),
        private=st.booleans(),
    ).map(_with_its_medium)


def _with_its_medium(heard: Heard) -> Heard:
    return heard.model_copy(update={"media": heard.media or "sticker"}) if heard.intent is Intent.MEDIA else heard


ANYTHING = st.lists(messages(st.sampled_from([None, *Topic])), max_size=25)
#: What an owner says who neither asks anything back nor wants to go anywhere in the talk but to its end.
TELLING = st.builds(
    Heard,
    intent=st.sampled_from(
        [
            *[Intent.INFORM] * 12,
            *(Intent.CORRECT, Intent.YES, Intent.NO, Intent.SKIP, Intent.DONT_KNOW, Intent.UNCLEAR, Intent.PLAN),
            *(Intent.THANKS, Intent.SYMBOLS, Intent.ABUSE, Intent.COMMANDING, Intent.GREETING),
            *(Intent.EXPORT, Intent.CHANGE, Intent.UNDO, Intent.DONE),
        ]
    ),
    facts=st.lists(PROPOSALS, max_size=2).map(tuple),
    language=st.sampled_from([None, "nl", "en"]),
    thin=st.booleans(),
    private=st.booleans(),
)
#: More messages than any talk takes.
MANY = 45
NO_EDITS = st.lists(messages(st.none()), max_size=25)


def talk(said: list[Heard]):
    """Every decision of a talk, each with the profile after it."""
    state, profile, has_plan = State(), Profile(), False
    for heard in said:
        before, profile = profile, accept(profile, heard.facts, 1)
        sector = SECTORS.get(profile.text(ProfileField.SECTOR), SECTORS["general"]) if profile.facts else None
        decision = decide(
            Scene(state=state, heard=heard, before=before, profile=profile, sector=sector, version=int(has_plan))
        )
        state = decision.state
        has_plan = has_plan or _makes_plan(decision)
        if any(isinstance(move, m.Erase | m.StartOver) for move in decision.moves):
            profile, has_plan = Profile(), False
        yield decision, profile


def asks(decision: Decision) -> list[m.Ask]:
    return [move for move in decision.moves if isinstance(move, m.Ask)]


def _makes_plan(decision: Decision) -> bool:
    return any(isinstance(move, m.MakePlan) for move in decision.moves)


@settings(max_examples=80)
@given(ANYTHING)
def test_at_most_one_question_is_put_and_it_comes_last(said):
    for decision, _ in talk(said):
        put = asks(decision)
        assert len(put) <= 1
        assert not put or decision.moves[-1] is put[0]


@settings(max_examples=80)
@given(ANYTHING)
def test_the_question_that_is_put_is_the_one_that_stands_open(said):
    for decision, _ in talk(said):
        for ask in asks(decision):
            assert decision.state.open == ask.question
            assert decision.state.asking is QUESTIONS[ask.question].topic


@settings(max_examples=80)
@given(ANYTHING)
def test_there_is_always_a_way_forward(said):
    inviting = (m.Ask, m.Examples, m.ChooseField, m.ChooseBusiness, m.Erase)
    for decision, _ in talk(said):
        state = decision.state
        assert decision.moves
        rests = state.paused or state.pending or state.phase is Phase.PLANNED
        assert rests or any(isinstance(move, inviting) for move in decision.moves)


@settings(max_examples=80)
@given(ANYTHING)
def test_no_question_counts_twice(said):
    for decision, _ in talk(said):
        for keys in (decision.state.asked, decision.state.skipped, decision.state.probed):
            assert len(keys) == len(set(keys))
            assert set(keys) <= set(QUESTIONS)


@settings(max_examples=80)
@given(NO_EDITS)
def test_an_interview_stays_within_twelve_questions_of_which_six_are_open(said):
    for decision, _ in talk(said):
        put = (*decision.state.asked, *decision.state.probed)
        assert len(put) <= BUDGET  # the summary and the model make twelve
        assert sum(QUESTIONS[key].open for key in put) <= OPEN_BUDGET
        assert not {"confirm", "model", "feedback"} & set(put)


def _to_the_plan(said: list[Heard]):
    """The decisions of a talk up to the one that makes the plan, each with the profile after it."""
    for decision, profile in talk(said):
        yield decision, profile
        if _makes_plan(decision):
            return


@settings(max_examples=80)
@given(st.lists(TELLING, min_size=MANY, max_size=MANY))
def test_whatever_an_owner_tells_no_question_is_put_more_than_twice_and_the_plan_is_reached(said):
    put: Counter[str] = Counter()
    questions, made = 0, False
    for decision, _ in _to_the_plan(said):
        made = made or _makes_plan(decision)
        put.update(move.question for move in decision.moves if isinstance(move, m.Ask | m.Examples))
        questions += sum(ask.question not in ("confirm", "model", "feedback") for ask in asks(decision))
    assert made
    steps = ("confirm", "model")  # they return with each correction
    assert all(times <= 2 for key, times in put.items() if key not in steps), put
    assert questions <= BUDGET  # the summary and the model make twelve


@settings(max_examples=80)
@given(st.lists(TELLING, max_size=MANY))
def test_nothing_that_was_told_is_asked(said):
    for decision, profile in _to_the_plan(said):
        for ask in asks(decision):
            hinted = ask.question == "persona" and len(profile.text(ProfileField.PERSONA_SITUATION).split()) < 2
            assert ask.probe or hinted or not is_known(ask.question, profile), ask


@settings(max_examples=80)
@given(st.sampled_from(["business", "offer", "goal", "hours", "persona", "usp", "trade"]), st.data())
def test_an_owner_who_asks_back_all_the_time_reads_the_question_in_full_twice_at_most(question, data):
    state = State(welcomed=True, spoken=True, open=question, put=1, asked=(question,))
    asked = data.draw(st.lists(st.sampled_from(["wat is see?", "wat is een persona?", "en content?"]), max_size=9))
    shown = 1
    for words in asked:
        heard = Heard(intent=Intent.THEORY, question=words)
        decision = decide(Scene(state=state, heard=heard, before=Profile(), profile=Profile()))
        shown += sum(move.question == question and not move.brief for move in asks(decision))
        state = decision.state
    assert shown <= 2


@settings(max_examples=80)
@given(NO_EDITS)
def test_nothing_is_erased_or_begun_anew_without_a_yes(said):
    state = State()
    for heard, (decision, _) in zip(said, talk(said), strict=True):
        if any(isinstance(move, m.Erase | m.StartOver) for move in decision.moves):
            assert state.pending
            assert heard.intent is Intent.YES
        state = decision.state


@settings(max_examples=60)
@given(ANYTHING)
def test_from_anywhere_an_owner_who_says_yes_and_names_a_model_gets_a_plan(said):
    state, profile = State(), Profile()
    for decision, after in talk(said):
        state, profile = decision.state, after
    told = accept(profile, (Proposal(field=ProfileField.SECTOR, value="bakery"),), 1)
    for _ in range(20):
        wish = Intent.PLAN if not state.pending else Intent.NO
        decision = decide(Scene(state=state, heard=Heard(intent=wish), before=told, profile=told))
        if _makes_plan(decision):
            return
        state = decision.state
    raise AssertionError("no plan after twenty requests")
