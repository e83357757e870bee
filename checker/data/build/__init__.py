"""Scripts that make the data files from kept packages; not needed at run time."""
