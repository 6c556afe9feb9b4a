package org.evenstar.disclosure;

/** Arithmetic modulo the prime 2⁶¹ − 1; operands and results in 0 … prime − 1. */
final class Mersenne61 {

  static final long PRIME = (1L << 61) - 1;

  private Mersenne61() {}

  static long of(long value) {
    return Math.floorMod(value, PRIME);
  }

  static long add(long a, long b) {
    long sum = a + b;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  static long negate(long a) {
    return a == 0 ? 0 : PRIME - a;
  }

  static long multiply(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return add(low & PRIME, (low >>> 61) | (high << 3));
  }

  /** x⁻¹ = x^(prime − 2); 0 for 0. */
  static long inverse(long x) {
    long result = 1;
    long base = x;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        result = multiply(result, base);
      }
      base = multiply(base, base);
    }
    return result;
  }

  /** The integer of least size with this residue. */
  static long signed(long residue) {
    return residue > PRIME / 2 ? residue - PRIME : residue;
  }
}
