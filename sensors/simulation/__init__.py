"""A walking person with known truth, a worn sensor and its faults, as a `Source`."""
