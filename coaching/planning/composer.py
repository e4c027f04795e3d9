"""Composing a plan: drafted, checked, and drafted again without what was faulty; later changed as the owner asks."""

from collections.abc import Callable
from datetime import date

from coaching.planning.desk import Desk
from coaching.planning.draft import drafted
from coaching.planning.nearness import nearness_of
from coaching.planning.revising import NothingElseError, revised, wishes_after
from coaching.planning.season import first_monday
from coaching.ports import Library
from journey.changes import NO_WISHES, PlanChange, Wishes
from journey.faults import Fault, FaultyPlanError, faults_in
from journey.keys import Address
from journey.plan import Plan
from journey.profile import FREE_TEXT, Profile, ProfileField

#: Drafts with the owner's words before the first without them, and drafts of those.
ROUNDS = 6
#: What an owner says in words of their own, and what may hold a sentence that no plan should.
_IN_OWN_WORDS = (*FREE_TEXT, ProfileField.PRICE, ProfileField.BUSINESS_NAME, ProfileField.LOCATION)


class Composer:
    """Makes plans from the library and a profile, and changes them; `today` tells the date."""

    def __init__(self, library: Library, today: Callable[[], date] = date.today) -> None:
        self._library = library
        self._today = today

    def plan(
        self, profile: Profile, coach_address: Address, wishes: Wishes = NO_WISHES, before: Plan | None = None
    ) -> Plan:
        """A plan without faults for the model in the profile that keeps to `wishes`; the coach speaks to the owner in
        `coach_address`. The ideas of the plan that lies there `before` stay wherever they still suit. FaultyPlanError
        where the library can't give one."""
        first = first_monday(self._today())
        return self._faultless(profile, coach_address, wishes, first, drafted, before)

    preview = plan

    def changed(self, plan: Plan, profile: Profile, change: PlanChange, coach_address: Address) -> Plan | None:
        """`plan` with one change and everything else as it was; None where the library has nothing else to offer.
        FaultyPlanError where only a faulty plan would come of it."""
        wishes = wishes_after(plan, change, self._library.plays())
        first = plan.weeks[0].first if plan.weeks else first_monday(self._today())
        try:
            return self._faultless(profile, coach_address, wishes, first, lambda desk: revised(plan, change, desk))
        except NothingElseError:
            return None

    def _faultless(
        self,
        profile: Profile,
        coach_address: Address,
        wishes: Wishes,
        first: date,
        write: Callable[[Desk], Plan],
        before: Plan | None = None,
    ) -> Plan:
        near = nearness_of(profile, self._library, profile.language)
        faults: tuple[Fault, ...] = ()
        for told in (profile, profile.without(*_IN_OWN_WORDS)):
            dropped: set[str] = set()
            for _ in range(ROUNDS):
                plan = write(Desk(self._library, told, wishes, coach_address, near, first, dropped, before))
                faults = faults_in(plan, profile)
                if not faults:
                    return plan
                dropped |= {fault.play for fault in faults if fault.play}
        raise FaultyPlanError(faults)
