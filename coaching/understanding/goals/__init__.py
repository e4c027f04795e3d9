"""What the owner wants to be different."""
