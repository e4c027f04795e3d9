"""What identifies people in a talk, found and replaced by aliases: for exports that others may read."""
