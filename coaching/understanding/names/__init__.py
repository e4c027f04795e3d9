"""Names of businesses, owners and places."""
