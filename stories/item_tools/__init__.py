"""The tools for one item: hide a face, set what must stay in sight, write down what is said."""
