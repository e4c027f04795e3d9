"""The closed vocabularies of the project: every key that files, tables and code share."""

from enum import StrEnum
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Address(StrEnum):
    """How somebody is spoken to in Dutch; English has one form."""

    JE = "je"
    U = "u"
    GE = "ge"


class Audience(StrEnum):
    """Whom a business serves."""

    B2C = "b2c"
    B2B = "b2b"
    BOTH = "both"
    NON_PROFIT = "non-profit"


class Goal(StrEnum):
    """What the owner wants to be different."""

    NEW_CUSTOMERS = "new_customers"
    REPEAT = "repeat"
    AWARENESS = "awareness"
    SPEND = "spend"
    QUIET_TIMES = "quiet_times"
    VOLUNTEERS = "volunteers"


class PurchaseKind(StrEnum):
    """How a customer of a trade comes to a purchase."""

    WALK_IN = "walk_in"
    APPOINTMENT = "appointment"
    QUOTE = "quote"
    PROJECT = "project"
    WEBSHOP = "webshop"
    BOOKING = "booking"
    SUBSCRIPTION = "subscription"
    DONATION = "donation"


class Rhythm(StrEnum):
    """How often the same customer buys."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    ONCE = "once"


class Form(StrEnum):
    """The form a play takes; a good plan varies them."""

    ARTICLE = "article"
    AD = "ad"
    CALL = "call"
    CARD = "card"
    CHECKLIST = "checklist"
    CONVERSATION = "conversation"
    EMAIL = "email"
    EVENT = "event"
    FLYER = "flyer"
    GIFT = "gift"
    LISTING = "listing"
    MESSAGE = "message"
    OFFER = "offer"
    PAGE = "page"
    PHOTO = "photo"
    PROCESS = "process"
    REVIEW = "review"
    SIGN = "sign"
    SURVEY = "survey"
    VIDEO = "video"


class Asset(StrEnum):
    """Something an owner must have before a play can be done."""

    BEFORE_AFTER_PHOTOS = "before_after_photos"
    BOOKING_SYSTEM = "booking_system"
    CUSTOMER_NUMBERS = "customer_numbers"
    EMAIL_LIST = "email_list"
    FIRST_CUSTOMERS = "first_customers"
    OPEN_SPACE = "open_space"
    PHOTOS = "photos"
    REVIEWS = "reviews"
    STAFF = "staff"
    STOCK = "stock"
    STOREFRONT = "storefront"
    VEHICLE = "vehicle"
