// The motion chip of a Nano 33 BLE Sense: says 104 Hz whatever it measures at.
#pragma once
#include "Arduino.h"

static struct {
  bool begin() { return true; }
  float gyroscopeSampleRate() { return 104; }
  bool accelerationAvailable() { return is_sample_due(); }
  bool gyroscopeAvailable() { return is_sample_due(); }
  void readAcceleration(float &x, float &y, float &z) {
    next_sample(acc, gyr);
    tell_fed(acc, gyr);
    x = acc[0], y = acc[1], z = acc[2];
  }
  void readGyroscope(float &x, float &y, float &z) { x = gyr[0], y = gyr[1], z = gyr[2]; }
  float acc[3], gyr[3];
} IMU;
