#pragma once
// Precompiled once for core/, training/ and their tests: torch/torch.h alone takes half a minute to parse.
// A source file that uses torch still includes it by name.
#include <torch/torch.h>
