"""The open question once more where the owner said something else, and the way on where that was of no use."""

from journey.choice import recommended_model
from journey.dialogue.scene import Decision, Scene, prefixed
from journey.dialogue.steps import go_on, just_answered, left, make, model_step, next_step, repeated, rest_of_summary
from journey.interview import may_insist
from journey.moves import Say
from journey.state import Phase

#: Questions that ask for a decision rather than for facts.
STEPS = ("confirm", "model")


def leave(scene: Scene) -> Decision:
    """On from the open question without an answer to it."""
    state = scene.state
    if state.open == "model":
        taken = recommended_model(scene.profile, scene.sector)
        return prefixed((Say(key="model_taken"),), make(scene, taken))
    if state.open == "confirm":
        return prefixed((Say(key="summary_taken"),), model_step(scene))
    if state.phase is Phase.MODEL:
        return model_step(scene)
    scene = scene.model_copy(update={"state": left(state) if state.open else state})
    return rest_of_summary(scene) if state.phase is Phase.SUMMARY else next_step(scene)


def insist(scene: Scene) -> Decision:
    """The open question once more, where the owner said something else; the second time it is left."""
    state = scene.state
    if state.phase is Phase.PLANNED or not state.open or just_answered(scene):
        return go_on(scene)
    return repeated(state) if may_insist(state, scene.profile, scene.sector) else leave(scene)
