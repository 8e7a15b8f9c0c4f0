"""The information lead's door: who searched how often. More of what they look after joins as its rooms are built."""
