"""From samples to advice: gait, care, records, and one live walk."""
