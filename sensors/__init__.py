"""Where motion samples come from: radios, recordings and the simulation."""
