class RightsError(Exception):
    """What stands in the way, in words for the information lead to read."""
