"""Filing one conversation into several rooms at once. No tables."""
