"""The API for other programs: as yente answers, as OpenRefine asks, and Tamiz's own.

No session, no cookie, no page: a request carries a token or it is refused (``door``). What exists
stands in one table (``routes``), of which the description (``openapi``) is made.
"""
