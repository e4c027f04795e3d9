"""What human coaches do with the conversations of their agency."""
