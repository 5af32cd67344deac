#pragma once

// The name that libraries which came from Arduino include.
#include "Particle.h"
