class SharingError(Exception):
    """What stands in the way, in words for a worker to read."""
