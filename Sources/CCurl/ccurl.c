#include "ccurl.h"

#include <dlfcn.h>
#include <stddef.h>

#define FB_EACH(X) \
  X(curl_global_init) X(curl_easy_init) X(curl_easy_cleanup) X(curl_easy_reset) \
  X(curl_easy_strerror) X(curl_easy_setopt) X(curl_easy_getinfo) X(curl_free) \
  X(curl_slist_append) X(curl_slist_free_all) X(curl_multi_init) X(curl_multi_cleanup) \
  X(curl_multi_setopt) X(curl_multi_add_handle) X(curl_multi_remove_handle) \
  X(curl_multi_perform) X(curl_multi_poll) X(curl_multi_wakeup) X(curl_multi_info_read) \
  X(curl_url) X(curl_url_cleanup) X(curl_url_get) X(curl_url_set)

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

static struct {
#define FB_FIELD(name) __typeof__(&name) name;
  FB_EACH(FB_FIELD)
} lib;

static void *fb_open(void) {
  static const char *const names[] = {
#ifdef __APPLE__
    "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib",
#else
    "libcurl.so.4", "libcurl-gnutls.so.4",
#endif
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (handle) return handle;
  }
  return NULL;
}

CURLcode fb_global_init(void) {
  void *handle = fb_open();
  if (!handle) return CURLE_FAILED_INIT;
#define FB_FIND(name) \
  lib.name = (__typeof__(lib.name))dlsym(handle, #name); \
  if (!lib.name) return CURLE_FAILED_INIT;
  FB_EACH(FB_FIND)
  return lib.curl_global_init(CURL_GLOBAL_DEFAULT);
}

CURL *curl_easy_init(void) { return lib.curl_easy_init(); }
void curl_easy_cleanup(CURL *easy) { lib.curl_easy_cleanup(easy); }
void curl_easy_reset(CURL *easy) { lib.curl_easy_reset(easy); }
const char *curl_easy_strerror(CURLcode code) { return lib.curl_easy_strerror(code); }
void curl_free(void *text) { lib.curl_free(text); }

struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text) {
  return lib.curl_slist_append(list, text);
}
/* Lists are made by the function above only, so there is none before libcurl is open. */
void curl_slist_free_all(struct curl_slist *list) { if (list) lib.curl_slist_free_all(list); }

CURLM *curl_multi_init(void) { return lib.curl_multi_init(); }
CURLMcode curl_multi_cleanup(CURLM *multi) { return lib.curl_multi_cleanup(multi); }
CURLMcode curl_multi_add_handle(CURLM *multi, CURL *easy) {
  return lib.curl_multi_add_handle(multi, easy);
}
CURLMcode curl_multi_remove_handle(CURLM *multi, CURL *easy) {
  return lib.curl_multi_remove_handle(multi, easy);
}
CURLMcode curl_multi_perform(CURLM *multi, int *running) {
  return lib.curl_multi_perform(multi, running);
}
CURLMcode curl_multi_poll(
    CURLM *multi, struct curl_waitfd extra[], unsigned int count, int timeout_ms, int *ready) {
  return lib.curl_multi_poll(multi, extra, count, timeout_ms, ready);
}
CURLMcode curl_multi_wakeup(CURLM *multi) { return lib.curl_multi_wakeup(multi); }

CURLU *curl_url(void) { return lib.curl_url(); }
void curl_url_cleanup(CURLU *url) { lib.curl_url_cleanup(url); }
CURLUcode fb_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) {
  return lib.curl_url_get(url, part, text, flags);
}
CURLUcode curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) {
  return lib.curl_url_set(url, part, text, flags);
}

CURLcode fb_set_long(CURL *easy, CURLoption option, long value) {
  return lib.curl_easy_setopt(easy, option, value);
}

CURLcode fb_set_text(CURL *easy, CURLoption option, const char *value) {
  return lib.curl_easy_setopt(easy, option, value);
}

CURLcode fb_set_pointer(CURL *easy, CURLoption option, void *value) {
  return lib.curl_easy_setopt(easy, option, value);
}

CURLcode fb_set_receive(CURL *easy, CURLoption option, fb_receive value) {
  return lib.curl_easy_setopt(easy, option, value);
}

CURLcode fb_set_body(CURL *easy, const void *bytes, size_t count) {
  CURLcode code =
      lib.curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  if (code != CURLE_OK) return code;
  return lib.curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes ? bytes : "");
}

void fb_set_versions(CURL *easy) {
  lib.curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  lib.curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
}

CURLcode fb_allow_http_only(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return lib.curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return lib.curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

long fb_get_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return lib.curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t fb_get_size(CURL *easy, CURLINFO info) {
  curl_off_t value = 0;
  return lib.curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

void *fb_get_private(CURL *easy) {
  char *value = NULL;
  return lib.curl_easy_getinfo(easy, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

CURLMcode fb_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return lib.curl_multi_setopt(multi, option, value);
}

CURL *fb_multi_next_done(CURLM *multi, CURLcode *result) {
  int left;
  CURLMsg *message;
  while ((message = lib.curl_multi_info_read(multi, &left)))
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  return NULL;
}
