"""The trade of a business."""

from collections.abc import Mapping

from journey.profile import Profile, ProfileField
from journey.trades import Sector


def sector_of(profile: Profile, sectors: Mapping[str, Sector]) -> Sector | None:
    """The pack of a business's trade, "general" where there is none for it; None while nothing is known of it."""
    if not profile.told(ProfileField.SECTOR) and not profile.told(ProfileField.OFFER):
        return None
    return sectors.get(profile.text(ProfileField.SECTOR), sectors["general"])
