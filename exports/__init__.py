"""Plan and words to files: Markdown, later PDF, picture and calendar. Pure."""
