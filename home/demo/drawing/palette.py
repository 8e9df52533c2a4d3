"""The few inks of the block prints, after the colours of the archive itself."""

Colour = tuple[int, int, int]

INK: Colour = (31, 27, 24)
SOOT: Colour = (58, 50, 45)
PAPER: Colour = (247, 242, 232)
CREAM: Colour = (236, 224, 198)
BRICK: Colour = (158, 59, 44)
BRICK_LIGHT: Colour = (184, 88, 66)
BRICK_DEEP: Colour = (110, 36, 25)
BRICK_NIGHT: Colour = (66, 32, 32)
CANAL: Colour = (31, 94, 87)
CANAL_DEEP: Colour = (20, 61, 60)
CANAL_LIGHT: Colour = (111, 158, 142)
MOSS: Colour = (108, 125, 68)
LEAF: Colour = (74, 108, 72)
LEAF_DEEP: Colour = (38, 66, 51)
SKY: Colour = (35, 82, 124)
SKY_LIGHT: Colour = (150, 186, 199)
SKY_PALE: Colour = (203, 219, 216)
NIGHT: Colour = (24, 38, 58)
NIGHT_LIGHT: Colour = (52, 74, 98)
TRAM: Colour = (255, 203, 5)
AMBER: Colour = (233, 158, 60)
PEACH: Colour = (240, 178, 134)
ROSE: Colour = (210, 118, 106)
STONE: Colour = (107, 98, 88)
STONE_LIGHT: Colour = (166, 155, 140)
SLATE: Colour = (78, 84, 92)
SNOW: Colour = (238, 240, 238)
WHITE: Colour = (252, 250, 245)
WOOD: Colour = (146, 98, 58)
WOOD_DEEP: Colour = (94, 60, 38)
SKIN = ((92, 58, 42), (136, 92, 64), (190, 142, 106), (218, 178, 148))


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return `first` with `share` (0 to 1) of `second` stirred in."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
