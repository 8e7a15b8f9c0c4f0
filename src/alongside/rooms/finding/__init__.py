"""Finding people and words among those one may see, and asking to be rung about anyone else."""
