"""Demo data: invented owners who really talk with the bot, and coaches who work with the conversations."""
