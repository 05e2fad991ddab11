"""Pure codecs, one per wire format: bytes in, samples out; commands out."""
