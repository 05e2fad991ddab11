"""Sounds, pictures, texts and translations; no code."""
