class ArrivalError(Exception):
    """Why nobody was brought in, in words for whoever brings people in."""
