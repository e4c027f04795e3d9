"""For whom it is: people or firms, how old, what they are called."""
