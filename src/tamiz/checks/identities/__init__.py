"""Questions about one person behind several applications."""
