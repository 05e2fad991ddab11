"""A process that adds to the library of a person until it is killed; says what it added."""

import sys
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from coach.records.entries import PainEntry
from coach.records.library import Library

if __name__ == "__main__":
    with Library.open(Path(sys.argv[1])) as library:
        person = library.add_person(sys.argv[2])
        for n in count():
            library.keep(person, PainEntry(at=datetime.now(UTC), level=n % 11, moment=str(n)))
            sys.stdout.write(f"{n}\n")
            sys.stdout.flush()
            time.sleep(0.01)  # as no person adds without a pause
