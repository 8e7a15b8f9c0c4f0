"""Files locked with a passphrase, in the age format: any other age program opens them too."""
