"""What is said about consent, and the buttons that give it and take it back."""

from coaching.message import Button, Reply
from prompts.words import Words

YES, NO, REVOKE, REST = "consent:yes", "consent:no", "consent:revoke", "consent:rest"


def question(words: Words, who: str, *, again: bool = False) -> Reply:
    """Asks for it; `who` says who reads along."""
    yes = Button(label=words.say("consent.yes"), payload=YES)
    no = Button(label=words.say("consent.no"), payload=NO)
    text = words.say("consent.again") if again else words.say("consent.ask", who=who)
    return Reply(text=text.strip(), buttons=((yes, no),))


def thanks(words: Words) -> Reply:
    """To who agreed without anything that waits."""
    return Reply(text=words.say("consent.thanks"))


def refused(words: Words, *, knows: bool) -> Reply:
    """To who would rather not; `knows`: something was kept from before."""
    return Reply(text=words.say("consent.rests" if knows else "consent.refused"))


def notice(words: Words) -> Reply:
    """To who talked before consent was asked for."""
    return Reply(text=words.say("consent.notice"))


def revoked(words: Words) -> Reply:
    """To who takes it back: everything can go too."""
    erase = Button(label=words.say("button.delete"), payload="wish:delete")
    rest = Button(label=words.say("consent.rest"), payload=REST)
    return Reply(text=words.say("consent.revoked"), buttons=((erase,), (rest,)))


def resting(words: Words) -> Reply:
    """To who took it back and leaves what is kept."""
    return Reply(text=words.say("consent.resting"))


def revoking(words: Words) -> tuple[tuple[Button, ...], ...]:
    """The button that takes it back."""
    return ((Button(label=words.say("consent.revoke"), payload=REVOKE),),)
