"""From strides to advice; pure."""
