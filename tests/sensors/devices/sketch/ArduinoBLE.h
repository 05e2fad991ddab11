// A radio that prints what is written, and takes the commands of the test.
#pragma once
#include "Arduino.h"

enum { BLERead = 1, BLEWrite = 2, BLENotify = 4 };

struct BLECharacteristic {
  BLECharacteristic(const char *uuid, int, int size) : uuid(uuid), size(size) {}
  int writeValue(const uint8_t *bytes, int length) {
    printf("%s ", uuid);
    for (int i = 0; i < length && i < size; i++) printf("%02x", bytes[i]);
    printf("\n");
    return 1;
  }
  bool written() {
    const bool is_new = is_written;
    is_written = false;
    return is_new;
  }
  const uint8_t *value() { return held; }
  int valueLength() { return length; }
  void take(const uint8_t *bytes, int n) {
    memcpy(held, bytes, n);
    length = n;
    is_written = true;
  }
  const char *uuid;
  int size, length = 0;
  bool is_written = false;
  uint8_t held[8] = {0};
};

struct BLEService {
  explicit BLEService(const char *) {}
  void addCharacteristic(BLECharacteristic &) {}
};

static struct {
  bool begin() { return true; }
  void setLocalName(const char *name) { printf("name %s\n", name); }
  void setDeviceName(const char *) {}
  void setConnectionInterval(int, int) {}
  void setAdvertisedService(BLEService &) {}
  void addService(BLEService &) {}
  void advertise() {}
  void poll() {}
  bool connected() { return is_connected; }
  bool is_connected = true;
} BLE;
