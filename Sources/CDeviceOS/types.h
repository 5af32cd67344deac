#pragma once

// Comes before all else in a sketch. On a board `int64_t` is `long long`, and `long` has 32 bits.
// Where this machine's `int64_t` is a `long`, the two could not be told apart; so it is made anew,
// and its headers, which look at these names, leave it alone.

#if defined(__linux__) && defined(__LP64__)
#define _BITS_STDINT_INTN_H 1
#define _BITS_STDINT_UINTN_H 1
#define __DEFINED_int64_t
#define __DEFINED_uint64_t
typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long long int64_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned uint32_t;
typedef unsigned long long uint64_t;
#define __DEFINED_int8_t
#define __DEFINED_int16_t
#define __DEFINED_int32_t
#define __DEFINED_uint8_t
#define __DEFINED_uint16_t
#define __DEFINED_uint32_t
#include <inttypes.h>
#ifdef __PRI64_PREFIX
#undef __PRI64_PREFIX
#define __PRI64_PREFIX "ll"
#endif
#endif
