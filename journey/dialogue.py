"""The decisions of the talk: what a message changes, and what the coach does next. Pure."""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from journey.choice import recommended_model
from journey.hearing import Heard, Intent
from journey.interview import is_known, may_probe, next_question, questions_left
from journey.moves import (
    AnswerTheory,
    Ask,
    ChooseField,
    CountDown,
    Erase,
    Examples,
    ExplainQuestion,
    MakePlan,
    Move,
    Note,
    RecommendModel,
    Say,
    SendPlan,
    ShowPlan,
    StartOver,
    Summarise,
)
from journey.profile import Fact, Profile, ProfileField, Status
from journey.state import Pending, Phase, State
from journey.topics import FIELDS, QUESTIONS
from journey.trades import Sector

#: Useless answers to one question before the coach goes on with an assumption.
PATIENCE = 2
#: Messages in a row in the other language before the coach follows.
FOREIGN = 2


class Scene(BaseModel):
    """One turn before it is decided: the state, what was heard, and the profile before and after its facts."""

    model_config = ConfigDict(frozen=True)

    state: State
    heard: Heard
    before: Profile
    profile: Profile
    sector: Sector | None = None
    has_plan: bool = False

    @property
    def changed(self) -> tuple[ProfileField, ...]:
        """The fields this message filled or changed."""
        return tuple(
            field
            for field, fact in self.profile.facts.items()
            if fact.status is Status.TOLD and self._is_new(field, fact)
        )

    def _is_new(self, field: ProfileField, fact: Fact) -> bool:
        return not self.before.told(field) or self.before.facts[field].value != fact.value


class Decision(BaseModel):
    """The state after a turn and what the coach does, in order."""

    model_config = ConfigDict(frozen=True)

    state: State
    moves: tuple[Move, ...] = ()


def decide(scene: Scene) -> Decision:
    """What a message leads to. The last move asks at most one question; there is always a way forward."""
    scene, greeting = _welcomed(*_in_language(scene))
    if scene.state.pending:
        return _prefixed(greeting, _confirmed(scene))
    scene, remarks = _remarked(scene)
    handler = _HANDLERS.get(scene.heard.intent, _inform)
    return _prefixed((*greeting, *remarks), handler(scene))


# --- before anything else: language, welcome, things that wait for a yes


def _in_language(scene: Scene) -> tuple[Scene, tuple[Move, ...]]:
    state, heard = scene.state, scene.heard
    address = heard.address or state.address
    wanted = heard.asked_language or _followed(state, heard)
    foreign = state.foreign + 1 if heard.language not in (None, state.language) else 0
    if wanted and wanted != state.language:
        state = state.but(language=wanted, foreign=0, address=address)
        moves: tuple[Move, ...] = (Say(key="language.switched"),) if state.welcomed else ()
        return scene.model_copy(update={"state": state}), moves
    foreign = foreign if heard.language else state.foreign
    return scene.model_copy(update={"state": state.but(foreign=foreign, address=address)}), ()


def _followed(state: State, heard: Heard) -> str | None:
    if heard.language is None or heard.language == state.language:
        return None
    return heard.language if not state.welcomed or state.foreign + 1 >= FOREIGN else None


def _welcomed(scene: Scene, moves: tuple[Move, ...]) -> tuple[Scene, tuple[Move, ...]]:
    if scene.state.welcomed:
        return scene, moves
    state = scene.state.but(welcomed=True)
    return scene.model_copy(update={"state": state}), (*moves, Say(key="welcome"))


def _remarked(scene: Scene) -> tuple[Scene, tuple[Move, ...]]:
    """What is said about the message itself: a medium that can't be heard, other people's data left out."""
    heard, state = scene.heard, scene.state
    remarks: list[Move] = [Say(key=f"media.{heard.media}")] if heard.media else []
    if heard.private and not state.told_private:
        remarks.append(Say(key="private"))
        state = state.but(told_private=True)
    return scene.model_copy(update={"state": state}), tuple(remarks)


def _confirmed(scene: Scene) -> Decision:
    pending, state = scene.state.pending, scene.state.but(pending=None)
    if scene.heard.intent is not Intent.YES:
        kept = _go_on(scene.model_copy(update={"state": state}))
        return _prefixed((Say(key="kept"),), kept)
    if pending is Pending.DELETE:
        return Decision(state=State(language=state.language, address=state.address), moves=(Erase(),))
    fresh = State(language=state.language, address=state.address, welcomed=True)
    return _asked(fresh.but(asked=("business",)), "business", before=(StartOver(),))


