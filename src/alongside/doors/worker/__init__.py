"""A member of a relational team, on a phone at a kitchen table or a laptop at the hub."""
