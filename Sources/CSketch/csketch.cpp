#include "csketch.h"
