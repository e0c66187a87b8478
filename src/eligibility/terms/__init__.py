"""Who must act by when: terms counted over the working calendar, each day off named."""
