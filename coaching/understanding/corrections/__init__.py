"""What was told before and is put right: what no longer holds, and what comes in its place."""
