"""What is shown: PySide6 windows, sounds and the entry point."""
