"""Codebooks: measures as data, one YAML file a field; `sayso.reading.measures` loads and checks them."""
