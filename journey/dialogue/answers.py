"""What an answer leads to: facts, corrections, yes, no, skip, no idea, nothing clear."""

from journey.choice import recommended_model
from journey.dialogue.changes import IN_STEPS, left_alone, no_reason
from journey.dialogue.offering import offered, offered_first
from journey.dialogue.scene import Decision, Scene, noted, prefixed
from journey.dialogue.steps import (
    asked,
    go_on,
    make,
    model_step,
    next_step,
    other_model,
    planned,
    question_about,
    summary,
)
from journey.interview import may_probe
from journey.moves import Ask, ChooseField, Examples, Say
from journey.offer import Offer
from journey.profile import ProfileField
from journey.state import Phase
from journey.topics import Topic

PATIENCE = 2


def inform(scene: Scene) -> Decision:
    """Facts, or nothing that could be used."""
    if offered_first(scene):
        return offered(scene, Offer(facts=scene.heard.facts))
    if scene.changed:
        return prefixed(noted(scene), after_facts(scene))
    if scene.heard.facts:
        known = (Say(key="known_already"),)
        return prefixed(known, go_on(scene) if scene.state.phase is Phase.PLANNED else after_facts(scene))
    return unclear(scene)


def after_facts(scene: Scene) -> Decision:
    """On from new facts: a probe where they were thin, else the next step of this part of the talk."""
    state, open_question = scene.state, scene.state.question
    if open_question and open_question.several and scene.heard.ticked:
        return Decision(state=state, moves=(Ask(question=open_question.key, again=True),))
    if state.phase is Phase.PLANNED:
        return _planned(scene)
    if state.phase is not Phase.INTERVIEW:
        return _with_model_or_summary(scene)
    if scene.heard.thin and open_question and may_probe(state, open_question):
        probed = state.but(probed=(*state.probed, open_question.key))
        return Decision(state=probed, moves=(Ask(question=open_question.key, probe=True),))
    return next_step(scene)


def _with_model_or_summary(scene: Scene) -> Decision:
    model = scene.profile.text(ProfileField.MODEL)
    if scene.state.phase is Phase.MODEL and model and ProfileField.MODEL in scene.changed:
        return make(scene, model)
    if scene.state.phase is Phase.MODEL and not _summarised_fields(scene):
        return model_step(scene)
    return summary(scene)


def _summarised_fields(scene: Scene) -> bool:
    return any(field not in (ProfileField.MODEL, ProfileField.LANGUAGE) for field in scene.changed)


def _planned(scene: Scene) -> Decision:
    return make(scene, scene.profile.text(ProfileField.MODEL) or recommended_model(scene.profile, scene.sector))


def correct(scene: Scene) -> Decision:
    """A correction: applied where it was clear, else what to change is asked."""
    if offered_first(scene):
        return offered(scene, Offer(facts=scene.heard.facts))
    if scene.changed:
        return prefixed(noted(scene), after_facts(scene))
    if scene.heard.about is Topic.MODEL:
        return other_model(scene)
    if scene.heard.about and (key := question_about(scene.heard.about.value)):
        return asked(scene.state, key)
    return Decision(state=scene.state, moves=(ChooseField(),))


def yes(scene: Scene) -> Decision:
    """A yes to whatever stands open."""
    if scene.changed:
        return inform(scene)
    match scene.state.phase:
        case Phase.SUMMARY if scene.state.open == "confirm":
            return model_step(scene)
        case Phase.MODEL if scene.state.open == "model":
            return make(scene, recommended_model(scene.profile, scene.sector))
        case Phase.PLANNED:
            return go_on(scene) if scene.state.open in IN_STEPS else Decision(state=scene.state, moves=(ChooseField(),))
        case Phase.INTERVIEW if scene.state.question and scene.state.question.open:
            return dont_know(scene)
        case _:
            return go_on(scene)


def no(scene: Scene) -> Decision:
    """A no to whatever stands open."""
    if scene.changed:
        return inform(scene)
    match scene.state.phase:
        case Phase.SUMMARY if scene.state.open == "confirm":
            return Decision(state=scene.state, moves=(ChooseField(),))
        case Phase.PLANNED if scene.state.open in IN_STEPS:
            return left_alone(scene)
        case Phase.PLANNED:
            return Decision(state=planned(scene.state), moves=(Say(key="done"),))
        case Phase.MODEL:
            return Decision(state=scene.state, moves=(Ask(question="model", again=True),))
        case _:
            return skip(scene)


def skip(scene: Scene) -> Decision:
    """The open question is left; the plan will assume."""
    state = scene.state
    if not state.open:
        return next_step(scene)
    if state.phase is Phase.PLANNED:
        return _skipped_in_plan(scene)
    if state.open == "confirm":
        return model_step(scene)
    if state.open == "model":
        return prefixed((Say(key="model_taken"),), make(scene, recommended_model(scene.profile, scene.sector)))
    skipped = state.but(skipped=tuple(dict.fromkeys((*state.skipped, state.open))), strikes=0)
    scene = scene.model_copy(update={"state": skipped})
    forward = summary(scene) if state.phase is Phase.SUMMARY else next_step(scene)
    return prefixed((Say(key="skipped"),), forward)


def _skipped_in_plan(scene: Scene) -> Decision:
    if scene.state.open == "why_not":
        return no_reason(scene)
    if scene.state.open in IN_STEPS:
        return left_alone(scene)
    return Decision(state=planned(scene.state), moves=(Say(key="done"),))


def dont_know(scene: Scene) -> Decision:
    """Examples from the trade, and the second time an assumption."""
    question = scene.state.question
    if question is None or not question.open or scene.state.strikes >= 1:
        return skip(scene)
    state = scene.state.but(strikes=scene.state.strikes + 1)
    return Decision(state=state, moves=(Examples(question=question.key),))


def unclear(scene: Scene) -> Decision:
    """Nothing could be taken from it: asked again, then examples, then an assumption."""
    state = scene.state.but(strikes=scene.state.strikes + 1)
    scene = scene.model_copy(update={"state": state})
    if state.phase is Phase.PLANNED:
        return Decision(state=state, moves=(Say(key="planned.unclear"),))
    if state.strikes > PATIENCE or (state.strikes == PATIENCE and state.open == "model"):
        return skip(scene)
    if state.strikes == PATIENCE and state.question and state.question.open:
        return Decision(state=state, moves=(Examples(question=state.open),))
    said = (Say(key="unclear"),) if scene.state.open else ()
    return prefixed(said, go_on(scene))
