"""One function a picture, gathered by subject; `home.demo.pictures` knows them all by name."""
