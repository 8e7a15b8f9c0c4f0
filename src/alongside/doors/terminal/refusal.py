class Refusal(Exception):
    """Bad usage or bad input: one line a fault, exit status 2."""
