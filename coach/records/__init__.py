"""What is kept of a walk and of a person."""
