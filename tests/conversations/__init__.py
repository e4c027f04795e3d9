"""Scripted owners: what they say when, and what must be true at the end."""
