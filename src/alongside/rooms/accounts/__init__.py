"""Who signs in, and the organisations they come from."""
