"""The only room that opens hostile bytes."""
