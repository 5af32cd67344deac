#ifndef FOOTBRIDGE_CCURL_H
#define FOOTBRIDGE_CCURL_H
#include <curl/curl.h>
#endif
