"""Facts as a person reads them: values by the names they have in the owner's language."""

import re

from coaching.weekdays import listed
from journey.channels import SOCIAL
from journey.profile import EmailList, Fact, GoalFact, Limits, ProfileField
from journey.trades import Sector
from prompts.words import Words

#: So many social media at once are called by their common name.
_MANY_SOCIAL = 7
_CHANNEL_FIELDS = {ProfileField.CHANNELS_CURRENT, ProfileField.CHANNELS_EXCLUDED}


def shown(field: ProfileField, fact: Fact, words: Words, sector: Sector | None = None) -> str:
    """A fact's value in words."""
    value = fact.value
    if isinstance(value, Limits):
        return shown_limits(value, words)
    if isinstance(value, GoalFact):
        return goal_said(value.text) or (words.say(f"value.goal.{value.kind}") if value.kind else "")
    if isinstance(value, EmailList):
        return _shown_email(value, words)
    if isinstance(value, tuple):
        return _shown_list(field, value, words)
    if field is ProfileField.SECTOR:
        return _shown_trade(value, words, sector)
    key = f"model.{value}" if field is ProfileField.MODEL else f"value.{field}.{value}"
    return words.say(key) if words.has(key) else value


def shown_limits(limits: Limits, words: Words) -> str:
    """Hours, money and days in words."""
    parts = []
    if limits.hours_per_week is not None:
        parts.append(shown_hours(limits.hours_per_week, words))
    if limits.euros_per_month is not None:
        euros = number(limits.euros_per_month, words)
        currency = words.say(f"currency.{limits.currency or 'euro'}")
        text = words.say("value.money", euros=euros, currency=currency)
        parts.append(text if limits.euros_per_month else words.say("value.no_money"))
    told = {
        "work": limits.work_days,
        "closed": limits.closed_days,
        "open": limits.opened,
        "quiet": limits.quiet_days,
        "busy": limits.busy_days,
    }
    for kind, days in told.items():
        if days:
            parts.append(words.say(f"value.{kind}", days=_days(days, words)))
    return ", ".join(parts)


def _days(told: tuple[str, ...], words: Words) -> str:
    """Days, then months, those on end by the first and the last."""
    from coaching.planning.year import months, months_listed  # word lists, which no greeting needs

    others = [name for name in told if not months((name,))]
    return words.listed(list(filter(None, (listed(others, words), months_listed(told, words)))))


#: How owners lead in to a goal that they put right: "het doel: …", "dat doel, zet daar liever dat er …".
_LEAD_IN = re.compile(
    r"^(?:(?:en|and|maar|but|nee|no|ja|yes|dus|so)\b[\s,]*)*"
    r"(?:(?:wat|as for|about)\s+)?(?:(?:het|dat|dit|mijn|ons|the|that|this|my|our)\s+)?(?:doel|goal)\b(?:\s+betreft)?"
    r"(?:\s*[:,=]|\s+(?:is|moet zijn|should be)\b)[\s:]*",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"^(?:zet|schrijf|noteer|maak|put|write|make)\s+"
    r"(?:(?:daar|er|daarvan|dat|it|that|there|down|instead|van|liever|maar|gewoon|rather|just)\b[\s:,]*)+",
    re.IGNORECASE,
)
_THAT = re.compile(r"^(?:dat(?: er)?|that(?: there are)?)\s+", re.IGNORECASE)


def goal_said(told: str) -> str:
    """A goal without what an owner says to lead in to it; as it was told where nothing else is left."""
    named = _LEAD_IN.sub("", told)
    put = _PUT.sub("", named)
    return (_THAT.sub("", put) if put != told else put).strip() or told


def shown_channels(channels: tuple[str, ...], words: Words) -> str:
    """Channels by name."""
    social = [channel for channel in channels if channel in SOCIAL]
    together = len(social) >= _MANY_SOCIAL
    names = [words.say(f"channel.{c}") for c in channels if not (together and c in social)]
    names += [words.say("value.social")] if together else []
    return words.listed(names) if names else words.say("value.no_channels")


def shown_hours(hours: float, words: Words) -> str:
    """Hours a week in words: one hour, two hours."""
    return words.say("value.one_hour") if hours == 1 else words.say("value.hours", hours=number(hours, words))


def number(value: float, words: Words) -> str:
    """A number as it is written in the language: 1,5 in Dutch, 1.5 in English."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if words.language == "nl" else text


def _shown_list(field: ProfileField, value: tuple[str, ...], words: Words) -> str:
    if field in _CHANNEL_FIELDS:
        return shown_channels(value, words)
    if field is ProfileField.FORMS_EXCLUDED:
        return words.listed([words.say(f"form.{form}") for form in value])
    return "; ".join(value)


def _shown_trade(key: str, words: Words, sector: Sector | None) -> str:
    if key == "general":
        return ""
    from coaching.trade_kinds import speaks_of  # slow, and no greeting needs it

    return sector.words(words.language).name if sector and speaks_of(sector.key, key) else key


def _shown_email(value: EmailList, words: Words) -> str:
    if not value.has:
        return words.say("value.email_no")
    return words.say("value.email_size", size=value.size) if value.size else words.say("value.email_yes")
