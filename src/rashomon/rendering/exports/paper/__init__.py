"""What documents for people are made of: a Word sheet with footnotes, charts and maps as pictures."""
