"""What a person may ask of whoever keeps their story: all of it, a correction, an end; and how long it is kept."""
