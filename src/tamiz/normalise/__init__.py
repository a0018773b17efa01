"""From text as written to values that can be compared."""
