"""An invented programme and an invented watchlist, with a planted story."""
