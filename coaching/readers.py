"""Who can read a talk and how long it is kept, said as it is in this set-up."""

from coaching.message import Reply
from coaching.thinking import Errand, LanguageModel
from prompts.words import Words


def readers(coach: str, model: LanguageModel | None, words: Words) -> str:
    """Who sees it: the owner's own coach by name where there is one, and a language model where one is asked
    anything."""
    human = words.say("privacy.coach", name=coach) if coach else words.say("privacy.nobody_named")
    asked = model is not None and any(model.does(errand) for errand in Errand)
    return f"{human} {words.say('privacy.model' if asked else 'privacy.no_model')}"


def readers_reply(coach: str, model: LanguageModel | None, words: Words, days: int = 0) -> Reply:
    """What is kept, who sees it, and how long: for so many `days` after the last message, 0 until it is erased."""
    kept = words.say("privacy.days", days=days) if days else words.say("privacy.until_erased")
    parts = (words.say("privacy.kept"), kept, readers(coach, model, words), words.say("privacy.end"))
    return Reply(text=" ".join(parts))
