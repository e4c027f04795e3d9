"""What the coach wants to know, in which order, and how each question is put."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from journey.profile import ProfileField as F


class Topic(StrEnum):
    """A thing the coach wants to know, or a step of the talk that asks something of the owner."""

    LANGUAGE = "language"
    OWNER_NAME = "owner_name"
    BUSINESS = "business"
    LOCATION = "location"
    OFFER = "offer"
    PRICE = "price"
    AUDIENCE = "audience"
    GOAL = "goal"
    PERSONA = "persona"
    PERSONA_NEED = "persona_need"
    PERSONA_PAIN = "persona_pain"
    PERSONA_FEELING = "persona_feeling"
    PERSONA_INFO = "persona_info"
    CHANNELS = "channels"
    CHANNELS_NOT = "channels_not"
    CONSTRAINTS = "constraints"
    ON_OFFLINE = "on_offline"
    USP = "usp"
    AFTERCARE = "aftercare"
    TRADE = "trade"
    EMAIL = "email"
    MODEL = "model"
    CONFIRM = "confirm"
    PLAN_FEEDBACK = "plan_feedback"


#: The profile fields a topic is about; the first is the one a bare answer fills.
FIELDS: dict[Topic, tuple[F, ...]] = {
    Topic.LANGUAGE: (F.LANGUAGE,),
    Topic.OWNER_NAME: (F.OWNER_NAME,),
    Topic.BUSINESS: (F.SECTOR, F.OFFER, F.BUSINESS_NAME, F.LOCATION),
    Topic.LOCATION: (F.LOCATION,),
    Topic.OFFER: (F.OFFER,),
    Topic.PRICE: (F.PRICE,),
    Topic.AUDIENCE: (F.AUDIENCE,),
    Topic.GOAL: (F.GOAL,),
    Topic.PERSONA: (F.PERSONA_SITUATION, F.PERSONA_AGE),
    Topic.PERSONA_NEED: (F.PERSONA_NEED,),
    Topic.PERSONA_PAIN: (F.PERSONA_PAIN,),
    Topic.PERSONA_FEELING: (F.PERSONA_FEELING,),
    Topic.PERSONA_INFO: (F.PERSONA_INFO,),
    Topic.CHANNELS: (F.CHANNELS_CURRENT,),
    Topic.CHANNELS_NOT: (F.CHANNELS_EXCLUDED, F.FORMS_EXCLUDED),
    Topic.CONSTRAINTS: (F.CONSTRAINTS,),
    Topic.ON_OFFLINE: (F.ON_OFFLINE,),
    Topic.USP: (F.USP,),
    Topic.AFTERCARE: (F.AFTERCARE,),
    Topic.TRADE: (F.TRADE_ANSWER,),
    Topic.EMAIL: (F.EMAIL_LIST,),
    Topic.MODEL: (F.MODEL,),
}


class Question(BaseModel):
    """One way of asking a topic. `open` asks for words, otherwise buttons help; `key` names its texts.
    `options` are the values behind the buttons; `several` lets the owner tick more than one; `counts` is whether it
    is one of the twelve questions of the interview."""

    model_config = ConfigDict(frozen=True)

    key: str
    topic: Topic
    open: bool = True
    options: tuple[str, ...] = ()
    several: bool = False
    counts: bool = True


def _closed(key: str, topic: Topic, options: str, *, several: bool = False, counts: bool = True) -> Question:
    return Question(key=key, topic=topic, open=False, options=tuple(options.split()), several=several, counts=counts)


_CHANNELS = "website google_business instagram facebook linkedin whatsapp newsletter word_of_mouth"

#: In the order in which they are asked: facts first, the why after.
QUESTIONS: dict[str, Question] = {
    question.key: question
    for question in (
        Question(key="business", topic=Topic.BUSINESS),
        Question(key="offer", topic=Topic.OFFER),
        _closed("audience", Topic.AUDIENCE, "b2c b2b both non-profit"),
        _closed("goal", Topic.GOAL, "new_customers repeat awareness spend quiet_times"),
        _closed("channels", Topic.CHANNELS, _CHANNELS, several=True),
        _closed("channels_more", Topic.CHANNELS, _CHANNELS, several=True),
        _closed("hours", Topic.CONSTRAINTS, "1 2 4 8"),
        _closed("money", Topic.CONSTRAINTS, "0 50 150 300"),
        _closed("email", Topic.EMAIL, "yes no"),
        Question(key="persona", topic=Topic.PERSONA),
        Question(key="persona_pain", topic=Topic.PERSONA_PAIN),
        Question(key="usp", topic=Topic.USP),
        Question(key="trade", topic=Topic.TRADE),
        Question(key="persona_need", topic=Topic.PERSONA_NEED),
        Question(key="location", topic=Topic.LOCATION),
        Question(key="price", topic=Topic.PRICE),
        Question(key="aftercare", topic=Topic.AFTERCARE),
        Question(key="channels_not", topic=Topic.CHANNELS_NOT),
        _closed("confirm", Topic.CONFIRM, "yes edit all"),
        _closed("model", Topic.MODEL, "keenr7 dazzle5 wux5 aida stdc email4"),
        _closed("feedback", Topic.PLAN_FEEDBACK, "change undo export model edit", counts=False),
        _closed("change_which", Topic.PLAN_FEEDBACK, "", counts=False),
        _closed("change_how", Topic.PLAN_FEEDBACK, "another more shorter not_for_me", counts=False),
        _closed("why_not", Topic.PLAN_FEEDBACK, "no_time no_money no_style", counts=False),
    )
}
