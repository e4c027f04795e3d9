"""What a customer journey is: models, moments, profile, plan and the decisions of the talk. Pure: no I/O."""
