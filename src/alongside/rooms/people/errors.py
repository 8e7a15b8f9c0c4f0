class PersonError(Exception):
    """What stands in the way, in words for a worker to read."""


class ChangedMeanwhile(PersonError):
    """Two had the same page before them, and the other one saved first."""
