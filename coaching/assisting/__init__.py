"""What a language model does for the coach, errand by errand; all it gives is checked, and nothing hangs on it."""
