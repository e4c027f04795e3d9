"""What a business sells."""
