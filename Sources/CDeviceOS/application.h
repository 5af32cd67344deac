#pragma once

// The name that sketches included before there was Particle.h.
#include "Particle.h"
