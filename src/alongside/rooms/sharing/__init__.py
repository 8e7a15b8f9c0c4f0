"""What is shared with whom and why, what is not, and who may open a story."""
