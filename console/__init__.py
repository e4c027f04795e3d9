"""The coaches' web pages: what a person sees of the desk, and the forms to act on it."""
