"""From samples to strides; pure, streaming, no clock, no I/O."""
