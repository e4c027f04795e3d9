"""What comes before anything else: the language, the welcome, remarks on the message, things that wait for a yes."""

from journey.dialogue.scene import Decision, Scene, prefixed
from journey.dialogue.steps import asked, go_on
from journey.hearing import Heard, Intent
from journey.moves import Erase, Move, Say, StartOver
from journey.state import Pending, State

FOREIGN = 2


def in_language(scene: Scene) -> tuple[Scene, tuple[Move, ...]]:
    """The owner's language and form of address, followed."""
    state, heard = scene.state, scene.heard
    address = heard.address or state.address
    wanted = heard.asked_language or _followed(state, heard)
    foreign = state.foreign + 1 if heard.language not in (None, state.language) else 0
    first_words = not state.spoken
    state = state.but(spoken=state.spoken or heard.language is not None)
    if wanted and wanted != state.language:
        state = state.but(language=wanted, foreign=0, address=address)
        key = "welcome" if first_words else "language.switched"
        moves: tuple[Move, ...] = (Say(key=key),) if state.welcomed else ()
        return scene.model_copy(update={"state": state}), moves
    foreign = foreign if heard.language else state.foreign
    return scene.model_copy(update={"state": state.but(foreign=foreign, address=address)}), ()


def _followed(state: State, heard: Heard) -> str | None:
    if heard.language is None or heard.language == state.language:
        return None
    return heard.language if not state.spoken or state.foreign + 1 >= FOREIGN else None


def welcomed(scene: Scene, moves: tuple[Move, ...]) -> tuple[Scene, tuple[Move, ...]]:
    """The first message of all is welcomed."""
    if scene.state.welcomed:
        return scene, moves
    state = scene.state.but(welcomed=True)
    return scene.model_copy(update={"state": state}), (*moves, Say(key="welcome"))


def remarked(scene: Scene) -> tuple[Scene, tuple[Move, ...]]:
    """What is said about the message itself: a medium that can't be heard, other people's data left out."""
    heard, state = scene.heard, scene.state
    remarks: list[Move] = [Say(key=f"media.{heard.media}")] if heard.media else []
    if heard.private and not state.told_private:
        remarks.append(Say(key="private"))
        state = state.but(told_private=True)
    return scene.model_copy(update={"state": state}), tuple(remarks)


def confirmed(scene: Scene) -> Decision:
    """A yes or anything else to something that can't be undone."""
    pending, state = scene.state.pending, scene.state.but(pending=None)
    if scene.heard.intent is not Intent.YES:
        kept = go_on(scene.model_copy(update={"state": state}))
        return prefixed((Say(key="kept"),), kept)
    if pending is Pending.DELETE:
        return Decision(state=State(language=state.language, address=state.address), moves=(Erase(),))
    fresh = State(language=state.language, address=state.address, welcomed=True)
    return asked(fresh.but(asked=("business",)), "business", before=(StartOver(),))
