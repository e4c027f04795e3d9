"""Data of third persons, which stay out of the profile."""
