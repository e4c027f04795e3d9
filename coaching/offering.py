"""A change of the plan as it is offered: what would stand in the place of what, and the buttons under it."""

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher

from coaching.asking import offer_rows
from coaching.message import Message, MessageKind, Reply
from coaching.records import Conversation
from coaching.showing import shown as in_words
from journey import moves as m
from journey.dialogue import Decision
from journey.hearing import Heard, Intent
from journey.offer import Offer
from journey.plan import Plan
from journey.profile import Profile, ProfileField, Proposal, in_free_words
from journey.rewording import Rewording, TextPart
from journey.sentences import sentences
from journey.state import Pending, State
from journey.trades import Sector
from prompts.words import Words

#: As what a message may be heard that turns down an offer; anything else wants something of its own.
_TURNING_DOWN = frozenset(
    {
        *(Intent.INFORM, Intent.CORRECT, Intent.UNCLEAR, Intent.DONT_KNOW, Intent.EDIT, Intent.YES, Intent.NO),
        *(Intent.SKIP, Intent.STOP, Intent.BACK, Intent.UNDO, Intent.THANKS),
    }
)
#: Facts that follow from others where they weren't told, and all that are not read out.
_MAY_FOLLOW = (ProfileField.CUSTOMER_WORD, ProfileField.FORM_OF_ADDRESS)
_UNSEEN = (*_MAY_FOLLOW, ProfileField.MODEL, ProfileField.LANGUAGE)


def offer_reply(
    move: m.Move, talk: Conversation, told: Profile, shown: Plan | None, words: Words, trades: Mapping[str, Sector]
) -> Reply:
    """What would be different, before and after; `told` and `shown` are the profile and the plan as they would be, and
    `trades` the sectors by their keys."""
    if not isinstance(move, m.OfferChange) or talk.plan is None:
        return Reply(text=words.say("no_plan_yet"))
    plan = talk.plan.plan
    lines = [_rewording(each, plan, words) for each in move.offer.rewordings]
    lines += [] if lines else [*_facts(talk.profile, told, words, trades), *_ideas(plan, shown, words)]
    text = "\n\n".join((words.say("offer.intro"), *lines, words.say("confirm.change")))
    return Reply(text=text, buttons=offer_rows(words))


def agreed(message: Message, heard: Heard, state: State) -> Heard:
    """`heard` with the facts of the offer where they are agreed to, or where others come to them: then all of them are
    offered anew. The words on its buttons, typed, count as a tap."""
    if state.pending is not Pending.CHANGE or state.offered is None:
        return heard
    typed = message.text.strip(" .!").lower() if message.kind is MessageKind.TEXT else ""
    if typed:
        heard = _in_words(typed, heard, Words(state.language, state.address))
        if _turns_down(typed, heard):
            return _without(state.offered, heard)
    comes_to_it = typed and heard.intent in (Intent.INFORM, Intent.CORRECT) and heard.facts
    if heard.intent is not Intent.YES and not comes_to_it:
        return heard
    return heard.model_copy(update={"facts": (*state.offered.facts, *heard.facts)})


def _turns_down(typed: str, heard: Heard) -> bool:
    """Whether the words typed turn down what is offered."""
    from coaching.understanding.intents.agreeing import calls_off  # slow to import, and loaded by then
    from coaching.understanding.intents.intent import bare
    from coaching.understanding.text.normalise import fold

    return heard.intent in _TURNING_DOWN and calls_off(bare(fold(typed)))


def _without(offer: Offer, heard: Heard) -> Heard:
    """`heard` without what was offered: a no, unless it tells something else."""
    offered = {(fact.field, fact.value) for fact in offer.facts}
    facts = tuple(f for f in heard.facts if (f.field, f.value) not in offered and not _is_one_word(f))
    return heard.model_copy(update={"facts": facts, "intent": heard.intent if facts else Intent.NO})


def _is_one_word(fact: Proposal) -> bool:
    """Whether a word of the no was taken for something told: "toch maar niet"."""
    return in_free_words(fact.field, fact.value) and isinstance(fact.value, str) and " " not in fact.value


def _in_words(typed: str, heard: Heard, words: Words) -> Heard:
    """`heard` as a no or a yes to the offer, where the words typed are that."""
    from coaching.understanding.intents.agreeing import goes_ahead, keeps  # slow to import, and loaded by then
    from coaching.understanding.intents.intent import bare
    from coaching.understanding.text.normalise import fold

    plain = bare(fold(typed))
    if typed == words.say("button.leave").lower() or (heard.intent is Intent.YES and keeps(plain)):
        return Heard(intent=Intent.NO, language=heard.language)
    if typed == words.say("button.change").lower() or goes_ahead(plain):
        return Heard(intent=Intent.YES, language=heard.language)
    return heard


def kept(decision: Decision, number: int) -> Decision:
    """`decision` with the number of the message in which what it offers was told."""
    offer = decision.state.offered
    if offer is None or offer.told_in:
        return decision
    state = decision.state.but(offered=offer.model_copy(update={"told_in": number}))
    return decision.model_copy(update={"state": state})


def told_in(state: State, source: Callable[[Proposal], int]) -> Callable[[Proposal], int]:
    """`source`, but for what was offered the message that told it."""
    offer = state.offered
    return source if offer is None else lambda fact: offer.told_in if fact in offer.facts else source(fact)


def _rewording(change: Rewording, plan: Plan, words: Words) -> str:
    """Where a text stands, and of it only the sentences that would be different."""
    before, after = _different(change.before, change.after)
    where = words.say(f"offer.{change.part}", place=_place(change, plan))
    if not before:
        return words.say("offer.added", where=where, after=after)
    return words.say("offer.reworded", where=where, before=before, after=after or "…")


def _place(change: Rewording, plan: Plan) -> str:
    if change.part is not TextPart.MESSAGE:
        return plan.place_of(change.of)
    return next((str(number) for number, s in enumerate(plan.stages, 1) if s.stage == change.of), "")


def _different(before: str, after: str) -> tuple[str, str]:
    old, new = sentences(before), sentences(after)
    steps = [step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"]
    gone = [sentence for _, start, end, _, _ in steps for sentence in old[start:end]]
    come = [sentence for _, _, _, start, end in steps for sentence in new[start:end]]
    return " ".join(gone), " ".join(come)


def _facts(before: Profile, after: Profile, words: Words, trades: Mapping[str, Sector]) -> list[str]:
    fields = [field for field in ProfileField if field not in _UNSEEN or (field in _MAY_FOLLOW and after.told(field))]
    told = ((field, _value(field, before, words, trades), _value(field, after, words, trades)) for field in fields)
    return [
        words.say("offer.fact", field=words.say(f"field.{field}"), before=old, after=new)
        for field, old, new in told
        if old != new
    ]


def _value(field: ProfileField, profile: Profile, words: Words, trades: Mapping[str, Sector]) -> str:
    fact, trade = profile.facts.get(field), trades.get(profile.text(ProfileField.SECTOR))
    return (in_words(field, fact, words, trade) if fact else "") or words.say("offer.nothing")


def _ideas(plan: Plan, shown: Plan | None, words: Words) -> list[str]:
    """Which suggestions would go, and which would come."""
    if shown is None:
        return []
    gone = [item.name for play, item in plan.items.items() if play not in shown.items]
    come = [item.name for play, item in shown.items.items() if play not in plan.items]
    if not gone and not come:
        return [words.say("offer.same_ideas")]
    told = (("offer.gone", gone), ("offer.come", come))
    return [words.say(key, ideas="; ".join(names)) for key, names in told if names]
