"""The decisions of the talk: what a message changes, and what the coach does next. Pure."""

from journey.dialogue.decide import decide
from journey.dialogue.opening import amended
from journey.dialogue.scene import Decision, Scene

__all__ = ["Decision", "Scene", "amended", "decide"]
