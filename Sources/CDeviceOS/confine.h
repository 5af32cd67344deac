#pragma once

#include "csketch.h"

/// Keeps the calling process, which was just forked and has one thread, to what the command says.
/// Makes system calls only. Returns what of `csketch_confinement` holds from here on.
int csketch_confine(const csketch_command *command, const char *uidMap, const char *gidMap);
