"""What stands around the stages of a plan: title, persona, reasons, what was respected, what must be checked."""

import re

from coaching.planning.hands import has_no_list
from coaching.planning.posting import postable
from coaching.planning.slots import Slots, in_place
from coaching.planning.smoothing import called, sentence_case
from coaching.planning.told import reason_told
from coaching.showing import number, shown_hours
from coaching.understanding.money.currency import currency_of
from coaching.understanding.names.first_names import common_first_names
from coaching.understanding.text.normalise import fold
from coaching.understanding.wordlists import load
from coaching.weekdays import listed, numbers
from journey.assumptions import USUAL_LIMITS
from journey.changes import Wishes
from journey.channels import MAIL
from journey.choice import ranked_models
from journey.keys import Audience, Form
from journey.models import MODELS
from journey.moments import Moment
from journey.plan import Assumption, Basis, Line, Persona, StagePlan
from journey.profile import Limits, Profile, ProfileField
from journey.trades import Sector, SectorWords
from prompts.words import Words


def title_of(profile: Profile, sector: Sector, words: Words) -> str:
    """The plan's title: the business by name, or by trade and place."""
    name = profile.text(ProfileField.BUSINESS_NAME)
    if name:
        return words.say("plan.title", business=name)
    trade = called(sector.words(words.language).our)
    return words.say("plan.title_unnamed", trade=trade, in_place=in_place(profile, words))


def why(model: str, profile: Profile, sector: Sector, words: Words) -> str:
    """Why this model: the strongest reasons in the profile, at most two; its own strength where none speaks for it."""
    reasons = dict(ranked_models(profile, sector))[model][:2]
    said = " ".join(words.say(f"reason.{reason.key}") for reason in reasons) or words.say(f"model_why.{model}")
    return sentence_case(said)


def limits_of(profile: Profile) -> Limits:
    """The limits a plan is made for: those told, the usual ones for what wasn't."""
    return USUAL_LIMITS.with_(profile.limits) if profile.limits != Limits() else USUAL_LIMITS


def persona_of(profile: Profile, sector: Sector, slots: Slots, words: Words) -> Persona:
    """The customer the plan is for: told where told, the trade's usual customer otherwise."""
    pack = sector.words(words.language)

    def line(field: ProfileField, usual: str) -> Line:
        told = profile.text(field)
        return Line(text=told or slots.own(usual, words), basis=Basis.TOLD if told else Basis.ASSUMED)

    named = _first_name_told(profile)
    return Persona(
        name=named or _invented_name(profile, words),
        name_told=bool(named),
        who=_who(profile, line(ProfileField.PERSONA_SITUATION, pack.examples.persona[0]), words),
        need=line(ProfileField.PERSONA_NEED, pack.examples.persona_need[0]),
        pain=line(ProfileField.PERSONA_PAIN, pack.examples.persona_pain[0]),
        feeling=line(ProfileField.PERSONA_FEELING, pack.moments[Moment.COMPARING].feels),
        looks=line(ProfileField.PERSONA_INFO, words.listed(_places(pack, profile))),
    )


def _first_name_told(profile: Profile) -> str:
    """The first name by which the owner spoke of the best customer; empty where none was told."""
    told = profile.text(ProfileField.PERSONA_SITUATION)
    own = {fold(profile.text(field)) for field in (ProfileField.OWNER_NAME, ProfileField.BUSINESS_NAME)}
    names = common_first_names() - set(load("private")["words_too"].split())
    capitalised = re.findall(r"\b[A-ZÀ-Ý][a-zà-ÿ]+(?!['’]?\w)", told)
    return next((name for name in capitalised if fold(name) in names and not any(fold(name) in of for of in own)), "")


def _invented_name(profile: Profile, words: Words) -> str:
    names = words.say("plan.persona_names").split()
    seed = sum(map(ord, profile.text(ProfileField.SECTOR) + profile.text(ProfileField.LOCATION)))
    owner = profile.text(ProfileField.OWNER_NAME)
    choices = [name for name in names if name.lower() != owner.lower()]
    return choices[seed % len(choices)]


def _places(pack: SectorWords, profile: Profile) -> list[str]:
    """Where customers of the trade look around, in short, without channels that the owner ruled out."""
    excluded = profile.many(ProfileField.CHANNELS_EXCLUDED)
    online = [place for place in pack.online if not any(channel in place.lower() for channel in excluded)]
    return [place.split(",")[0] for place in (*online[:2], pack.offline[0])]


