"""Finding words in what was written. `index` is the port to each database's own full-text index; `search` goes through the gate."""
