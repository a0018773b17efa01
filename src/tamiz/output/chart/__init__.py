"""The link chart of a case: chosen, laid out, drawn, and told again as a table."""
