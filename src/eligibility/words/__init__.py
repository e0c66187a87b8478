"""The two languages: texts, message catalogues, days and how words are joined."""
