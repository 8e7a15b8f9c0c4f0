"""A spreadsheet of people a team already works with: read, judged and checked, with nothing brought in yet."""