# --- answers


def _inform(scene: Scene) -> Decision:
    if scene.changed:
        return _prefixed(_noted(scene), _after_facts(scene))
    if scene.heard.facts:
        return _prefixed((Say(key="known_already"),), _after_facts(scene))
    return _unclear(scene)


def _after_facts(scene: Scene) -> Decision:
    state, open_question = scene.state, scene.state.question
    if state.phase is Phase.PLANNED:
        return _planned(scene)
    if state.phase is not Phase.INTERVIEW:
        return _with_model_or_summary(scene)
    if scene.heard.thin and open_question and may_probe(state, open_question):
        probed = state.but(probed=(*state.probed, open_question.key))
        return Decision(state=probed, moves=(Ask(question=open_question.key, probe=True),))
    if open_question and open_question.several and _still_ticking(scene):
        return Decision(state=state, moves=(Ask(question=open_question.key, again=True),))
    return _next(scene)


def _still_ticking(scene: Scene) -> bool:
    return scene.heard.ticked


def _with_model_or_summary(scene: Scene) -> Decision:
    model = scene.profile.text(ProfileField.MODEL)
    if scene.state.phase is Phase.MODEL and model and ProfileField.MODEL in scene.changed:
        return _make(scene, model)
    if scene.state.phase is Phase.MODEL and not _summarised_fields(scene):
        return _model(scene)
    return _summary(scene)


def _summarised_fields(scene: Scene) -> bool:
    return any(field not in (ProfileField.MODEL, ProfileField.LANGUAGE) for field in scene.changed)


def _planned(scene: Scene) -> Decision:
    return _make(scene, scene.profile.text(ProfileField.MODEL) or recommended_model(scene.profile, scene.sector))


def _correct(scene: Scene) -> Decision:
    if scene.changed:
        return _prefixed(_noted(scene), _after_facts(scene))
    if scene.heard.about and (key := _question_about(scene.heard.about.value)):
        return _asked(scene.state, key)
    return Decision(state=scene.state, moves=(ChooseField(),))


def _noted(scene: Scene) -> tuple[Move, ...]:
    corrected = any(scene.before.told(field) and field not in _GROWING for field in scene.changed)
    return (Note(fields=scene.changed, corrected=corrected),)


_GROWING = {ProfileField.CHANNELS_CURRENT, ProfileField.CHANNELS_EXCLUDED, ProfileField.CONSTRAINTS, ProfileField.NOTES}


def _question_about(topic: str) -> str:
    return next((q.key for q in QUESTIONS.values() if q.topic == topic and q.counts), "")


# --- going on


def _next(scene: Scene) -> Decision:
    question = next_question(scene.state, scene.profile, scene.sector)
    if question is None:
        return _summary(scene)
    return _asked(scene.state, question.key)


def _asked(state: State, question: str, *, before: tuple[Move, ...] = ()) -> Decision:
    again = question == state.open and question in state.asked
    counted = state.asked if question in state.asked else (*state.asked, question)
    state = state.but(open=question, asked=counted, strikes=state.strikes if again else 0, paused=False)
    return Decision(state=state, moves=(*before, Ask(question=question, again=again)))


def _go_on(scene: Scene) -> Decision:
    """Back to the question that stands open, or on to the next one."""
    state = scene.state.but(paused=False)
    question = state.question
    if question is None or (state.phase is Phase.INTERVIEW and is_known(question.key, scene.profile)):
        return _next(scene.model_copy(update={"state": state}))
    return Decision(state=state, moves=(Ask(question=question.key, again=True),))


def _summary(scene: Scene) -> Decision:
    state = scene.state.but(phase=Phase.SUMMARY, open="confirm", strikes=0, paused=False)
    return Decision(state=state, moves=(Summarise(), Ask(question="confirm")))


def _model(scene: Scene) -> Decision:
    if scene.profile.told(ProfileField.MODEL):
        return _make(scene, scene.profile.text(ProfileField.MODEL))
    model = recommended_model(scene.profile, scene.sector)
    state = scene.state.but(phase=Phase.MODEL, open="model", strikes=0, paused=False)
    return Decision(state=state, moves=(RecommendModel(model=model), Ask(question="model")))


