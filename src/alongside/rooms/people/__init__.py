"""The people a team walks with, the people in their lives, and the one gate."""
