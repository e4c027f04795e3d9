"""Where an owner and a customer can meet: every channel key, and whether it is online."""

from pydantic import BaseModel, ConfigDict

from journey.moments import Moment


class Channel(BaseModel):
    """A medium. `online` is False for what happens in the street, by phone or in a conversation."""

    model_config = ConfigDict(frozen=True)

    key: str
    online: bool


_ONLINE = (
    "website webshop blog google_business google_ads social_ads remarketing instagram facebook facebook_group "
    "linkedin tiktok youtube pinterest x snapchat threads nextdoor podcast newsletter email whatsapp sms telegram "
    "etsy marktplaats bol amazon vinted booking_site review_site delivery_site job_site online_booking influencer"
)
_OFFLINE = (
    "shop window pavement_sign van packaging flyer poster business_card market fair open_day event word_of_mouth "
    "partner phone local_press radio association school municipality direct_mail site_board loyalty_card visit"
)

CHANNELS: dict[str, Channel] = {
    key: Channel(key=key, online=online)
    for keys, online in ((_ONLINE, True), (_OFFLINE, False))
    for key in keys.split()
}

#: Mail to many and to one.
MAIL = frozenset({"newsletter", "email"})
#: What people mean by social media.
SOCIAL = tuple("instagram facebook facebook_group tiktok linkedin pinterest snapchat x threads social_ads".split())

#: The moments in which a channel usually meets a customer; what isn't named serves all.
_EARLY = "unaware searching"
_SERVES: dict[str, str] = {
    **dict.fromkeys("window pavement_sign van flyer poster fair open_day event local_press radio".split(), _EARLY),
    **dict.fromkeys("association school municipality direct_mail site_board influencer social_ads".split(), _EARLY),
    **dict.fromkeys(
        "tiktok pinterest snapchat x threads nextdoor podcast youtube".split(), "unaware searching comparing"
    ),
    **dict.fromkeys("google_ads google_business blog".split(), "searching comparing recommending"),
    **dict.fromkeys("review_site".split(), "comparing recommending"),
    **dict.fromkeys("website".split(), "searching comparing engaging buying"),
    **dict.fromkeys(
        "webshop online_booking booking_site etsy marktplaats bol amazon vinted".split(), "comparing buying"
    ),
    **dict.fromkeys("packaging loyalty_card sms".split(), "using returning recommending"),
    "delivery_site": "searching buying",
    "job_site": "searching comparing",
    "remarketing": "engaging",
    "business_card": "engaging recommending",
    "word_of_mouth": "unaware searching comparing recommending",
    "partner": "unaware searching recommending",
    "phone": "engaging buying using returning",
    "visit": "comparing engaging buying using",
    "shop": "engaging buying using returning",
    "market": "unaware engaging buying",
    "newsletter": "engaging using returning recommending",
    "email": "engaging buying using returning recommending",
    "whatsapp": "engaging buying using returning",
    "instagram": "unaware comparing using recommending",
    "facebook": "unaware comparing using recommending",
    "facebook_group": "unaware searching recommending",
    "linkedin": "unaware comparing engaging recommending",
}


def serving(channel: str) -> tuple[Moment, ...]:
    """The moments in which a channel usually meets a customer."""
    named = _SERVES.get(channel)
    return tuple(Moment(m) for m in named.split()) if named else tuple(Moment)
