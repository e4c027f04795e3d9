"""What must never stand in a plan: every fault a check can find, with the place where it is."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from journey.assumptions import USUAL_LIMITS
from journey.channels import MAIL
from journey.keys import Form, Language
from journey.models import MODELS, labels
from journey.plan import Basis, Plan, StagePlan, Suggestion
from journey.profile import Profile, ProfileField
from journey.sentences import fingerprints
from journey.sources import SOURCES

#: Weeks over which the work of a plan is spread.
WEEKS = 8
#: The share of those weeks in which what comes back weekly is done: it begins once it is made.
RUNNING = 0.75


class FaultKind(StrEnum):
    """The ways in which a plan can be wrong."""

    EXCLUDED_CHANNEL = "excluded_channel"
    REFUSED = "refused"
    HARD_SELL = "hard_sell"
    REPEATED = "repeated"
    EMPTY = "empty"
    OVER_HOURS = "over_hours"
    OVER_MONEY = "over_money"
    NOT_COUNTABLE = "not_countable"
    THIRD_PERSON = "third_person"
    UNKNOWN_SOURCE = "unknown_source"
    WRONG_LANGUAGE = "wrong_language"
    MISSING_STAGE = "missing_stage"


class Fault(BaseModel):
    """One fault: its kind, the stage it is in ("" for the whole plan), the play if it is in one, and what was found."""

    model_config = ConfigDict(frozen=True)

    kind: FaultKind
    stage: str = ""
    play: str = ""
    found: str = ""


class FaultyPlanError(Exception):
    """No plan without faults could be made, because next to nothing is allowed or the library lacks something. Carries
    what was found; its text names kinds and plays only, never an owner's words."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.kind} {fault.stage} {fault.play}".strip() for fault in faults))
        self.faults = faults


def faults_in(plan: Plan, profile: Profile) -> tuple[Fault, ...]:
    """Every fault of `plan` for the business in `profile`; empty when it may be shown."""
    return tuple(fault for check in _CHECKS for fault in check(plan, profile))


def _excluded_channels(plan: Plan, profile: Profile) -> Iterator[Fault]:
    excluded = {*profile.many(ProfileField.CHANNELS_EXCLUDED), *plan.wishes.channels}
    for stage, suggestion in _suggestions(plan):
        if suggestion.channel in excluded:
            yield Fault(
                kind=FaultKind.EXCLUDED_CHANNEL, stage=stage.stage, play=suggestion.play, found=suggestion.channel
            )
    if excluded & MAIL:
        for stage in plan.stages:
            if stage.email:
                yield Fault(kind=FaultKind.EXCLUDED_CHANNEL, stage=stage.stage, found="email")
    yield from _named_channels(plan, excluded)


def _refused(plan: Plan, _: Profile) -> Iterator[Fault]:
    """What the owner set aside or refused in a change of the plan may not come back."""
    for stage, suggestion in _suggestions(plan):
        if suggestion.play in plan.wishes.set_aside or suggestion.form in plan.wishes.forms:
            yield Fault(kind=FaultKind.REFUSED, stage=stage.stage, play=suggestion.play)
    for stage in plan.stages:
        if stage.email and (stage.email.play in plan.wishes.set_aside or Form.EMAIL in plan.wishes.forms):
            yield Fault(kind=FaultKind.REFUSED, stage=stage.stage, play=stage.email.play)


#: Channels whose key is the name that stands in a text.
_BY_NAME = {
    "instagram",
    "facebook",
    "tiktok",
    "linkedin",
    "youtube",
    "pinterest",
    "snapchat",
    "whatsapp",
    "etsy",
    "vinted",
}


def _named_channels(plan: Plan, excluded: set[str]) -> Iterator[Fault]:
    for channel in excluded & _BY_NAME:
        name = re.compile(rf"\b{channel}", re.IGNORECASE)
        for stage in plan.stages:
            for play, text in _advice(stage):
                if name.search(text):
                    yield Fault(kind=FaultKind.EXCLUDED_CHANNEL, stage=stage.stage, play=play, found=channel)


_SELLING = re.compile(
    r"\b(korting|aanbieding|actieprijs|koop nu|bestel nu|boek nu|schrijf je nu in|discount|special offer|buy now|"
    r"order now|"
    r"book now|sale price|\d+ ?% (off|korting))",
    re.IGNORECASE,
)


