"""What a run did: every URL counted by outcome and reason, the manifest, the exit code, the table."""
