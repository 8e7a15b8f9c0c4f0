"""What was done and what was opened, by whom, when, and on what ground: written once, sealed, checked."""
