// The sketch, asked as the program asks: stop, rate, start; some samples; stop, and more of nothing.
#include "Arduino.h"
#include SKETCH

static void order(const char *bytes, int n) {
  control_char.take((const uint8_t *)bytes, n);
  loop();
}

static void measure(int n) {
  for (const int end = n_sample + n; n_sample < end;) loop();
}

int main() {
  setup();
  order("\x00", 1);
  measure(3);
  order("\x02\xe8\x03", 3);
  order("\x63", 1);  // unknown
  printf("start\n");
  order("\x01", 1);
  measure(601);  // the last one waits for its packet when the stop comes
  order("\x00", 1);
  printf("stop\n");
  measure(5);
  order("\x01", 1);
  printf("start\n");
  measure(2);
  BLE.is_connected = false;
  measure(5);
  return 0;
}
