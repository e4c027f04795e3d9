"""What keeps strangers out: headers, sizes, tokens against forged forms, limits on guessing, passwords."""
