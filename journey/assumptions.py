"""What is taken to be so when the owner didn't say: from the trade, marked as assumed."""

from journey.keys import Audience, Language, PurchaseKind
from journey.profile import Limits, Profile, ProfileField, Proposal, Status
from journey.trades import Sector

#: Hours and euros a plan reckons with when none were told.
USUAL_LIMITS = Limits(hours_per_week=2, euros_per_month=0)


def assumptions(profile: Profile, sector: Sector | None, language: Language) -> tuple[Proposal, ...]:
    """Facts the trade suggests for fields nobody told; none while the trade is unknown."""
    if sector is None or not profile.told(ProfileField.SECTOR):
        return ()
    suggested = {
        ProfileField.CUSTOMER_WORD: sector.words(language).customer.one,
        ProfileField.FORM_OF_ADDRESS: str(sector.address),
        ProfileField.ON_OFFLINE: _where(sector),
    }
    if sector.audience is not Audience.BOTH:
        suggested[ProfileField.AUDIENCE] = str(sector.audience)
    return tuple(
        Proposal(field=field, value=value, status=Status.ASSUMED)
        for field, value in suggested.items()
        if not profile.told(field) and profile.text(field) != value
    )


def _where(sector: Sector) -> str:
    return "online" if sector.purchase[0] is PurchaseKind.WEBSHOP else "offline"
