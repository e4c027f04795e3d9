"""The coach with a language model: a short talk with a real one, and its faults timed."""