def _other_model(scene: Scene) -> Decision:
    state = scene.state.but(phase=Phase.MODEL, open="model", strikes=0, paused=False)
    return Decision(state=state, moves=(Ask(question="model"),))


def _make(scene: Scene, model: str) -> Decision:
    state = scene.state.but(phase=Phase.PLANNED, open="feedback", strikes=0, paused=False)
    return Decision(state=state, moves=(MakePlan(model=model), SendPlan(), Ask(question="feedback")))


# --- what else an owner may want


def _yes(scene: Scene) -> Decision:
    if scene.changed:
        return _inform(scene)
    match scene.state.phase:
        case Phase.SUMMARY if scene.state.open == "confirm":
            return _model(scene)
        case Phase.MODEL if scene.state.open == "model":
            return _make(scene, recommended_model(scene.profile, scene.sector))
        case Phase.PLANNED:
            return Decision(state=scene.state, moves=(ChooseField(),))
        case _:
            return _go_on(scene)


def _no(scene: Scene) -> Decision:
    if scene.changed:
        return _inform(scene)
    match scene.state.phase:
        case Phase.SUMMARY if scene.state.open == "confirm":
            return Decision(state=scene.state, moves=(ChooseField(),))
        case Phase.PLANNED:
            return Decision(state=scene.state, moves=(Say(key="done"),))
        case Phase.MODEL:
            return Decision(state=scene.state, moves=(Ask(question="model", again=True),))
        case _:
            return _skip(scene)


def _skip(scene: Scene) -> Decision:
    state = scene.state
    if state.phase is Phase.PLANNED:
        return Decision(state=state, moves=(Say(key="done"),))
    if state.open == "confirm":
        return _model(scene)
    if state.open == "model":
        return _make(scene, recommended_model(scene.profile, scene.sector))
    skipped = state.but(skipped=tuple(dict.fromkeys((*state.skipped, state.open))), strikes=0)
    scene = scene.model_copy(update={"state": skipped})
    forward = _summary(scene) if state.phase is Phase.SUMMARY else _next(scene)
    return _prefixed((Say(key="skipped"),), forward)


def _dont_know(scene: Scene) -> Decision:
    question = scene.state.question
    if question is None or not question.open or scene.state.strikes >= 1:
        return _skip(scene)
    state = scene.state.but(strikes=scene.state.strikes + 1)
    return Decision(state=state, moves=(Examples(question=question.key),))


def _unclear(scene: Scene) -> Decision:
    state = scene.state.but(strikes=scene.state.strikes + 1)
    scene = scene.model_copy(update={"state": state})
    if state.phase is Phase.PLANNED:
        return Decision(state=state, moves=(Say(key="planned.unclear"),))
    if state.strikes > PATIENCE and state.question and state.question.key != "model":
        return _skip(scene)
    if state.strikes == PATIENCE and state.question and state.question.open:
        return Decision(state=state, moves=(Examples(question=state.open),))
    return _prefixed((Say(key="unclear"),), _go_on(scene))


def _back(scene: Scene) -> Decision:
    state = scene.state
    if state.phase is Phase.MODEL:
        return _summary(scene)
    before = state.asked[: state.asked.index(state.open)] if state.open in state.asked else state.asked
    if not before or state.phase is Phase.PLANNED:
        return _prefixed((Say(key="no_way_back"),), _go_on(scene))
    back = state.but(open=before[-1], strikes=0, phase=Phase.INTERVIEW, skipped=_without(state.skipped, before[-1]))
    return Decision(state=back, moves=(Ask(question=before[-1], again=True),))


def _without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(k for k in keys if k != key)


def _stop(scene: Scene) -> Decision:
    return Decision(state=scene.state.but(paused=True), moves=(Say(key="paused"),))


def _resume(scene: Scene) -> Decision:
    return _prefixed((Say(key="resumed"),) if scene.state.asked else (), _go_on(scene))


def _greeting(scene: Scene) -> Decision:
    if scene.changed:
        return _inform(scene)
    greeted: tuple[Move, ...] = (Say(key="greeting"),) if scene.state.asked else ()
    return _prefixed(greeted, _go_on(scene))


