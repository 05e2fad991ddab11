"""The commands of `hipcoach`, a file each, and what they share."""
