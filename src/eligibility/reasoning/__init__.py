"""Truth: a case read, reasoned over by two engines that must agree, and what its conclusions rest on."""
