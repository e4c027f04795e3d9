"""Moves to journey.hearing; imports are being changed over."""

from journey.hearing import Context, Heard, Intent

__all__ = ["Context", "Heard", "Intent"]
