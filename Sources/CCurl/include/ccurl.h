#ifndef FOOTBRIDGE_CCURL_H
#define FOOTBRIDGE_CCURL_H
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* libcurl, opened when the first request needs it: its thirty libraries take longer to load than all
   the rest of the program, and `--version`, `--help` and `status` ask nobody. Of curl.h come the
   types; the functions that Swift calls are defined in ccurl.c and handed on. */

/* Opens libcurl and sets it up; called once, before anything else. CURLE_FAILED_INIT when there is
   no libcurl on this machine. */
CURLcode fb_global_init(void);

/* Swift imports no variadic function, so there is one for each type of argument. */

typedef size_t (*fb_receive)(char *bytes, size_t size, size_t count, void *receiver);

CURLcode fb_set_long(CURL *easy, CURLoption option, long value);
CURLcode fb_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode fb_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode fb_set_receive(CURL *easy, CURLoption option, fb_receive value);

/* Copies the body; libcurl sends none at all for a null pointer, so an empty one is "". */
CURLcode fb_set_body(CURL *easy, const void *bytes, size_t count);

/* Macros in some versions of curl and enums in others, which Swift would see as different types. */
void fb_set_versions(CURL *easy);

/* CURLOPT_PROTOCOLS_STR came with 7.85, where the older option was deprecated. */
CURLcode fb_allow_http_only(CURL *easy);

long fb_get_long(CURL *easy, CURLINFO info);
curl_off_t fb_get_size(CURL *easy, CURLINFO info);
void *fb_get_private(CURL *easy);

/* Its first parameter is const in some versions. */
CURLUcode fb_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags);

CURLMcode fb_multi_set_long(CURLM *multi, CURLMoption option, long value);

/* CURLMsg holds a union, so its two useful fields are handed out apart. */
CURL *fb_multi_next_done(CURLM *multi, CURLcode *result);
#endif
