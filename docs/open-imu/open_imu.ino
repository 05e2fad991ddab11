// A complete "IMU over GATT" sensor (docs/open-imu/specification.md).
//
// Arduino Nano 33 BLE Sense Rev2: libraries ArduinoBLE, Arduino_BMI270_BMM150.
// Arduino Nano 33 BLE (Sense):    libraries ArduinoBLE, Arduino_LSM9DS1; define OPEN_IMU_LSM9DS1.
// ESP32 with an MPU-6050 on I2C:  libraries ArduinoBLE (1.3.2 or newer), Adafruit_MPU6050.

#include <ArduinoBLE.h>
#include <math.h>
#include <string.h>

static const float G_MPS2 = 9.80665f;
static const float RADPS_PER_DPS = 0.017453293f;
static const float GYR_RANGE_RADPS = 2000 * RADPS_PER_DPS;
static const uint8_t SAMPLES_PER_PACKET = 2;  // 1 where the program says that the sensor makes no sense

// ---- the motion chip: begin(), set_rate(), and read() of one sample in m/s2 and rad/s ----

#if defined(ARDUINO_ARCH_ESP32)
#include <Adafruit_MPU6050.h>
#include <Wire.h>

static Adafruit_MPU6050 mpu;
static const float ACC_RANGE_MPS2 = 16 * G_MPS2;
static float rate_hz = 100;
static uint32_t next_us = 0;

static bool begin_imu() {
  if (!mpu.begin()) return false;
  Wire.setClock(400000);
  mpu.setAccelerometerRange(MPU6050_RANGE_16_G);
  mpu.setGyroRange(MPU6050_RANGE_2000_DEG);
  mpu.setFilterBandwidth(MPU6050_BAND_44_HZ);
  next_us = micros();
  return true;
}

static void set_rate(float wanted_hz) { rate_hz = wanted_hz < 10 ? 10 : wanted_hz > 200 ? 200 : wanted_hz; }

static bool read_imu(float acc[3], float gyr[3]) {
  const uint32_t period_us = (uint32_t)(1e6f / rate_hz);
  if ((int32_t)(micros() - next_us) < 0) return false;
  next_us += period_us;
  if ((int32_t)(micros() - next_us) > (int32_t)period_us) next_us = micros();  // late: do not catch up
  sensors_event_t a, g, t;
  mpu.getEvent(&a, &g, &t);
  acc[0] = a.acceleration.x; acc[1] = a.acceleration.y; acc[2] = a.acceleration.z;
  gyr[0] = g.gyro.x; gyr[1] = g.gyro.y; gyr[2] = g.gyro.z;
  return true;
}
#else
#if defined(OPEN_IMU_LSM9DS1)
#include <Arduino_LSM9DS1.h>
#else
#include <Arduino_BMI270_BMM150.h>
#endif

static const float ACC_RANGE_MPS2 = 4 * G_MPS2;  // both libraries fix 4 g, 2000 dps and the rate
static float rate_hz = 100;

static void set_rate(float) {}

static bool read_imu(float acc[3], float gyr[3]) {
  if (!IMU.accelerationAvailable() || !IMU.gyroscopeAvailable()) return false;
  IMU.readAcceleration(acc[0], acc[1], acc[2]);
  IMU.readGyroscope(gyr[0], gyr[1], gyr[2]);
  for (int i = 0; i < 3; i++) {
    acc[i] *= G_MPS2;
    gyr[i] *= RADPS_PER_DPS;
  }
  return true;
}

static float measured_rate_hz() {  // the LSM9DS1's library says 104 Hz; the chip runs at about 119
  const int n_measured = 100;
  float acc[3], gyr[3];
  uint32_t first_us = 0;
  for (int n = 0; n <= n_measured;) {
    if (!read_imu(acc, gyr)) {
      if (millis() > 5000) return IMU.gyroscopeSampleRate();
      continue;
    }
    if (n++ == 0) first_us = micros();
  }
  return n_measured * 1e6f / (micros() - first_us);
}

static bool begin_imu() {
  if (!IMU.begin()) return false;
  rate_hz = measured_rate_hz();
  return true;
}
#endif

// ---- the profile ----

static BLEService service("d45c0001-66d2-4530-b37d-74854ba69943");
static BLECharacteristic data_char("d45c0002-66d2-4530-b37d-74854ba69943", BLENotify, 244);
static BLECharacteristic control_char("d45c0003-66d2-4530-b37d-74854ba69943", BLEWrite, 3);
static BLECharacteristic info_char("d45c0004-66d2-4530-b37d-74854ba69943", BLERead, 36);

