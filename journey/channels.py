"""Where an owner and a customer can meet: every channel key, and whether it is online."""

from pydantic import BaseModel, ConfigDict


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
