"""What a question is about, by its key; hours and money are asked apart but belong to one topic."""

from journey.profile import Profile
from journey.topics import Topic

#: Several questions about one topic, and what is asked for in one with others.
_TOPICS = {"hours": Topic.CONSTRAINTS, "money": Topic.CONSTRAINTS, "days": Topic.CONSTRAINTS, "name": Topic.OWNER_NAME}


#: Where the owner reads over all that was told, and may put any of it right.
READ_OVER = (Topic.CONFIRM, Topic.MODEL, Topic.PLAN_FEEDBACK)


def topic_asked(question: str) -> Topic:
    """The topic of the question with this key. ValueError where there is none."""
    return _TOPICS.get(question) or Topic(question)


def limit_told(profile: Profile, question: str) -> bool:
    """Whether the answer to the question of hours, or else that of money, was told before."""
    limits = profile.limits
    return (limits.hours_per_week if question == "hours" else limits.euros_per_month) is not None
