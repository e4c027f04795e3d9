"""The steps of the talk: the next question, the summary, the model, the plan."""

from journey.choice import recommended_model
from journey.dialogue.scene import Decision, Scene, prefixed
from journey.interview import is_known, may_repeat, next_question, questions_left
from journey.moves import Ask, Examples, MakePlan, Move, Progress, RecommendModel, SendPlan, Summarise
from journey.profile import ProfileField
from journey.state import Phase, State
from journey.topics import FIELDS, QUESTIONS


def next_step(scene: Scene) -> Decision:
    """The next question, or the summary where enough is known. The open question comes once more where it may; else
    it is left."""
    state = scene.state
    last = not may_repeat(state) or state.open == _ANSWERED_BY_ANYTHING
    if state.open in state.asked and last and not is_known(state.open, scene.profile):
        scene = scene.model_copy(update={"state": left(state)})
    question = next_question(scene.state, scene.profile, scene.sector)
    if question is None:
        return summary(scene)
    return _in_sight(scene, asked(scene.state, question.key))


#: Whatever is told in answer to the question of the trade is its answer, be it days or prices.
_ANSWERED_BY_ANYTHING = "trade"


def _in_sight(scene: Scene, decision: Decision) -> Decision:
    """`decision` with a word about how few questions are left, halfway and when the end is near."""
    left = questions_left(scene.state, scene.profile, scene.sector)
    told = scene.state.told_left
    near = next((mark for mark in _NEAR_THE_END if left <= mark), None)
    if near is None or len(scene.state.asked) < _SETTLED_IN or (told is not None and told <= near):
        return decision
    state = decision.state.but(told_left=left)
    return Decision(state=state, moves=(Progress(left=left), *decision.moves))


#: Questions left at which the owner is told so, and questions asked before that.
_NEAR_THE_END = (2, 4)
_SETTLED_IN = 2


def asked(state: State, question: str, *, before: tuple[Move, ...] = ()) -> Decision:
    """`question` put; where it was put before, that is its second time."""
    if question in state.asked:
        return prefixed(before, repeated(state.but(open=question, put=state.put if question == state.open else 1)))
    state = state.but(open=question, put=1, asked=(*state.asked, question), paused=False)
    return Decision(state=state, moves=(*before, Ask(question=question)))


def repeated(state: State) -> Decision:
    """The open question put a second time, of our own accord."""
    return _put_again(state.but(repeated=tuple(dict.fromkeys((*state.repeated, state.open)))))


def helped(state: State) -> Decision:
    """The open question a second time by examples of an answer, which is no question more."""
    state = state.but(helped=tuple(dict.fromkeys((*state.helped, state.open))), put=state.put + 1, paused=False)
    return Decision(state=state, moves=(Examples(question=state.open),))


def _put_again(state: State) -> Decision:
    """The open question in fewer words than before; from the third time on no more than a reminder of it."""
    counts = state.question is not None and state.question.counts
    move = Ask(question=state.open, again=True, brief=counts and state.put >= _OFTEN)
    return Decision(state=state.but(put=state.put + 1, paused=False), moves=(move,))


#: Times a question is put in full, long or short.
_OFTEN = 2


def go_on(scene: Scene) -> Decision:
    """Back to the question that stands open after something the owner wanted, or on to the next one."""
    state = scene.state.but(paused=False)
    if state.question is None or just_answered(scene):
        return next_step(scene.model_copy(update={"state": state}))
    return _put_again(state)


def just_answered(scene: Scene) -> bool:
    """Whether this message answered the open question of the interview."""
    state, known = scene.state, is_known(scene.state.open, scene.profile)
    return state.phase is Phase.INTERVIEW and known and not is_known(state.open, scene.before)


def left(state: State) -> State:
    """The open question left unanswered; the plan will assume."""
    return state.but(skipped=tuple(dict.fromkeys((*state.skipped, state.open))))


def summary(scene: Scene) -> Decision:
    """All that is known, to be confirmed."""
    before = scene.state.put if scene.state.open == "confirm" else 0
    state = _at(Phase.SUMMARY, "confirm", scene.state).but(put=before + 1)
    return Decision(state=state, moves=(Summarise(), Ask(question="confirm")))


def rest_of_summary(scene: Scene) -> Decision:
    """Whether the rest is right, once something of the summary was put right."""
    state = scene.state
    if state.open != "confirm":
        state = _at(Phase.SUMMARY, "confirm", state)
    return _put_again(state.but(phase=Phase.SUMMARY))


def model_step(scene: Scene) -> Decision:
    """The model: the one the owner named, else one recommended."""
    if scene.profile.told(ProfileField.MODEL):
        return make(scene, scene.profile.text(ProfileField.MODEL))
    model = recommended_model(scene.profile, scene.sector)
    state = _at(Phase.MODEL, "model", scene.state)
    return Decision(state=state, moves=(RecommendModel(model=model), Ask(question="model")))


def other_model(scene: Scene) -> Decision:
    """The choice of a model, opened again."""
    return Decision(state=_at(Phase.MODEL, "model", scene.state), moves=(Ask(question="model"),))


def _at(phase: Phase, question: str, state: State) -> State:
    return state.reopened(question).but(phase=phase, open=question, put=1, paused=False)


def make(scene: Scene, model: str) -> Decision:
    """A plan for `model`, sent. One that was there can be brought back, unless new facts made it untrue."""
    told = set(scene.changed) - {ProfileField.MODEL, ProfileField.LANGUAGE}
    back = (*scene.state.undoable, scene.version) if scene.has_plan and not told else ()
    state = planned(scene.state).but(undoable=back)
    return Decision(state=state, moves=(MakePlan(model=model), SendPlan(), Ask(question="feedback")))


def planned(state: State) -> State:
    """The state in which there is a plan and anything about it may be said."""
    return state.but(phase=Phase.PLANNED, open="feedback", put=1, strikes=0, paused=False, changing=None)


def question_about(topic: str) -> str:
    """The key of the question about facts on a topic; empty where there is none."""
    return next((q.key for q in QUESTIONS.values() if q.topic == topic and q.topic in FIELDS), "")
