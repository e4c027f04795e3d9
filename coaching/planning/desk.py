"""Everything one plan is written with: the owner, the trade, the words, the means, the plays that can be done."""

from collections.abc import Collection, Mapping
from datetime import date

from coaching.planning.aim import aim_of, filling, in_their_time
from coaching.planning.businesses import as_told
from coaching.planning.choosing import means_of
from coaching.planning.framing import limits_of
from coaching.planning.once import bought_once
from coaching.planning.picking import Picker
from coaching.planning.ranking import ranks
from coaching.planning.slots import Slots
from coaching.planning.standing import standing_in
from coaching.planning.suited import suited, suits
from coaching.planning.told import printable
from coaching.planning.year import in_their_year
from coaching.ports import Library
from coaching.trade_kinds import pack_key
from journey.changes import Wishes
from journey.keys import Address
from journey.plan import Plan
from journey.profile import Profile
from prompts.words import Words


class Desk:
    """For one attempt at one plan. `dropped` are plays that proved faulty before; `near` is how near each play is to
    what the owner said, `first` the Monday on which the plan begins, `before` the plan that is made anew."""

    def __init__(
        self,
        library: Library,
        profile: Profile,
        wishes: Wishes,
        coach_address: Address,
        near: Mapping[str, float],
        first: date,
        dropped: Collection[str] = (),
        before: Plan | None = None,
    ) -> None:
        sectors = library.sectors()
        general = sectors["general"]
        self.library = library
        self.aim = aim_of(profile)
        profile = self.profile = filling(printable(profile))
        self.first = first
        self.dropped = frozenset(dropped)
        self.wishes = wishes
        trade = as_told(sectors.get(pack_key(profile), general), general, profile)
        trade = in_their_year(suited(trade, general, suits(profile)), profile)
        self.sector = in_their_time(trade, self.aim, profile.language)
        self.once = bought_once(profile, self.sector)
        self.words = Words(profile.language, coach_address)
        near_phrases = ranks(profile, self.sector, profile.language, library)
        self.slots = Slots(profile, self.sector, profile.language, profile.address, near_phrases)
        self.limits = limits_of(profile)
        self.means = means_of(profile, self.sector, self.limits.euros_per_month or 0, wishes, first)
        plays = [play for play in library.plays() if play.key not in dropped]
        self.picker = Picker(plays, self.means, self.slots, self.words, near, standing_in(before, profile))
