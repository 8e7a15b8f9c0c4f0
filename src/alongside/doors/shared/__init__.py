"""The door of whomever an agreement or a duty covers: the parts it covers, and nothing else."""
