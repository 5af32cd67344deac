#pragma once

// A stand-in for the part of Particle's Device OS that ordinary sketches use, so that a sketch
// compiles unchanged on this machine. Names and meanings are Device OS's; the limits are those of
// its releases from 3.0 on (particle:os-limits). Grow it when a sketch needs more.

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
#include "Buses.h"
#include "Clock.h"
#include "Cloud.h"
#include "Containers.h"
#include "Extras.h"
#include "JSON.h"
#include "Light.h"
#include "Log.h"
#include "Missing.h"
#include "Network.h"
#include "Pins.h"
#include "Power.h"
#include "Print.h"
#include "Serial.h"
#include "Sleep.h"
#include "System.h"
#include "Text.h"
#include "Timer.h"
#include "Variant.h"

// The names that Device OS itself has them in.
namespace particle = device_os;
namespace spark = device_os;

using namespace device_os;
using namespace std::chrono_literals;
