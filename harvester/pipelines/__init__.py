"""An ``Outcome`` on its way to the store: check -> deduplicate -> export, one verb a module."""
