"""Making a plan: plays chosen for this owner, filled in with this owner's words, checked before it is shown."""
