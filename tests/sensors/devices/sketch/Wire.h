#pragma once
static struct {
  void setClock(int) {}
} Wire;