def _hard_sell(plan: Plan, _: Profile) -> Iterator[Fault]:
    first = plan.stages[0] if plan.stages else None
    if first is None:
        return
    for suggestion in first.suggestions:
        if suggestion.sells or _SELLING.search(suggestion.text):
            yield Fault(kind=FaultKind.HARD_SELL, stage=first.stage, play=suggestion.play)
    email = f"{first.email.subject} {first.email.body}" if first.email else ""
    for text in (first.message.text, email):
        if match := _SELLING.search(text):
            play = first.email.play if first.email and text is email else ""
            yield Fault(kind=FaultKind.HARD_SELL, stage=first.stage, play=play, found=match.group())


def _repeated(plan: Plan, _: Profile) -> Iterator[Fault]:
    seen: set[str] = set()
    for stage in plan.stages:
        for play, text in _texts(stage):
            for sentence in fingerprints(text):
                if sentence in seen:
                    yield Fault(kind=FaultKind.REPEATED, stage=stage.stage, play=play, found=sentence)
                seen.add(sentence)


_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{%|\b(TODO|TBD|XXX|undefined|[Ll]orem ipsum)\b|^(None|null)$")


def _empty(plan: Plan, _: Profile) -> Iterator[Fault]:
    for stage in plan.stages:
        for play, text, told in _fields(stage):
            if not text.strip() or (not told and _PLACEHOLDER.search(text)):
                yield Fault(kind=FaultKind.EMPTY, stage=stage.stage, play=play, found=text[:60])
        if not stage.suggestions or not stage.touchpoints_online + stage.touchpoints_offline:
            yield Fault(kind=FaultKind.EMPTY, stage=stage.stage, found="suggestions")
    for name, text in (("title", plan.title), ("why_model", plan.why_model), ("persona", plan.persona.who.text)):
        if not text.strip():
            yield Fault(kind=FaultKind.EMPTY, found=name)


def _over_hours(plan: Plan, profile: Profile) -> Iterator[Fault]:
    limit = profile.limits.hours_per_week
    limit = USUAL_LIMITS.hours_per_week if limit is None else limit
    now = [s for s in plan.suggestions if not s.later]
    mails = [stage.email for stage in plan.stages if stage.email and not stage.email.later]
    once = sum(s.hours_once for s in now) + sum(mail.hours_once for mail in mails)
    hours = once / WEEKS + RUNNING * sum(s.hours_weekly for s in now)
    minutes = max((sum(task.minutes for task in plan.first_week), *(week.minutes for week in plan.weeks)))
    if limit is not None and (hours > limit + 0.01 or minutes > limit * 60):
        yield Fault(kind=FaultKind.OVER_HOURS, found=f"{hours:.1f} h a week, a week of {minutes} min, told {limit}")


def _over_money(plan: Plan, profile: Profile) -> Iterator[Fault]:
    limit = profile.limits.euros_per_month
    limit = USUAL_LIMITS.euros_per_month if limit is None else limit
    now = [s for s in plan.suggestions if not s.later]
    euros = sum(s.euros_once for s in now) / (WEEKS / 4) + sum(s.euros_monthly for s in now)
    if limit is not None and euros > limit + 0.01:
        yield Fault(kind=FaultKind.OVER_MONEY, found=f"{euros:.0f} euros a month, told {limit:.0f}")


_ANALYTICS = re.compile(
    r"\b(google analytics|analytics|ctr|conversieratio|conversion rate|impressies|impressions|heatmap|roas|bounce)\b",
    re.IGNORECASE,
)
_WITH_STATISTICS = {"website", "webshop", "google_ads", "social_ads"}


def _not_countable(plan: Plan, profile: Profile) -> Iterator[Fault]:
    if _WITH_STATISTICS & set(profile.many(ProfileField.CHANNELS_CURRENT)):
        return
    for stage in plan.stages:
        for play, metric in (("", stage.metric), *((s.play, s.metric) for s in stage.suggestions)):
            if match := _ANALYTICS.search(f"{metric.what} {metric.how}"):
                yield Fault(kind=FaultKind.NOT_COUNTABLE, stage=stage.stage, play=play, found=match.group())


_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"(?:\+|00|\b0)\d(?:[\s./-]?\d){7,11}\b")
_TITLED = re.compile(r"\b(?:mevrouw|meneer|mijnheer|mevr\.|dhr\.|mrs\.?|mr\.?|ms\.?)\s+(?:van |de |der )*[A-Z]\w+")


