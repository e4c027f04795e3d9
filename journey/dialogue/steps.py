"""The steps of the talk: the next question, the summary, the model, the plan."""

from journey.choice import recommended_model
from journey.dialogue.scene import Decision, Scene
from journey.interview import is_known, next_question, questions_left
from journey.moves import Ask, MakePlan, Move, Progress, RecommendModel, SendPlan, Summarise
from journey.profile import ProfileField
from journey.state import Phase, State
from journey.topics import FIELDS, QUESTIONS


def next_step(scene: Scene) -> Decision:
    """The next question, or the summary where enough is known."""
    question = next_question(scene.state, scene.profile, scene.sector)
    if question is None:
        return summary(scene)
    return _in_sight(scene, asked(scene.state, question.key))


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
    """`question` put; one that was put before is not counted again."""
    again = question == state.open and question in state.asked
    counted = state.asked if question in state.asked else (*state.asked, question)
    state = state.but(open=question, asked=counted, strikes=state.strikes if again else 0, paused=False)
    return Decision(state=state, moves=(*before, Ask(question=question, again=again)))


def go_on(scene: Scene) -> Decision:
    """Back to the question that stands open, or on to the next one."""
    state = scene.state.but(paused=False)
    question = state.question
    if question is None or (state.phase is Phase.INTERVIEW and is_known(question.key, scene.profile)):
        return next_step(scene.model_copy(update={"state": state}))
    return Decision(state=state, moves=(Ask(question=question.key, again=True),))


def summary(scene: Scene) -> Decision:
    """All that is known, to be confirmed."""
    state = scene.state.but(phase=Phase.SUMMARY, open="confirm", strikes=0, paused=False)
    return Decision(state=state, moves=(Summarise(), Ask(question="confirm")))


def model_step(scene: Scene) -> Decision:
    """The model: the one the owner named, else one recommended."""
    if scene.profile.told(ProfileField.MODEL):
        return make(scene, scene.profile.text(ProfileField.MODEL))
    model = recommended_model(scene.profile, scene.sector)
    state = scene.state.but(phase=Phase.MODEL, open="model", strikes=0, paused=False)
    return Decision(state=state, moves=(RecommendModel(model=model), Ask(question="model")))


def other_model(scene: Scene) -> Decision:
    """The choice of a model, opened again."""
    state = scene.state.but(phase=Phase.MODEL, open="model", strikes=0, paused=False)
    return Decision(state=state, moves=(Ask(question="model"),))


def make(scene: Scene, model: str) -> Decision:
    """A plan for `model`, sent. One that was there can be brought back, unless new facts made it untrue."""
    told = set(scene.changed) - {ProfileField.MODEL, ProfileField.LANGUAGE}
    back = (*scene.state.undoable, scene.version) if scene.has_plan and not told else ()
    state = planned(scene.state).but(undoable=back)
    return Decision(state=state, moves=(MakePlan(model=model), SendPlan(), Ask(question="feedback")))


def planned(state: State) -> State:
    """The state in which there is a plan and anything about it may be said."""
    return state.but(phase=Phase.PLANNED, open="feedback", strikes=0, paused=False, changing=None)


def question_about(topic: str) -> str:
    """The key of the question about facts on a topic; empty where there is none."""
    return next((q.key for q in QUESTIONS.values() if q.topic == topic and q.topic in FIELDS), "")
