"""Whole conversations with invented owners, as messy as real ones, checked for what a good coach would not do."""
