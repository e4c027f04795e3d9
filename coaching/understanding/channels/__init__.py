"""Where customers are met: channels used and refused, mailing lists, in person or online."""
