"""Telegram: updates in, replies out. Nothing else in the project knows Telegram."""

import os

# python-telegram-bot warns at every 429 unless durations are timedeltas.
os.environ.setdefault("PTB_TIMEDELTA", "1")
