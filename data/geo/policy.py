"""Everything about the map that is decided by hand: detail, names, borders and points.

README.md beside this file gives the reasons for the borders.
"""

import shapely
from shapely import box

from data.geo.topology import Detail

INDO_PACIFIC = shapely.union_all([box(60, -50, 180, 50), box(-180, -50, -125, 30)])
CENTRAL_AMERICA = box(-118, 5, -58, 33)
FOCUS = INDO_PACIFIC.union(CENTRAL_AMERICA)
FINE = Detail(focus=0.02, elsewhere=0.12, area=FOCUS)
COARSE = Detail(focus=0.15, elsewhere=0.6, area=FOCUS)

WORLD = box(-180, -90, 180, 90)
KASHMIR_AND_LADAKH = box(72, 32.3, 80, 37.5)
ARUNACHAL = box(91.5, 26, 97.5, 30)

DROPPED = "ATA"  # Antarctica
NO_STATE = "XSG"  # the Siachen glacier gets no point, though it is small enough for one
# Areas without an ISO number in Natural Earth. CXR (Christmas Island) is the larger part of
# "Indian Ocean Ter."; codes that start with X are from the range that ISO leaves to users.
UNNUMBERED = {
    "Indian Ocean Ter.": "CXR",
    "Kosovo": "XKX",
    "N. Cyprus": "XNC",
    "Siachen Glacier": "XSG",
    "Somaliland": "XSL",
}
NAMES = {
    "BLM": "Saint Barthélemy",
    "KOR": "Republic of Korea",
    "MAF": "Saint Martin",
    "MKD": "North Macedonia",
    "PRK": "DPR Korea",
    "SWZ": "Eswatini",
    "VIR": "U.S. Virgin Islands",
    "XNC": "Northern Cyprus",
}
# From which outline, to which, and the box: the part of the first outline in the box moves to the second.
TRANSFERS = (
    ("RUS", "UKR", box(32.4, 44.3, 36.6, 46.25)),  # Crimea
    ("MAR", "ESH", box(-18, 20, -8.6, 27.66)),  # west of the berm
    ("CXR", "CCK", box(96, -13, 98, -11)),  # Cocos (Keeling) Islands
)
# The status of borders that are not settled, and the area in which it holds, by the two sides.
UNSETTLED = {
    frozenset(pair): (status, where)
    for *pair, status, where in (
        ("KOR", "PRK", "mdl", WORLD),
        ("MAR", "ESH", "disputed", WORLD),
        ("SRB", "XKX", "disputed", WORLD),
        ("CYP", "XNC", "disputed", WORLD),
        ("SOM", "XSL", "disputed", WORLD),
        ("ISR", "PSE", "disputed", WORLD),
        ("ISR", "SYR", "disputed", WORLD),
        ("IND", "XSG", "disputed", WORLD),
        ("PAK", "XSG", "disputed", WORLD),
        ("CHN", "XSG", "disputed", WORLD),
        ("IND", "PAK", "disputed", KASHMIR_AND_LADAKH),
        ("CHN", "PAK", "disputed", KASHMIR_AND_LADAKH),
        ("CHN", "IND", "disputed", KASHMIR_AND_LADAKH.union(ARUNACHAL)),
    )
}

# Square degrees. A smaller state also gets a point: its outline is too small to be seen or clicked.
SMALL = 0.5
# Points of small states that are not taken from their outlines. Natural Earth has no outline of Tuvalu
# at this scale (the point is Funafuti), and the largest island of Kiribati is far from most of its
# people (the point is Tarawa).
CHOSEN_POINTS = {"TUV": (179.2, -8.52), "KIR": (173.03, 1.37)}

# Five points of the Mekong, one on each of its stretches in the source.
MEKONG = shapely.MultiPoint(
    [
        (100.8, 22.0),  # Jinghong
        (102.6, 17.96),  # Vientiane
        (104.75, 16.55),  # Savannakhet
        (105.83, 10.0),  # the southern arm in the delta, at Can Tho
        (106.14, 10.22),  # the northern arm
    ]
)
NEAR_MEKONG = 0.06  # degrees: a stretch of river this near to one of the points belongs to the Mekong
