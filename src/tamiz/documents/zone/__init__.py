"""The machine-readable zone of identity documents: read, judged, compared, written."""
