"""Everything of a unit in one file, and everything out of it again.

A backup is a tar file that says itself what is in it: ``manifest.json`` with the digest of each
other member, the tables as lines of JSON, the keys, the files. Tables stand in it as values and
not as a database, so that what was kept in SQLite can be restored into PostgreSQL and back.
"""
