"""Motion samples from the exports of sensors' and phones' own apps."""
