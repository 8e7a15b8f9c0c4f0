"""The nouns of the domain, one Django app each: models, querysets, acts; no HTML."""
