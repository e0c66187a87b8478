"""What the law says, as frozen values: vocabulary, acts, editions, conditions, days, and the reading of rule files."""
