"""What a question means, why it is asked and what the coach would answer: in this owner's trade, where it is known."""

from coaching.message import Reply
from coaching.pressing import examples_for
from coaching.showing import shown_channels
from journey.choice import ranked_models, recommended_model
from journey.moves import ExplainQuestion
from journey.profile import Profile
from journey.topics import QUESTIONS, Topic
from journey.trades import Sector
from prompts.words import Words

#: Which of the three examples of a trade goes with which explanation.
_EXAMPLE = {"meaning": 0, "advice": 1}
#: Channels of a trade that are named, at most.
_CHANNELS = 4


def explained(move: ExplainQuestion, words: Words, profile: Profile, sector: Sector | None) -> Reply:
    """The explanation asked for, with an answer that somebody in this trade could give where that helps."""
    if move.question == "model" and move.how == "advice":
        model = recommended_model(profile, sector)
        reason = why_model(model, profile, sector, words)
        return Reply(text=words.say("explain.model.advice", model=words.say(f"model.{model}"), reason=reason))
    if move.question == "trade" and move.how == "why" and sector:
        return Reply(text=words.fill(sector.words(words.language).question.why))
    key = f"explain.{move.question}.{move.how}"
    if not words.has(key):
        return Reply(text=words.say("help"))
    return Reply(text=" ".join(filter(None, (words.say(key), _in_trade(move, words, sector)))))


def why_model(model: str, profile: Profile, sector: Sector | None, words: Words) -> str:
    """The strongest reasons for a model here, at most two."""
    reasons = dict(ranked_models(profile, sector))[model][:2]
    told = [words.say(f"reason.{reason.key}") for reason in reasons] or [words.say("reason.default")]
    return " ".join([told[0], *(f"{reason[:1].upper()}{reason[1:]}" for reason in told[1:])])


def _in_trade(move: ExplainQuestion, words: Words, sector: Sector | None) -> str:
    if sector is None or sector.key == "general" or move.how not in _EXAMPLE:
        return ""
    trade = sector.words(words.language).name
    question = QUESTIONS.get(move.question)
    if question and question.topic is Topic.CHANNELS:
        return words.say(
            "explain.channels_of", trade=trade, channels=shown_channels(sector.channels[:_CHANNELS], words)
        )
    examples = examples_for(move.question, sector, words)
    return words.say("explain.example", trade=trade, example=examples[_EXAMPLE[move.how]]) if examples else ""
