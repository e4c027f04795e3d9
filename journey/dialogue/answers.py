"""What an answer leads to: facts, corrections, yes, no, skip, no idea, nothing clear."""

from journey.choice import recommended_model
from journey.dialogue.changes import IN_STEPS, left_alone, no_reason
from journey.dialogue.insisting import STEPS, insist, leave
from journey.dialogue.offering import offered, offered_first
from journey.dialogue.scene import Decision, Scene, noted, prefixed
from journey.dialogue.steps import (
    asked,
    go_on,
    helped,
    make,
    model_step,
    next_step,
    other_model,
    planned,
    question_about,
    rest_of_summary,
    summary,
)
from journey.interview import is_known, may_insist, may_probe, may_repeat
from journey.moves import Ask, ChooseField, Say
from journey.offer import Offer
from journey.profile import ProfileField
from journey.state import Phase
from journey.topics import Topic

#: Corrections one after another of the summary, or beside the choice of a model, after which the talk goes on all the
#: same.
_CORRECTIONS = 8


def inform(scene: Scene) -> Decision:
    """Facts, or nothing that could be used."""
    if offered_first(scene):
        return offered(scene, Offer(facts=scene.heard.facts))
    if scene.different:
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
        return _after_the_interview(scene)
    if scene.heard.thin and open_question and may_probe(state, open_question, scene.profile, scene.sector):
        probed = state.but(probed=(*state.probed, open_question.key))
        return Decision(state=probed, moves=(Ask(question=open_question.key, probe=True),))
    return helped(state) if _told_late(scene) else next_step(scene)


def _told_late(scene: Scene) -> bool:
    """Whether something of an earlier question was told instead of an answer in words to the open one, which would now
    be left: by examples it comes back, and that is no question more."""
    state = scene.state
    waits = state.question is not None and state.question.open and not is_known(state.open, scene.profile)
    asked_before = state.open in state.asked and state.open != "trade" and not state.put_twice(state.open)
    return waits and asked_before and not may_repeat(state)


def _after_the_interview(scene: Scene) -> Decision:
    """A model that is named is taken; else what stood open comes back. The summary is shown whole again only where the
    trade is another one, and with it what is assumed."""
    state, model = scene.state, scene.profile.text(ProfileField.MODEL)
    named = any(told.field is ProfileField.MODEL for told in scene.heard.facts)
    if state.phase is Phase.MODEL and named and model:
        return make(scene, model)
    if state.phase is Phase.MODEL and state.open != "model":
        return model_step(scene)
    told_again = state.open == "confirm" and bool(scene.heard.facts)
    if not scene.different and state.open in STEPS and not told_again:
        return insist(scene)
    if state.phase is Phase.MODEL:
        return go_on(scene) if state.put <= _CORRECTIONS else leave(scene)
    if state.open == "confirm" and state.put > _CORRECTIONS:
        return model_step(scene)
    return summary(scene) if ProfileField.SECTOR in scene.changed else rest_of_summary(scene)


def _planned(scene: Scene) -> Decision:
    return make(scene, scene.profile.text(ProfileField.MODEL) or recommended_model(scene.profile, scene.sector))


def correct(scene: Scene) -> Decision:
    """A correction: applied where it was clear, else what to change is asked."""
    if offered_first(scene):
        return offered(scene, Offer(facts=scene.heard.facts))
    again = scene.heard.facts and scene.state.phase is Phase.SUMMARY
    if scene.different or (again and scene.heard.about is not Topic.MODEL):
        return inform(scene)
    if scene.heard.about is Topic.MODEL:
        return other_model(scene)
    if scene.heard.about and (key := question_about(scene.heard.about.value)):
        return asked(scene.state.reopened(key), key)
    return _choose_field(scene)


def _choose_field(scene: Scene) -> Decision:
    """What to change is asked; an owner who then says no more about it is asked what stood open."""
    told = f"choose:{scene.state.open}"
    if scene.state.aside == told:
        return insist(scene)
    return Decision(state=scene.state.but(aside=told), moves=(ChooseField(),))


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
            return insist(scene)


def no(scene: Scene) -> Decision:
    """A no to whatever stands open."""
    if scene.changed:
        return inform(scene)
    match scene.state.phase:
        case Phase.SUMMARY if scene.state.open == "confirm":
            return _choose_field(scene)
        case Phase.PLANNED if scene.state.open in IN_STEPS:
            return left_alone(scene)
        case Phase.PLANNED:
            return Decision(state=planned(scene.state), moves=(Say(key="done"),))
        case Phase.MODEL:
            return insist(scene)
        case _:
            return skip(scene)


def skip(scene: Scene) -> Decision:
    """The open question is left, which is said; the plan will assume."""
    state = scene.state
    if state.phase is Phase.PLANNED and state.open:
        return _skipped_in_plan(scene)
    said = (Say(key="skipped"),) if state.open and state.open not in STEPS else ()
    return prefixed(said, leave(scene))


def _skipped_in_plan(scene: Scene) -> Decision:
    if scene.state.open == "why_not":
        return no_reason(scene)
    if scene.state.open in IN_STEPS:
        return left_alone(scene)
    return Decision(state=planned(scene.state), moves=(Say(key="done"),))


def dont_know(scene: Scene) -> Decision:
    """Examples from the trade, and the second time an assumption."""
    state = scene.state
    if state.pending:
        return Decision(state=state)
    if state.question is None or not state.question.open or state.put_twice(state.open):
        return skip(scene)
    return helped(state)


def unclear(scene: Scene) -> Decision:
    """Nothing could be taken from it, but perhaps a remark: the question once more, by examples where words are asked
    for, or left."""
    state = scene.state.but(strikes=scene.state.strikes + 1)
    scene = scene.model_copy(update={"state": state})
    if state.phase is Phase.PLANNED:
        return Decision(state=state, moves=(Say(key="unclear" if state.pending else "planned.unclear"),))
    if not state.open:
        return go_on(scene)
    wants_words = state.question is not None and state.question.open and state.open != "business"
    helps = wants_words and not state.put_twice(state.open)
    asks = helps or may_insist(state, scene.profile, scene.sector)
    return prefixed(_nothing_taken(scene, asks=asks), helped(state) if helps else insist(scene))


def _nothing_taken(scene: Scene, *, asks: bool) -> tuple[Say, ...]:
    """What is said of a message that answered nothing, before its question is asked again or left."""
    if scene.changed:
        return (Say(key="remarked"),)
    if asks:
        return (Say(key="unclear"),)
    return (Say(key="left"),) if scene.state.open not in STEPS else ()
