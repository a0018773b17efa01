"""Jobs: work that takes longer than a page.

A job is a row. A worker claims it by one conditional update, says every few seconds that it lives,
and writes down how far it is. A worker that says nothing for ``LEASE`` is dead, and another takes
the job over; whatever a job does may therefore be done twice, and comes to the same.
"""
