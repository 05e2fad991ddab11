"""Painted widgets and controls that any screen may use."""
