"""The commands of `journey-coach`, by what they are about. Each imports what it needs when it runs, so that all start
fast."""
