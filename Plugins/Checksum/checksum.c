// Checksums, hex and small statistics: plain C functions, offered through signatures alone.
#define _GNU_SOURCE
#include <nacre_plugin.h>

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

static uint32_t crc32_of(const uint8_t *data, size_t size, uint32_t seed) {
  static uint32_t table[256];
  if (table[1] == 0) {
    for (uint32_t n = 0; n < 256; n++) {
      uint32_t c = n;
      for (int k = 0; k < 8; k++) c = (c >> 1) ^ ((c & 1) ? 0xEDB88320u : 0);
      table[n] = c;
    }
  }
  uint32_t crc = ~seed;
  for (size_t k = 0; k < size; k++) crc = (crc >> 8) ^ table[(crc ^ data[k]) & 255];
  return ~crc;
}
NACRE_FUNCTION(
  "Get-Crc32", crc32_of,
  "u32(bytes Data, u32 Seed = 0)"
  "; help 'Gets the CRC-32 (as in zip and PNG) of bytes or of the UTF-8 form of text.'"
  "; example 'Get-Crc32 hello' 'Gives 907060870.'"
  "; attr Data notnull help 'Bytes, or text taken as UTF-8.'"
  "; attr Seed help 'The checksum of what comes before, to go on from.'; alias crc32");

static uint32_t adler32_of(const uint8_t *data, size_t size, uint32_t seed) {
  uint32_t a = seed & 0xFFFF, b = seed >> 16;
  for (size_t k = 0; k < size; k++) {
    a = (a + data[k]) % 65521;
    b = (b + a) % 65521;
  }
  return b << 16 | a;
}
NACRE_FUNCTION(
  "Get-Adler32", adler32_of,
  "u32(bytes Data, u32 Seed = 1); help 'Gets the Adler-32 (as in zlib) of bytes or of the UTF-8 form of text.'");

// Reads in pieces, polls for stop between them; errors come from errno.
static int file_checksum(nacre_env *env, const char *path, uint32_t *crc32, uint64_t *length) {
  uint8_t buffer[65536];
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno;
  int code = 0;
  while (!nacre_stopping(env)) {
    ssize_t size = read(file, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) code = errno;
    if (size <= 0) break;
    *crc32 = crc32_of(buffer, (size_t)size, *crc32);
    *length += (uint64_t)size;
  }
  close(file);
  nacre_verbose(env, path);
  return code;
}
NACRE_FUNCTION(
  "Get-FileCrc32", file_checksum,
  "status(env, path Path, out u32 Crc32, out u64 Length)"
  "; help 'Gets the CRC-32 and the length of a file.'"
  "; attr Path pos 0 mandatory pipeline property alias FullName,PSPath complete :path");

static char *to_hex(const uint8_t *data, size_t size, bool upper) {
  const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  char *text = malloc(size * 2 + 1);
  if (text == NULL) return NULL;
  for (size_t k = 0; k < size; k++) {
    text[2 * k] = digits[data[k] >> 4];
    text[2 * k + 1] = digits[data[k] & 15];
  }
  text[size * 2] = 0;
  return text;
}
NACRE_FUNCTION(
  "ConvertTo-Hex", to_hex,
  "owned cstr(bytes Data, switch Upper) fails null; help 'Writes bytes as hexadecimal digits.'");

static int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

static void from_hex(const char *text, size_t length, uint8_t *bytes, size_t *size, const char **error) {
  size_t used = 0;
  int high = -1;
  for (size_t k = 0; k < length; k++) {
    if (text[k] == ' ' || text[k] == '-' || text[k] == ':') continue;
    int value = digit(text[k]);
    if (value < 0) {
      *error = "The text holds a character that is not a hexadecimal digit.";
      return;
    }
    if (high < 0) {
      high = value;
    } else {
      bytes[used++] = (uint8_t)(high << 4 | value);
      high = -1;
    }
  }
  if (high >= 0) *error = "The text holds an odd number of digits.";
  *size = used;
}
NACRE_FUNCTION(
  "ConvertFrom-Hex", from_hex,
  "void(text Hex, out bytes Data[Hex], err); help 'Reads hexadecimal digits; spaces, dashes and colons are skipped.'");

static void histogram(const uint8_t *data, size_t size, uint64_t *count, size_t *used) {
  for (size_t k = 0; k < *used; k++) count[k] = 0;
  for (size_t k = 0; k < size; k++) count[data[k]]++;
}
NACRE_FUNCTION(
  "Get-ByteHistogram", histogram, "void(bytes Data, out u64[] Count[256]); help 'Counts how often each byte occurs.'");

static bool luhn(const char *number) {
  int sum = 0, digits = 0;
  for (size_t k = strlen(number); k-- > 0;) {
    if (number[k] == ' ') continue;
    int value = digit(number[k]);
    if (value < 0 || value > 9) return false;
    if (digits++ % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return digits > 1 && sum % 10 == 0;
}
NACRE_FUNCTION(
  "Test-Luhn", luhn, "bool(cstr Number); help 'Tells whether a card-style number has a right check digit.'");

static void statistics(const double *values, size_t count, double *mean, double *deviation, const char **error) {
  double sum = 0, squares = 0;
  if (count == 0) {
    *error = "There are no numbers to measure.";
    return;
  }
  for (size_t k = 0; k < count; k++) sum += values[k];
  *mean = sum / (double)count;
  for (size_t k = 0; k < count; k++) squares += (values[k] - *mean) * (values[k] - *mean);
  *deviation = sqrt(squares / (double)count);
}
NACRE_FUNCTION(
  "Measure-Deviation", statistics,
  "void(f64[] Value, out f64 Mean, out f64 Deviation, err); help 'Gets mean and standard deviation of numbers.'"
  "; attr Value pos 0 mandatory");

static char *common_prefix(const char *const *texts, size_t count) {
  size_t length = count == 0 ? 0 : strlen(texts[0]);
  for (size_t k = 1; k < count; k++) {
    size_t same = 0;
    while (same < length && texts[k][same] == texts[0][same]) same++;
    length = same;
  }
  // Never cut a UTF-8 sequence in two.
  while (count > 0 && length > 0 && ((unsigned char)texts[0][length] & 0xC0) == 0x80) length--;
  char *prefix = malloc(length + 1);
  if (prefix == NULL) return NULL;
  if (length > 0) memcpy(prefix, texts[0], length);
  prefix[length] = 0;
  return prefix;
}
NACRE_FUNCTION(
  "Get-CommonPrefix", common_prefix,
  "owned cstr(cstr[] Text) fails null; help 'Gets what all texts begin with.'; attr Text pos 0 mandatory");

// xorshift64*: the state goes in and comes out, so a script can repeat a sequence.
static double next_random(uint64_t *state) {
  uint64_t x = *state ? *state : UINT64_C(0x9E3779B97F4A7C15);
  x ^= x >> 12;
  x ^= x << 25;
  x ^= x >> 27;
  *state = x;
  return (double)((x * UINT64_C(0x2545F4914F6CDD1D)) >> 11) / 9007199254740992.0;
}
NACRE_FUNCTION(
  "Step-Random", next_random,
  "f64(inout u64 State = 0); help 'Gets a number from 0 to 1 and the state to get the next one with.'");

NACRE_MODULE(
  "Checksum", "1.0.0",
  "guid 6f0d3c1e-6a5b-4c1f-9d7e-2f3a4b5c6d71; author 'Nacre project'"
  "; help 'Checksums, hexadecimal text and small statistics over bytes.'");
