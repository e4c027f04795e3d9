"""What is an owner's right: to know what is kept, to agree first and take that back, to have all of it."""
