"""One file per list source; fetch, snapshot, difference, index."""
