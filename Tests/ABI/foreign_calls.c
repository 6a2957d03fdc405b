// Calls the same functions directly and through libffi and compares. Built and run by `make -C Plugins check`.
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "CForeign.h"

static int failures;

static void expect(const char *what, uint64_t got, uint64_t wanted) {
  if (got == wanted) return;
  fprintf(stderr, "foreign_calls: %s: got %llx, wanted %llx\n", what, (unsigned long long)got,
          (unsigned long long)wanted);
  failures++;
}

static uint64_t bits_of(double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  return bits;
}

static uint64_t bits_of_float(float number) {
  uint32_t bits;
  memcpy(&bits, &number, sizeof bits);
  return bits;
}

static int32_t mixed(int8_t a, float b, uint16_t c, double d, int64_t e, bool f) {
  return (int32_t)(a * 1000 + (double)b * 100 + c + d * 10 + (double)e + f);
}
static float add(float a, double b) { return a + (float)b; }
static bool above_three(int32_t n) { return n > 3; }
static int8_t fails(void) {
  errno = ENOENT;
  return -7;
}
static uint16_t narrow(uint32_t n) { return (uint16_t)n; }
static double nine(double a, double b, double c, double d, double e, double f, double g, double h, double i) {
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i;
}
static int64_t eight(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f, int64_t g, int64_t h) {
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

typedef void (*any_function)(void);

static uint64_t call(const char *types, any_function function, const uint64_t *arguments, int *error) {
  const cforeign_signature *signature = cforeign_signature_for(types);
  uint64_t result = 0;
  void *address;
  memcpy(&address, &function, sizeof address);
  if (signature == NULL) failures++;
  else cforeign_call(signature, address, arguments, &result, error);
  return result;
}

static void all(void) {
  int error = 0;
  uint64_t a[] = {(uint64_t)-3, bits_of_float(1.5f), 65535 + 65536, bits_of(2.5), (uint64_t)-40, 7};
  expect("mixed", call("icfSdlb", (any_function)mixed, a, NULL), (uint64_t)62671);
  uint64_t b[] = {bits_of_float(1.25f), bits_of(2)};
  expect("add", call("ffd", (any_function)add, b, NULL), bits_of_float(3.25f));
  uint64_t c[] = {0xFFFFFFFF00000005u};
  expect("above_three", call("bi", (any_function)above_three, c, NULL), 1);
  expect("fails", call("c", (any_function)fails, NULL, &error), (uint64_t)-7);
  expect("errno", (uint64_t)error, ENOENT);
  uint64_t n[] = {0x12345678};
  expect("narrow", call("SI", (any_function)narrow, n, NULL), 0x5678);
  uint64_t d[9], e[8];
  for (int k = 0; k < 9; k++) d[k] = bits_of(k);
  for (int k = 0; k < 8; k++) e[k] = (uint64_t)k;
  expect("nine", call("dddddddddd", (any_function)nine, d, NULL), bits_of(240));
  expect("eight", call("lllllllll", (any_function)eight, e, NULL), 168);
}

int main(void) {
  cforeign_use_direct_calls(false);
  all();
  cforeign_use_direct_calls(true);
  all();
  const char *bad[] = {"", "x", "iv", "ix"};
  for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) expect(bad[k], cforeign_signature_for(bad[k]) != NULL, 0);
  char text[16] = "";
  uint64_t v[] = {(uint64_t)text, sizeof text, (uint64_t)"%d %s %g", 42, (uint64_t)"x", bits_of(1.5)};
  int (*print)(char *, size_t, const char *, ...) = snprintf;
  void *address;
  uint64_t length = 0;
  memcpy(&address, &print, sizeof address);
  cforeign_call(cforeign_variadic_for("ipLpipd", 3), address, v, &length, NULL);
  expect("variadic", length == 8 && strcmp(text, "42 x 1.5") == 0, 1);
  expect("promoted", cforeign_variadic_for("ipf", 1) != NULL, 0);
  const char *error = NULL;
  expect("dlopen", cforeign_dlopen("/nonexistent.so", &error) != NULL || error == NULL, 0);
  return failures != 0;
}
