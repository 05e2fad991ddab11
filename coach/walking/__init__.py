"""What one live walk is made of, beside the walk itself."""
