"""Django's SQLite, in which people write before imports do (``tamiz.web.turns``)."""
