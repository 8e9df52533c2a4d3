"""Places on the drawn map: where they are, what they were called, and two that become one."""
