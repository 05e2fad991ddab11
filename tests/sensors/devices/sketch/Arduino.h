// What the sketch needs of Arduino: a clock that goes on whenever it is asked, and a chip number.
#pragma once
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint64_t now_us = 0;
static inline uint32_t micros() { return (uint32_t)(now_us += 3); }
static inline uint32_t millis() { return (uint32_t)((now_us += 3) / 1000); }

static const int OUTPUT = 1, LED_BUILTIN = 13;
static inline void pinMode(int, int) {}
static inline void digitalWrite(int, int) {}

static struct { uint32_t DEVICEID[2]; } ficr = {{0x9ABCDEF0, 0x12345678}};
#define NRF_FICR (&ficr)
static struct {
  uint64_t getEfuseMac() { return 0xACFBC8D108F0ull; }  // of the address F0:08:D1:C8:FB:AC
} ESP;

// The motion that any of the chips measures, in g and degrees/s; one sample every period.
static double period_us = 1e6 / 119;
static double next_sample_us = 0;
static int n_sample = 0;

static inline bool is_sample_due() { return (double)(now_us += 5) >= next_sample_us; }

static inline void next_sample(float acc[3], float gyr[3]) {
  const double k = n_sample++;
  next_sample_us += period_us;
  for (int i = 0; i < 3; i++) {
    acc[i] = (float)(5 * sin(0.1 * k + i));
    gyr[i] = (float)(2100 * cos(0.07 * k + i));
  }
}

static inline void tell_fed(const float acc_g[3], const float gyr_dps[3]) {
  printf("fed %.6f %.6f %.6f %.6f %.6f %.6f\n", acc_g[0], acc_g[1], acc_g[2], gyr_dps[0],
         gyr_dps[1], gyr_dps[2]);
}
