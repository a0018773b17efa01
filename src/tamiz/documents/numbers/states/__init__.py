"""One file a number: its shape, what stands in it, and who says so."""
