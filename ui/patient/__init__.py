"""The screens of the person who walks."""
