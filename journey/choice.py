"""Which journey model suits a business, and why: a few plain rules, each a reason that can be told."""

import re
from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from journey.channels import CHANNELS, MAIL
from journey.keys import Audience, Goal, PurchaseKind, Rhythm
from journey.profile import Profile, ProfileField
from journey.trades import Sector

#: Addresses that a model about e-mail is worth it for.
_MANY = 50
#: Days that a purchase usually takes from which people think about it for a long time, and the price up to which they
#: don't, whatever is usual in the trade.
_LONG, _TRIFLE = 30, 30
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?")


class Reason(BaseModel):
    """Why a model fits: the key of a text, and how heavily it weighs."""

    model_config = ConfigDict(frozen=True)

    key: str
    points: float


def recommended_model(profile: Profile, sector: Sector | None) -> str:
    """The key of the model that suits best."""
    return ranked_models(profile, sector)[0][0]


def ranked_models(profile: Profile, sector: Sector | None) -> list[tuple[str, tuple[Reason, ...]]]:
    """Every model with the reasons that speak for it here, the best first; ties fall to the simpler model."""
    weighed = [(model, _reasons(model, profile, sector)) for model in _RULES]
    return sorted(weighed, key=lambda pair: -sum(reason.points for reason in pair[1]))


Test = Callable[[Profile, "Sector | None"], bool]


def _reasons(model: str, profile: Profile, sector: Sector | None) -> tuple[Reason, ...]:
    fitting = (Reason(key=key, points=points) for key, points, test in _RULES[model] if test(profile, sector))
    return tuple(sorted(fitting, key=lambda reason: -reason.points))


def _goal(*kinds: Goal) -> Test:
    return lambda profile, _: profile.goal is not None and profile.goal.kind in kinds


def _buys(*kinds: PurchaseKind) -> Test:
    return lambda _, sector: sector is not None and sector.purchase[0] in kinds


def _may_mail(profile: Profile) -> bool:
    refused = MAIL & set(profile.many(ProfileField.CHANNELS_EXCLUDED))
    return bool(profile.email_list and profile.email_list.has) and not refused


def _mails(profile: Profile, _: Sector | None) -> bool:
    return _may_mail(profile) and ((profile.email_list and profile.email_list.size) or 0) >= _MANY


def _mails_a_little(profile: Profile, sector: Sector | None) -> bool:
    return _may_mail(profile) and not _mails(profile, sector)


def _little_time(profile: Profile, _: Sector | None) -> bool:
    hours = profile.limits.hours_per_week
    return hours is not None and hours <= 2


def _online(profile: Profile, _: Sector | None) -> bool:
    channels = profile.many(ProfileField.CHANNELS_CURRENT)
    return len(channels) >= 3 and sum(CHANNELS[c].online for c in channels if c in CHANNELS) > len(channels) / 2


def _thinks_long(profile: Profile, sector: Sector | None) -> bool:
    return sector is not None and sector.purchase_days[1] >= _LONG and not _cheap(profile)


def _decides_fast(_: Profile, sector: Sector | None) -> bool:
    return sector is not None and sector.purchase_days[1] <= 1


def _cheap(profile: Profile) -> bool:
    """Whether all that the owner named a price of is bought without a second thought."""
    amounts = [float(amount.replace(",", ".")) for amount in _AMOUNT.findall(profile.text(ProfileField.PRICE))]
    return bool(amounts) and max(amounts) <= _TRIFLE


def _bought_once(_: Profile, sector: Sector | None) -> bool:
    return sector is not None and sector.rhythm is Rhythm.ONCE


def _quiet_with_regulars(profile: Profile, sector: Sector | None) -> bool:
    return _goal(Goal.QUIET_TIMES)(profile, sector) and not _bought_once(profile, sector)


def _comes_back(_: Profile, sector: Sector | None) -> bool:
    return sector is not None and sector.rhythm in (Rhythm.WEEKLY, Rhythm.MONTHLY)


def _sells_to_businesses(profile: Profile, sector: Sector | None) -> bool:
    audience = profile.audience or (sector.audience if sector else None)
    return audience is Audience.B2B


_RULES: dict[str, tuple[tuple[str, float, Test], ...]] = {
    "stdc": (
        ("repeat_goal", 2.0, _goal(Goal.REPEAT, Goal.SPEND)),
        ("little_time", 1.5, _little_time),
        ("comes_back", 1.0, _comes_back),
        ("quiet_times", 2.0, _quiet_with_regulars),
    ),
    "dazzle5": (
        ("service_counts", 2.0, _buys(PurchaseKind.APPOINTMENT, PurchaseKind.QUOTE, PurchaseKind.BOOKING)),
        ("new_customers", 0.5, _goal(Goal.NEW_CUSTOMERS)),
    ),
    "keenr7": (
        ("thinks_long", 1.5, _thinks_long),
        ("online", 1.5, _online),
        ("bought_once", 1.5, _bought_once),
        ("sells_to_businesses", 1.0, _sells_to_businesses),
        ("new_customers", 0.5, _goal(Goal.NEW_CUSTOMERS)),
    ),
    "wux5": (
        ("use_matters", 2.5, _buys(PurchaseKind.SUBSCRIPTION, PurchaseKind.PROJECT)),
        ("webshop", 1.5, _buys(PurchaseKind.WEBSHOP)),
    ),
    "email4": (
        ("mails", 3.0, _mails),
        ("mails_a_little", 0.5, _mails_a_little),
    ),
    "aida": (
        ("be_known", 2.5, _goal(Goal.AWARENESS)),
        ("decides_fast", 1.0, _decides_fast),
    ),
}

REASONS: tuple[str, ...] = tuple(dict.fromkeys(key for rules in _RULES.values() for key, _, _ in rules))
