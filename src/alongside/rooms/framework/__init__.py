"""What a team decides by: its purpose, its principles, the two rules, what it may decide itself."""