static bool is_streaming = false;
static uint32_t blink_until_ms = 0;
static uint8_t packet[7 + 12 * SAMPLES_PER_PACKET];
static uint8_t sequence_number = 0;
static uint8_t n_samples = 0;

static void serial_number(char text[13]) {
#if defined(ARDUINO_ARCH_ESP32)
  const uint64_t chip = ESP.getEfuseMac();
#else
  const uint64_t chip = ((uint64_t)NRF_FICR->DEVICEID[1] << 32) | NRF_FICR->DEVICEID[0];
#endif
  for (int i = 0; i < 12; i++) text[i] = "0123456789ABCDEF"[(chip >> (44 - 4 * i)) & 15];
  text[12] = 0;
}

static void write_info() {
  uint8_t info[36] = {1};
  const uint16_t rate_dhz = (uint16_t)lroundf(rate_hz * 10);
  const float acc_scale = ACC_RANGE_MPS2 / 32768, gyr_scale = GYR_RANGE_RADPS / 32768;
  const int8_t axes[3] = {1, 2, 3};
  char serial[13];
  serial_number(serial);
  memcpy(info + 2, &rate_dhz, 2);
  memcpy(info + 4, &acc_scale, 4);
  memcpy(info + 8, &gyr_scale, 4);
  memcpy(info + 12, axes, 3);
  memcpy(info + 16, "1.0.0", 5);
  memcpy(info + 24, serial, 12);
  info_char.writeValue(info, sizeof info);
}

static void stop_stream() {
  is_streaming = false;
  n_samples = 0;
}

static void obey(const uint8_t *command, int length) {
  if (length < 1) return;
  switch (command[0]) {
    case 0: stop_stream(); break;
    case 1: stop_stream(); sequence_number = 0; is_streaming = true; break;
    case 2:
      if (length == 3) {
        set_rate((command[1] | command[2] << 8) / 10.0f);
        write_info();
      }
      break;
    case 3: blink_until_ms = millis() + 3000; break;
  }
}

static int16_t counts(float value, float range) {
  const float scaled = roundf(value / range * 32768);
  return (int16_t)(scaled > 32767 ? 32767 : scaled < -32768 ? -32768 : scaled);
}

static void add_sample(uint32_t now_us, const float acc[3], const float gyr[3]) {
  if (n_samples == 0) {
    packet[0] = 1;
    packet[1] = sequence_number++;
    memcpy(packet + 2, &now_us, 4);
  }
  int16_t sample[6];
  for (int i = 0; i < 3; i++) {
    sample[i] = counts(acc[i], ACC_RANGE_MPS2);
    sample[3 + i] = counts(gyr[i], GYR_RANGE_RADPS);
  }
  memcpy(packet + 7 + 12 * n_samples, sample, 12);
  packet[6] = ++n_samples;
  if (n_samples == SAMPLES_PER_PACKET) {
    data_char.writeValue(packet, sizeof packet);
    n_samples = 0;
  }
}

void setup() {
  pinMode(LED_BUILTIN, OUTPUT);
  if (!begin_imu() || !BLE.begin()) {
    for (;;) {  // fast blinking: no motion chip, or no radio
      digitalWrite(LED_BUILTIN, (millis() / 100) % 2);
    }
  }
  char serial[13], name[13];
  serial_number(serial);
  snprintf(name, sizeof name, "OpenIMU %.4s", serial);  // an ESP32's last digits are its maker's
  BLE.setLocalName(name);
  BLE.setDeviceName(name);
  BLE.setConnectionInterval(6, 12);  // 7.5 to 15 ms
  BLE.setAdvertisedService(service);
  service.addCharacteristic(data_char);
  service.addCharacteristic(control_char);
  service.addCharacteristic(info_char);
  BLE.addService(service);
  write_info();
  BLE.advertise();
}

void loop() {
  BLE.poll();
  if (!BLE.connected()) stop_stream();
  if (control_char.written()) obey(control_char.value(), control_char.valueLength());
  const bool is_blinking = (int32_t)(blink_until_ms - millis()) > 0;
  digitalWrite(LED_BUILTIN, is_blinking && (millis() / 125) % 2);
  float acc[3], gyr[3];
  if (!read_imu(acc, gyr)) return;
  const uint32_t now_us = micros();
  if (is_streaming) add_sample(now_us, acc, gyr);
}
