"""Coming in and going out, and who is looking."""
