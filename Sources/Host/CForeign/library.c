#define _GNU_SOURCE
#include "CForeign.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

// The last error text of this thread, cut to fit.
static _Thread_local char text[1024];

static const char *keep(const char *message) {
  snprintf(text, sizeof text, "%s", message == NULL ? "unknown error" : message);
  return text;
}

void *cforeign_dlopen(const char *path, const char **error) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL && error != NULL) *error = keep(dlerror());
  return library;
}

void *cforeign_dlsym(void *library, const char *name, const char **error) {
  void *address = dlsym(library, name);
  if (address == NULL && error != NULL) *error = keep(dlerror());
  return address;
}

void cforeign_dlclose(void *library) {
  if (library != NULL) dlclose(library);
}

const char *cforeign_error_text(int error_number) {
  char buffer[256];
  return keep(strerror_r(error_number, buffer, sizeof buffer));
}