def _third_persons(plan: Plan, _: Profile) -> Iterator[Fault]:
    for stage in plan.stages:
        for play, text in _texts(stage):
            for pattern in (_MAIL, _PHONE, _TITLED):
                if match := pattern.search(text):
                    yield Fault(kind=FaultKind.THIRD_PERSON, stage=stage.stage, play=play, found=match.group())


def _unknown_sources(plan: Plan, _: Profile) -> Iterator[Fault]:
    known = {*labels(), "coach"}
    for stage, suggestion in _suggestions(plan):
        if suggestion.source not in known:
            yield Fault(kind=FaultKind.UNKNOWN_SOURCE, stage=stage.stage, play=suggestion.play, found=suggestion.source)
    for source in plan.sources:
        if source not in SOURCES and source != "coach":
            yield Fault(kind=FaultKind.UNKNOWN_SOURCE, found=source)


_MARKS: dict[Language, frozenset[str]] = {
    "nl": frozenset("de het een en van je dat niet met voor wie als ook naar bij wat ze zijn wordt niet u uw".split()),
    "en": frozenset("the a and of you that not with for who if also to at what they are is your we it".split()),
}


def _wrong_language(plan: Plan, _: Profile) -> Iterator[Fault]:
    other: Language = "en" if plan.language == "nl" else "nl"
    for stage in plan.stages:
        for play, text in _advice(stage):
            words = re.findall(r"[a-zà-ÿ]+", text.lower())
            ours, theirs = (sum(word in _MARKS[lang] for word in words) for lang in (plan.language, other))
            if len(words) >= 8 and theirs > ours + 2:
                yield Fault(kind=FaultKind.WRONG_LANGUAGE, stage=stage.stage, play=play, found=text[:60])


def _missing_stages(plan: Plan, _: Profile) -> Iterator[Fault]:
    wanted = [stage.key for stage in MODELS[plan.model].stages]
    if [stage.stage for stage in plan.stages] != wanted:
        yield Fault(kind=FaultKind.MISSING_STAGE, found=", ".join(wanted))


def _suggestions(plan: Plan) -> Iterator[tuple[StagePlan, Suggestion]]:
    for stage in plan.stages:
        for suggestion in stage.suggestions:
            yield stage, suggestion


def _advice(stage: StagePlan) -> Iterator[tuple[str, str]]:
    """The texts that come from the library, with the play they belong to; what quotes the owner is left out."""
    for suggestion in stage.suggestions:
        yield suggestion.play, " ".join((suggestion.name, suggestion.why, *suggestion.steps, suggestion.text))
    if stage.email:
        yield stage.email.play, f"{stage.email.subject}\n{stage.email.body}"
    yield from (("", idea.text) for idea in stage.ideas)


def _fields(stage: StagePlan) -> Iterator[tuple[str, str, bool]]:
    """Every field of a stage that holds words, with its play and whether it quotes the owner."""
    for line in (stage.does, stage.feels, stage.needs, stage.hurts, stage.message):
        yield "", line.text, line.basis is Basis.TOLD
    for s in stage.suggestions:
        for text in (s.name, s.why, *s.steps, s.text, s.metric.what, s.metric.how, s.test, s.when, s.never):
            yield s.play, text, False
    if stage.email:
        for text in (stage.email.name, stage.email.subject, stage.email.body):
            yield stage.email.play, text, False


def _texts(stage: StagePlan) -> Iterator[tuple[str, str]]:
    """Every text of a stage with the play it belongs to."""
    for line in (stage.does, stage.feels, stage.needs, stage.hurts, stage.message):
        yield "", line.text
    for s in stage.suggestions:
        yield s.play, "\n".join((s.name, s.why, *s.steps, s.text, s.metric.what, s.metric.how, s.test))
    if stage.email:
        yield stage.email.play, f"{stage.email.subject}\n{stage.email.body}"
    yield from (("", idea.text) for idea in stage.ideas)


_CHECKS: tuple[Callable[[Plan, Profile], Iterator[Fault]], ...] = (
    _missing_stages,
    _excluded_channels,
    _refused,
    _hard_sell,
    _repeated,
    _empty,
    _over_hours,
    _over_money,
    _not_countable,
    _third_persons,
    _unknown_sources,
    _wrong_language,
)
