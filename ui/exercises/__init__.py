"""Exercises and self-care in the window: pictures, the library, the guided player, logs."""
