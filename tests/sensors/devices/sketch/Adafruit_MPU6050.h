// An MPU-6050 that always has a sample.
#pragma once
#include "Arduino.h"

enum { MPU6050_RANGE_16_G, MPU6050_RANGE_2000_DEG, MPU6050_BAND_44_HZ };

struct sensors_event_t {
  struct { float x, y, z; } acceleration, gyro;
};

struct Adafruit_MPU6050 {
  bool begin() { return true; }
  void setAccelerometerRange(int) {}
  void setGyroRange(int) {}
  void setFilterBandwidth(int) {}
  void getEvent(sensors_event_t *a, sensors_event_t *g, sensors_event_t *) {
    float acc[3], gyr[3];
    next_sample(acc, gyr);
    tell_fed(acc, gyr);
    const float g_mps2 = 9.80665f, radps = 0.017453293f;
    a->acceleration = {acc[0] * g_mps2, acc[1] * g_mps2, acc[2] * g_mps2};
    g->gyro = {gyr[0] * radps, gyr[1] * radps, gyr[2] * radps};
  }
};
