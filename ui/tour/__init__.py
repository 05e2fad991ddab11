"""A person who never was, for looking at screens: weeks of walks, exercises and pain."""
