"""People a team already works with, brought in from a spreadsheet. No tables."""
