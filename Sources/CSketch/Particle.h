#pragma once

// A stand-in for the part of Particle's Device OS that ordinary sketches use, so that a sketch
// compiles unchanged on this machine. Names and meanings are Device OS's; the limits are those of
// its releases from 3.0 on (particle-cloud §9). Grow it when a sketch needs more.

#include <cctype>
#include <climits>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "Basics.h"
#include "Cloud.h"
#include "Extras.h"
#include "Pins.h"
#include "Print.h"
#include "System.h"
#include "Text.h"
#include "Clock.h"
#include "Timer.h"

using namespace device_os;
