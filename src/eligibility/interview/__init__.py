"""An interview: finding the service, asking only what matters, going back and changing answers. No screen of its own."""