def _plan(scene: Scene) -> Decision:
    if scene.has_plan and not scene.changed:
        return Decision(state=scene.state, moves=(ShowPlan(), SendPlan(), Ask(question="feedback")))
    if not is_known("business", scene.profile):
        return _prefixed((Say(key="plan_needs_business"),), _next(scene))
    if scene.state.phase is Phase.INTERVIEW:
        return _summary(scene)
    return _make(scene, scene.profile.text(ProfileField.MODEL) or recommended_model(scene.profile, scene.sector))


def _export(scene: Scene) -> Decision:
    if not scene.has_plan:
        return _prefixed((Say(key="no_plan_yet"),), _go_on(scene))
    return Decision(state=scene.state, moves=(SendPlan(), Ask(question="feedback", again=True)))


def _pending(pending: Pending) -> Callable[[Scene], Decision]:
    def wait(scene: Scene) -> Decision:
        return Decision(state=scene.state.but(pending=pending), moves=(Say(key=f"confirm.{pending.value}"),))

    return wait


def _explain(how: str) -> Callable[[Scene], Decision]:
    def explain(scene: Scene) -> Decision:
        key = _question_about(scene.heard.about.value) if scene.heard.about else scene.state.open
        if how == "meaning" and scene.heard.about is None and scene.heard.question:
            return _theory(scene)
        move = ExplainQuestion(question=key or scene.state.open, how=how, words=scene.heard.question)
        return _aside(scene, move)

    return explain


def _theory(scene: Scene) -> Decision:
    return _aside(scene, AnswerTheory(question=scene.heard.question))


def _how_long(scene: Scene) -> Decision:
    return _aside(scene, CountDown(left=questions_left(scene.state, scene.profile, scene.sector)))


def _saying(key: str) -> Callable[[Scene], Decision]:
    return lambda scene: _aside(scene, Say(key=key))


def _aside(scene: Scene, move: Move) -> Decision:
    """Does something in passing, keeps the facts that came with it, and returns to the open question."""
    noted = _noted(scene) if scene.changed else ()
    if scene.state.paused:
        return Decision(state=scene.state, moves=(*noted, move))
    return _prefixed((*noted, move), _go_on(scene))


def _summary_asked(scene: Scene) -> Decision:
    if scene.state.phase in (Phase.SUMMARY, Phase.MODEL):
        return _summary(scene)
    return _aside(scene, Summarise())


def _choose_field(scene: Scene) -> Decision:
    return Decision(state=scene.state, moves=(ChooseField(),))


def _prefixed(moves: tuple[Move, ...], decision: Decision) -> Decision:
    return decision.model_copy(update={"moves": (*moves, *decision.moves)})


_HANDLERS: dict[Intent, Callable[[Scene], Decision]] = {
    Intent.INFORM: _inform,
    Intent.CORRECT: _correct,
    Intent.THEORY: _theory,
    Intent.MEANING: _explain("meaning"),
    Intent.WHY: _explain("why"),
    Intent.ADVICE: _explain("advice"),
    Intent.WHO_READS: _saying("privacy"),
    Intent.ROBOT: _saying("robot"),
    Intent.COST: _saying("cost"),
    Intent.HELP: _saying("help"),
    Intent.HOW_LONG: _how_long,
    Intent.SKIP: _skip,
    Intent.DONT_KNOW: _dont_know,
    Intent.BACK: _back,
    Intent.STOP: _stop,
    Intent.RESUME: _resume,
    Intent.RESTART: _pending(Pending.RESTART),
    Intent.DELETE: _pending(Pending.DELETE),
    Intent.GREETING: _greeting,
    Intent.THANKS: _saying("thanks"),
    Intent.YES: _yes,
    Intent.NO: _no,
    Intent.PLAN: _plan,
    Intent.EXPORT: _export,
    Intent.SUMMARY: _summary_asked,
    Intent.EDIT: _choose_field,
    Intent.SWITCH_LANGUAGE: lambda scene: _go_on(scene),
    Intent.SYMBOLS: _saying("symbols"),
    Intent.ABUSE: _saying("abuse"),
    Intent.COMMANDING: _saying("commanding"),
    Intent.UNCLEAR: _unclear,
    Intent.OTHER_MODEL: _other_model,
    Intent.DONE: _after_facts,
    Intent.OLD_BUTTON: _saying("old_button"),
    Intent.MEDIA: lambda scene: _go_on(scene),
}

__all__ = ["FIELDS", "Decision", "Scene", "decide"]
