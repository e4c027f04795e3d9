"""Composing a plan: drafted, checked, and drafted again without what was faulty."""

from coaching.planning.draft import Draft
from coaching.planning.nearness import nearness_of
from coaching.ports import Library
from journey.faults import Fault, FaultyPlanError, faults_in
from journey.keys import Address
from journey.plan import Plan
from journey.profile import FREE_TEXT, Profile, ProfileField

#: Drafts with the owner's words before the first without them, and drafts of those.
ROUNDS = 6
#: What an owner says in words of their own, and what may hold a sentence that no plan should.
_IN_OWN_WORDS = (*FREE_TEXT, ProfileField.PRICE, ProfileField.BUSINESS_NAME, ProfileField.LOCATION)


class Composer:
    """Makes plans from the library and a profile."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def plan(self, profile: Profile, coach_address: Address) -> Plan:
        """A plan without faults for the model in the profile; the coach speaks to the owner in `coach_address`.
        FaultyPlanError where the library can't give one."""
        near = nearness_of(profile, self._library, profile.language)
        faults: tuple[Fault, ...] = ()
        for drafted in (profile, profile.without(*_IN_OWN_WORDS)):
            dropped: set[str] = set()
            for _ in range(ROUNDS):
                plan = Draft(self._library, drafted, coach_address, near, dropped).plan()
                faults = faults_in(plan, profile)
                if not faults:
                    return plan
                dropped |= {fault.play for fault in faults if fault.play}
        raise FaultyPlanError(faults)
