"""Choosing plays for one owner: what can be done at all, and what suits best."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from zlib import crc32

from coaching.frozen import Frozen
from coaching.planning.aim import NO_AIM, Aim, aim_of, gain
from coaching.planning.hands import goes_to_a_list, has_no_list, takes_a_team
from coaching.planning.mentions import lacking
from coaching.planning.mourning import treated_as
from coaching.planning.once import bought_once
from coaching.planning.season import fits_in_plan
from coaching.planning.suited import Suits, play_suits, suits
from coaching.trade_kinds import goes_to_customers
from journey.assumptions import USUAL_LIMITS
from journey.changes import NO_WISHES, Wishes
from journey.channels import CHANNELS, MAIL
from journey.keys import Asset, Audience, Form, Goal, Language, PurchaseKind
from journey.moments import Moment
from journey.plays import Play
from journey.profile import Profile, ProfileField
from journey.trades import Sector

#: Channels that every business has without doing anything for them.
_EVERYBODY = frozenset({"word_of_mouth", "phone", "visit", "partner", "business_card", "packaging", "flyer", "poster"})
#: What suits a business that sells online less, and what a play on it loses there.
_FACE_TO_FACE = frozenset({"phone", "visit"})
_FAR_AWAY = 2.5
#: Euros a month above which something is no longer a trifle.
_TRIFLE = 15
#: Hours a week below which a new channel is too much to ask.
_BUSY = 1.5
#: How far plays that suit equally well are spread over owners, so that colleagues don't all get the same ones.
_SPREAD = 1.8
#: What a play loses whose time of the year does not come within the plan.
_OUT_OF_SEASON = 3.0
#: What a play that names the trade gains: little, for colleagues in one trade should not all get the same ones.
_OF_TRADE = 0.6
#: What it gains besides if it was written for this trade, or for this and one other: few plays are.
_OF_FEW_TRADES, _FEW_TRADES = 0.9, 2
#: What a play about helping hands loses with who looks for something else.
_HELPERS = 2.5
#: What a play loses whose words take for granted what isn't so: a team with who works alone, youth with older people.
#: So much that it comes in only where nothing else is left.
_OUT_OF_PLACE = 20.0
#: What a play that suits every trade gives way by.
_GENERAL = 0.8
#: Kinds of purchase from which on a play suits anyone.
_MANY = 5


class Means(Frozen):
    """What an owner has to work with: channels that are there, that fit the trade or are ruled out, and assets."""

    has: frozenset[str]
    natural: frozenset[str]
    excluded: frozenset[str]
    assets: frozenset[Asset]
    audience: Audience
    goal: Goal | None
    budget: float
    sector: Sector
    may_mail: bool
    treated_as: frozenset[str] = frozenset()
    no_list: bool = False
    mail_untold: bool = False
    who: Suits = Suits()
    aim: Aim = NO_AIM
    hours: float = USUAL_LIMITS.hours_per_week or 0
    looked_at: frozenset[str] = frozenset()
    quiet_days: bool = False
    once: bool = False
    serves_both: bool = False
    language: Language = "nl"
    seed: str = ""
    wishes: Wishes = NO_WISHES
    first: date = date.min

    @property
    def everybody(self) -> frozenset[str]:
        """Channels that every business of this kind has without doing anything for them."""
        kinds = set(self.sector.purchase)
        needless = set() if kinds & {PurchaseKind.WALK_IN, PurchaseKind.WEBSHOP} else {"packaging"}
        return _EVERYBODY - needless - ({"visit"} if kinds == {PurchaseKind.WEBSHOP} else set())

    def channel_for(self, play: Play) -> str | None:
        """The channel on which this owner can do `play`: the first of its own that is there, else one that comes with
        the trade."""
        allowed = [channel for channel in play.channels if channel not in self.excluded]
        for known in (self.has | self.everybody, self.natural):
            if found := next((channel for channel in allowed if channel in known), None):
                return found
        return None

    def new_channel_for(self, play: Play) -> str | None:
        """A channel the owner doesn't have yet on which `play` could be done."""
        return next((channel for channel in play.channels if channel not in self.excluded), None)


