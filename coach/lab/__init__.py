"""The program measured against references: recorded walks of a lab, and the simulation."""
