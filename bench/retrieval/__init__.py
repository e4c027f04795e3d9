"""Whether plain questions of an owner find the right stage or topic."""