def means_of(
    profile: Profile, sector: Sector, euros_per_month: float, wishes: Wishes = NO_WISHES, first: date = date.min
) -> Means:
    """What is there, from the profile, the trade and what the owner asked of the plan."""
    excluded = frozenset((*profile.many(ProfileField.CHANNELS_EXCLUDED), *wishes.channels))
    has = frozenset(profile.many(ProfileField.CHANNELS_CURRENT)) - excluded
    listless = has_no_list(profile, wishes)
    may_mail = not listless and (bool(profile.email_list) or bool(MAIL & has)) and not excluded & MAIL
    untold = not may_mail and profile.text(ProfileField.MODEL) != _OF_MAIL
    who = suits(profile)
    offline = frozenset(c for c in sector.channels if not CHANNELS[c].online)
    return Means(
        has=has | (MAIL if may_mail else frozenset()),
        natural=(offline if has else frozenset(sector.channels)) - excluded,
        excluded=excluded | (frozenset() if may_mail or not excluded & MAIL else MAIL),
        assets=_assets(has, sector, may_mail) - _missing(profile, who),
        audience=profile.audience or sector.audience,
        goal=profile.goal.kind if profile.goal else None,
        budget=euros_per_month,
        sector=sector,
        may_mail=may_mail,
        treated_as=treated_as(profile, sector),
        no_list=listless or untold,
        mail_untold=untold and not listless,
        who=who,
        aim=aim_of(profile),
        hours=USUAL_LIMITS.with_(profile.limits).hours_per_week or 0,
        looked_at=channels_in(profile.text(ProfileField.PERSONA_INFO)),
        quiet_days=bool(profile.limits.quiet_days),
        once=bought_once(profile, sector),
        serves_both=profile.audience is Audience.BOTH,
        language=profile.language,
        seed="|".join(profile.text(field) for field in _SEEDS),
        wishes=wishes,
        first=first,
    )


#: The model that gives every stage a mail, told list or not.
_OF_MAIL = "email4"
_SEEDS = (ProfileField.SECTOR, ProfileField.BUSINESS_NAME, ProfileField.LOCATION, ProfileField.OFFER)


def channels_in(told: str) -> frozenset[str]:
    """The channels an owner names in passing, where their key is the name."""
    words = set(re.findall(r"[a-z]+", told.lower()))
    found = {channel for channel in CHANNELS if channel in words}
    return frozenset(found | ({"google_business"} if "google" in words else set()))


def _missing(profile: Profile, who: Suits) -> set[Asset]:
    """What the trade usually has and this owner told to lack."""
    staff = {Asset.STAFF} if who.alone else set()
    return staff | ({Asset.STOREFRONT} if goes_to_customers(profile) else set())


def _assets(has: frozenset[str], sector: Sector, may_mail: bool) -> frozenset[Asset]:
    assets = {Asset.FIRST_CUSTOMERS, Asset.PHOTOS, *sector.assets}
    if may_mail:
        assets.add(Asset.EMAIL_LIST)
    else:
        assets.discard(Asset.EMAIL_LIST)
    if has & {"google_business", "review_site", "booking_site"}:
        assets.add(Asset.REVIEWS)
    if has & {"online_booking", "booking_site"}:
        assets.add(Asset.BOOKING_SYSTEM)
    if has & {"shop", "window", "pavement_sign"}:
        assets.add(Asset.STOREFRONT)
    if "van" in has:
        assets.add(Asset.VEHICLE)
    return frozenset(assets)


def possible(play: Play, means: Means) -> bool:
    """Whether this owner could do `play` at all: trade, kind of purchase, audience, means and money."""
    sector = means.sector
    return (
        (not play.sectors or sector.key in play.sectors)
        and not {sector.key, *means.treated_as} & set(play.not_sectors)
        and (not play.purchase or bool(set(play.purchase) & set(sector.purchase)))
        and (_suits(play.audience, means.audience) or _asks_visitors(play, means))
        and set(play.needs) <= means.assets
        and means.wishes.allows(play)
        and not (means.no_list and goes_to_a_list(play))
        and play.euros_once / 2 + play.euros_monthly <= means.budget
        and (means.channel_for(play) is not None or means.new_channel_for(play) is not None)
        and not (play.form is Form.AD and play.channels[0] in means.excluded)
    )


def _suits(audiences: Sequence[Audience], audience: Audience) -> bool:
    if audience is Audience.BOTH:
        return bool({Audience.BOTH, Audience.B2C, Audience.B2B} & set(audiences))
    return audience in audiences


def _asks_visitors(play: Play, means: Means) -> bool:
    """Whether a play for customers will do for visitors: a museum without profit is still a house with a door."""
    visited = means.audience is Audience.NON_PROFIT and means.sector.audience is not Audience.NON_PROFIT
    return visited and not play.sells and Audience.B2C in play.audience


