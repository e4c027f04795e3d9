"""The kind of business, and whether a trade that is named is the owner's own."""
