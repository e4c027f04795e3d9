"""The businesses of one owner: each has a talk and a plan of its own, and one is current."""

from collections.abc import Sequence

from coaching.message import Button, Reply, on_button
from coaching.ports import Conversations
from coaching.records import Conversation
from journey.hearing import Heard, Intent
from journey.profile import Profile, ProfileField
from journey.trades import Sector
from prompts.words import Words

_KIND = "business"
_NEW = f"{_KIND}:new"
#: Businesses that are offered at most, the newest.
_MOST = 20


def chosen(payload: str, current: Conversation, conversations: Conversations) -> tuple[Conversation, Heard] | None:
    """The talk that a tap leads to, with what it says there; None for a tap that leads to none (any more)."""
    if not payload.startswith(f"{_KIND}:"):
        return None
    if payload == _NEW:
        return _begun(current, conversations), Heard(intent=Intent.BEGIN)
    there = {talk.id: talk for talk in conversations.all_of(current.owner)}
    talk = there.get(payload.partition(":")[2])
    return (_followed(talk, current), Heard(intent=Intent.SWITCH)) if talk else None


def businesses_reply(talks: Sequence[Conversation], current: str, words: Words, sectors: dict[str, Sector]) -> Reply:
    """A new business, or one of those told of before; `current` is the talk they are chosen in."""
    named = [(talk.id, name) for talk in talks if (name := business_name(talk.profile, words, sectors))]
    rows = [(Button(label=words.say("business.button_new"), payload=_NEW),)]
    for id_, name in named[-_MOST:]:
        here = words.say("business.here", name=name) if id_ == current else name
        rows.append((Button(label=on_button(here), payload=f"{_KIND}:{id_}"),))
    return Reply(text=words.say("business.which"), buttons=tuple(rows))


def business_name(profile: Profile, words: Words, sectors: dict[str, Sector]) -> str:
    """What the owner knows a business by: its name, else its trade and place, else what it sells; empty where nothing
    is known of it."""
    if ProfileField.BUSINESS_NAME in profile:
        return profile.text(ProfileField.BUSINESS_NAME)
    sector = sectors.get(profile.text(ProfileField.SECTOR))
    what = sector.words(words.language).name if sector and sector.key != "general" else ""
    what = what or profile.text(ProfileField.OFFER)
    place = profile.text(ProfileField.LOCATION)
    return words.say("business.in_place", what=what, place=place) if what and place else what


def _begun(current: Conversation, conversations: Conversations) -> Conversation:
    """A talk about a business of which nothing is known yet: the current one where that is such."""
    about = (ProfileField.BUSINESS_NAME, ProfileField.SECTOR, ProfileField.OFFER)
    if not any(field in current.profile for field in about) and current.plan is None:
        return current
    state = type(current.state)(
        language=current.state.language,
        address=current.state.address,
        welcomed=True,
        spoken=True,
        told_private=current.state.told_private,
    )
    return conversations.fresh(current.owner, state, _same_person(current.profile))


def _same_person(profile: Profile) -> Profile:
    name = profile.facts.get(ProfileField.OWNER_NAME)
    return Profile(facts={ProfileField.OWNER_NAME: name.model_copy(update={"evidence": 0})} if name else {})


def _followed(talk: Conversation, current: Conversation) -> Conversation:
    """A talk from before, in the language that the owner speaks now."""
    state = talk.state.but(language=current.state.language, address=current.state.address, pending=None)
    return talk.model_copy(update={"state": state})
