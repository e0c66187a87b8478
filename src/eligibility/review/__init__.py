"""What a lawyer or maintainer looks at: what differs, what ages, what is covered."""
