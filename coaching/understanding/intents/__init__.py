"""What an owner wants: to ask, to command, to agree, to change a plan."""
