"""Co-curation: students of a class propose an order and captions, their teacher decides."""
