"""The home of a person: the window with its pages, and what the pages stand on."""
