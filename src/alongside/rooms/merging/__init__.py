"""Two records of one person, put together and, where that was wrong, taken apart again."""