def suitability(play: Play, moment: Moment, means: Means, nearness: float) -> float:
    """How well `play` suits `moment` for this owner; `nearness` to the owner's own words is a z-score."""
    points = 2.0 if play.moments[0] is moment else 1.0
    points += _of_channel(play, means) + _of_trade(play, means) + _of_goal(play, means)
    points -= 0.6 if play.euros_once + play.euros_monthly > _TRIFLE else 0.0
    points -= 0.15 * (play.hours_once + 2 * play.hours_weekly)
    points -= 0.0 if fits_in_plan(play, means.first) else _OUT_OF_SEASON
    points -= 0.15 * play.words(means.language).text.count("[")
    points -= _OUT_OF_PLACE if means.who.alone and takes_a_team(play, means.language) else 0.0
    points -= 0.0 if play_suits(play, means.who, means.language) else _OUT_OF_PLACE
    return points + 0.6 * nearness + _SPREAD * _chance(f"{means.seed}|{play.key}")


def _of_channel(play: Play, means: Means) -> float:
    channel = means.channel_for(play)
    if channel is None:
        return -6.0 if means.hours < _BUSY else -2.0
    points = 1.5 if set(play.channels) & means.has - means.excluded else 0.5
    points += 0.7 if channel in means.looked_at else 0.0
    sold_online = means.sector.purchase[0] is PurchaseKind.WEBSHOP and channel not in means.has
    points -= _FAR_AWAY if sold_online and channel in _FACE_TO_FACE else 0.0
    points -= 2.5 if play.channels[0] == "newsletter" and not means.may_mail else 0.0
    return points - 1.0 * min(2, lacking(play, means.language, means.has, channel))


def _of_trade(play: Play, means: Means) -> float:
    """What was written for this trade, this way of buying or these customers goes before what suits anyone."""
    points = _OF_TRADE if means.sector.key in play.sectors else -_GENERAL * _is_for_anyone(play)
    points += _OF_FEW_TRADES if 0 < len(play.sectors) <= _FEW_TRADES else 0.0
    if play.purchase:
        points += 0.8 if means.sector.purchase[0] in play.purchase else -2.5
    if means.audience is Audience.B2B or (means.audience is means.sector.audience is Audience.NON_PROFIT):
        points += 0.9 if Audience.B2C not in play.audience else 0.0
    if means.audience is Audience.BOTH and Audience.B2C not in play.audience:
        points -= 0.3 if means.serves_both else 3.0
    once = means.once and Moment.RETURNING in play.moments
    return points - (0.8 if once and Moment.RECOMMENDING not in play.moments else 0.0)


def _is_for_anyone(play: Play) -> bool:
    everyone = not play.purchase or len(play.purchase) >= _MANY
    return everyone and not play.sectors and len(play.not_sectors) < _MANY and Audience.B2C in play.audience


#: Plays about giving money; not for who looks for visitors or helping hands.
_GIVING = re.compile(r"\bgift(?!s? ready)|\bgever|\bdone(?:er|ren)|\bdonat|\bgiving\b|\bgivers?\b", re.IGNORECASE)


def _of_goal(play: Play, means: Means) -> float:
    if means.audience is Audience.NON_PROFIT and _GIVING.search(play.words(means.language).text):
        gives = PurchaseKind.DONATION in means.sector.purchase and means.goal is not Goal.VOLUNTEERS
        return 0.5 if gives else -1.5
    goal = means.goal or (Goal.QUIET_TIMES if means.aim.when else None)
    points = 1.0 if goal and goal in play.goals else 0.0
    points -= _HELPERS if play.goals == (Goal.VOLUNTEERS,) and means.goal is not Goal.VOLUNTEERS else 0.0
    quiet = means.quiet_days and goal is not Goal.QUIET_TIMES and Goal.QUIET_TIMES in play.goals
    return points + (0.6 if quiet else 0.0) + gain(play, means.aim, means.language)


def _chance(text: str) -> float:
    """A number from 0 to 1 that is always the same for the same text."""
    return crc32(text.encode()) / 0xFFFFFFFF


def variety(play: Play, channel: str, forms: Iterable[Form], channels: Iterable[str]) -> float:
    """What is taken off for a form or channel that the plan uses already."""
    return -0.7 * sum(form is play.form for form in forms) - 0.4 * sum(used == channel for used in channels)
