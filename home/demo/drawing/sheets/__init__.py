"""One module a paper; `home.demo.papers` knows them all by name."""
