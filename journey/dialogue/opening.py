"""What comes before anything else: the language, the welcome, remarks on the message, things that wait for a yes; and
what an owner does to the talk as a whole."""

from journey.dialogue.answers import after_facts, inform
from journey.dialogue.changes import IN_STEPS
from journey.dialogue.insisting import insist
from journey.dialogue.scene import Decision, Scene, prefixed
from journey.dialogue.steps import asked, go_on
from journey.hearing import Heard, Intent
from journey.interview import is_known
from journey.moves import (
    Ask,
    ChooseBusiness,
    Erase,
    Forget,
    JoinCoach,
    Move,
    NameBusiness,
    Note,
    ReadBack,
    Say,
    StartOver,
)
from journey.profile import ProfileField
from journey.state import Pending, Phase, State

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
    """The first message of all is welcomed; who comes by the link of a coach hears who reads along."""
    joined: tuple[Move, ...] = (JoinCoach(name=scene.coach),) if scene.coach else ()
    if scene.state.welcomed:
        return scene, (*moves, *joined)
    state = scene.state.but(welcomed=True)
    return scene.model_copy(update={"state": state}), (*moves, Say(key="welcome"), *joined)


def remarked(scene: Scene) -> tuple[Scene, tuple[Move, ...]]:
    """What is said about the message itself: a medium that can't be heard, other people's data left out."""
    heard, state = scene.heard, scene.state
    remarks: list[Move] = [ReadBack(text=heard.spoken)] if heard.spoken else []
    remarks += [Say(key=f"media.{heard.media}")] if heard.media else []
    if heard.private and not state.told_private:
        remarks.append(Say(key="private"))
        state = state.but(told_private=True)
    return scene.model_copy(update={"state": state}), tuple(remarks)


def language(scene: Scene) -> Decision:
    """The talk goes over into the language that was asked for. Asked for once more in vain, it was no request."""
    told = f"language:{scene.state.language}:{scene.state.open}"
    if scene.heard.facts:
        return inform(scene)
    if scene.state.aside == told:
        return insist(scene)
    return go_on(scene.model_copy(update={"state": scene.state.but(aside=told)}))


def medium(scene: Scene) -> Decision:
    """A medium without words: on with the talk, unless it rests. A place on the map is asked for by its name, which is
    the owner's question more than ours and counts as none."""
    state = scene.state
    if state.paused:
        return Decision(state=state)
    asks = scene.heard.media == "location" and state.phase is Phase.INTERVIEW
    if asks and not scene.profile.told(ProfileField.LOCATION):
        return Decision(state=state.but(open="location", put=1), moves=(Ask(question="location"),))
    return go_on(scene)


def amended(scene: Scene) -> Decision:
    """An earlier message was edited: what is different now, and on from there where the talk hung on it."""
    if not scene.changed and not scene.forgotten:
        return Decision(state=scene.state)
    kept: tuple[Move, ...] = (Note(fields=scene.changed, corrected=True),) if scene.changed else ()
    said = (*kept, Forget(fields=scene.forgotten)) if scene.forgotten else kept
    state = scene.state
    waits = state.phase is Phase.INTERVIEW and not is_known(state.open, scene.profile)
    if waits or state.paused or state.pending or state.open in IN_STEPS:
        return Decision(state=state, moves=said)
    return prefixed(said, after_facts(scene))


def begun(scene: Scene) -> Decision:
    """A talk about another business begins."""
    return asked(scene.state, "business", before=(Say(key="business.begun"),))


def switched(scene: Scene) -> Decision:
    """A talk from before goes on."""
    return prefixed((NameBusiness(),), go_on(scene))


def choose_business(scene: Scene) -> Decision:
    """Which business the owner wants to talk about."""
    return Decision(state=scene.state, moves=(ChooseBusiness(),))


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
