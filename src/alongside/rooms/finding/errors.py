class FindingError(Exception):
    """What stands in the way of finding, in words for a worker to read."""


class TooManySearches(FindingError):
    """More than anybody needs in ten minutes."""
