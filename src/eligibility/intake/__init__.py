"""What the desk may and must do with the documents presented."""
