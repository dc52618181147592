# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes color_tables.cpp: the 256 published colors of each map, as OpenCV carries them.

viridis, inferno, magma: van der Walt and Smith, matplotlib, CC0. cividis: Nunez, Anderton and Renslow 2018.
turbo: Mikhailov, Google, Apache-2.0.      python core/image/make_color_tables.py > core/image/color_tables.cpp
"""

import cv2
import numpy as np

print("// Made by make_color_tables.py, which says where the numbers come from.\n#include \"core/image/color_tables.h\"\n")
print("namespace gbs {\n\n// clang-format off")
ramp = np.arange(256, dtype=np.uint8)[None]
for name in ("viridis", "inferno", "magma", "turbo", "cividis"):
    table = cv2.applyColorMap(ramp, getattr(cv2, "COLORMAP_" + name.upper()))[0]
    print(f"const std::array<std::uint32_t, 256> {name}_table{{")
    for row in range(0, 256, 8):
        print("    " + " ".join(f"0xff{r:02x}{g:02x}{b:02x}," for b, g, r in table[row : row + 8]))
    print("};")
print("// clang-format on\n\n}  // namespace gbs")
