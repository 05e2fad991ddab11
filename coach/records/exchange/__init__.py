"""Walks on their way out: tables for spreadsheets, Motion-BIDS, OpenSim."""
