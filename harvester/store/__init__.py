"""The state of a crawl: one SQLite file with frontier, versions and outbox, and the files written from it.

A ``Lease`` goes out, an ``Outcome`` comes back and is committed whole.
"""