def _who(profile: Profile, line: Line, words: Words) -> Line:
    age = profile.text(ProfileField.PERSONA_AGE)
    if not age or all(number in line.text for number in re.findall(r"\d+", age) or [age]):
        return line
    return line.model_copy(update={"text": words.say("plan.persona_age", who=line.text, age=age)})


def respected(profile: Profile, wishes: Wishes, words: Words) -> tuple[str, ...]:
    """What the owner ruled out, refused or set as a limit, as promises kept."""
    limits = profile.limits
    channels = dict.fromkeys((*profile.many(ProfileField.CHANNELS_EXCLUDED), *wishes.channels))
    named = [words.say(f"channel.{channel}") for channel in channels]
    kept = [words.say("plan.respected.channel", channels=words.listed(named, "or"))] if named else []
    if has_no_list(profile, wishes) and not MAIL & channels.keys() and Form.EMAIL not in wishes.forms:
        kept.append(words.say("plan.respected.no_list"))
    kept += [words.say("plan.respected.form", form=words.say(f"form.{form}")) for form in wishes.forms]
    said = (reason_told(reason, words.language) for reason in wishes.reasons)
    reasons = [reason for reason in said if reason and postable(reason, words.language)]
    kept += [words.say("plan.respected.reason", told=reason) for reason in reasons]
    if limits.hours_per_week is not None:
        kept.append(words.say("plan.respected.hours", hours=shown_hours(limits.hours_per_week, words)))
    if limits.euros_per_month is not None:
        key = "plan.respected.money" if limits.euros_per_month else "plan.respected.no_money"
        currency = words.say(f"currency.{currency_of(profile)}")
        kept.append(words.say(key, euros=number(limits.euros_per_month, words), currency=currency))
    quiet = () if limits.work_days else limits.quiet_days
    closed = tuple(day for day in limits.closed_days if day not in limits.work_days)
    told = {"work": limits.work_days, "closed": closed, "busy": limits.busy_days, "quiet": quiet}
    for kind, days in told.items():
        if of_week := [day for day in days if numbers((day,), words)]:
            kept.append(words.say(f"plan.respected.{kind}", days=listed(of_week, words)))
    return tuple(kept)


_CHECKED = {
    "need": ProfileField.PERSONA_NEED,
    "pain": ProfileField.PERSONA_PAIN,
    "feeling": ProfileField.PERSONA_FEELING,
    "looks": ProfileField.PERSONA_INFO,
    "who": ProfileField.PERSONA_SITUATION,
}


#: Questions to real customers in a plan.
_QUESTIONS = 3


def assumptions_of(profile: Profile, persona: Persona, slots: Slots, words: Words) -> tuple[Assumption, ...]:
    """What the plan takes to be true: three things each with a question for a real customer, what is only guessed
    first; then what the owner can check alone."""
    guessed = [name for name in _CHECKED if getattr(persona, name).basis is Basis.ASSUMED]
    together = ["deciders"] if profile.audience is Audience.B2B else []
    asked = dict.fromkeys((*together, *guessed, "usp", "recommend", "source"))
    found = [_assumption(name, slots, words) for name in list(asked)[:_QUESTIONS]]
    return (*found, *_assumed_limits(profile, slots, words))


def _assumption(name: str, slots: Slots, words: Words) -> Assumption:
    text = slots.own(words.raw(f"plan.assumed.{name}"), words)
    question = slots.fill(words.raw(f"plan.check.{name}"))
    slots.spend((text, question))
    return Assumption(text=text, question=question)


def _assumed_limits(profile: Profile, slots: Slots, words: Words) -> list[Assumption]:
    found = []
    if profile.limits.hours_per_week is None:
        text = words.say("plan.assumed.hours", hours=shown_hours(USUAL_LIMITS.hours_per_week or 0, words))
        found.append(Assumption(text=text, question=words.say("plan.check.hours"), to_customers=False))
    if profile.limits.euros_per_month is None:
        question = words.say("plan.check.money", **slots.values())
        found.append(Assumption(text=words.say("plan.assumed.money"), question=question, to_customers=False))
    return found


def sources_of(model: str, stages: tuple[StagePlan, ...]) -> tuple[str, ...]:
    """The sources of the plan: that of the model first, then those of the plays; "coach" for a coach's practice."""
    labels = [s.source for stage in stages for s in (*stage.suggestions, *((stage.email,) if stage.email else ()))]
    keys = [MODELS[model].source, *(_source(label) for label in labels)]
    return tuple(key for key in dict.fromkeys(keys) if key)


def _source(label: str) -> str:
    model = label.partition("/")[0]
    return MODELS[model].source if model in MODELS else "coach" if label == "coach" else ""
