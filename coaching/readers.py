"""Who can read a talk, said as it is in this set-up."""

from coaching.message import Reply
from coaching.thinking import Errand, LanguageModel
from prompts.words import Words


def readers_reply(coach: str, model: LanguageModel | None, words: Words) -> Reply:
    """What is kept and who sees it: the owner's own coach by name where there is one, and a language model where one
    is asked anything."""
    human = words.say("privacy.coach", name=coach) if coach else words.say("privacy.nobody_named")
    asked = model is not None and any(model.does(errand) for errand in Errand)
    thinks = words.say("privacy.model" if asked else "privacy.no_model")
    return Reply(text=" ".join((words.say("privacy.kept"), human, thinks, words.say("privacy.end"))))
