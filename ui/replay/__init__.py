"""The screens for looking at a walk afterwards."""
