"""What weeks and walks come to: review, comparison, report, trends."""
