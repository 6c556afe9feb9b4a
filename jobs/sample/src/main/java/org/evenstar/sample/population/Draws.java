package org.evenstar.sample.population;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random draws that depend on a seed, a purpose and numbers, never on what was drawn before. So any
 * institution can be drawn alone, in any order, on any thread, with the same result.
 */
public final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Draws(long state) {
    this.random = new SplittableRandom(state);
  }

  /** Draws for one thing, such as one institution's scores by one body. */
  public static Draws of(long seed, Purpose purpose, long first, long second) {
    return new Draws(mix(hash(seed, purpose, first) + GOLDEN * (second + 1)));
  }

  /** Draws for one thing named by one number. */
  public static Draws of(long seed, Purpose purpose, long number) {
    return of(seed, purpose, number, 0);
  }

  /** 64 bits for one thing: cheaper than draws where one number will do. */
  public static long hash(long seed, Purpose purpose, long number) {
    return mix(mix(seed + GOLDEN * purpose.salt()) ^ (number * GOLDEN + 1));
  }

  /** Finaliser of David Stafford's variant 13, as in SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from the hash's upper bits, uniform on 0 (inclusive) to 1. */
  public static double unit(long hash) {
    return (hash >>> 11) * 0x1p-53;
  }

  /** Uniform on 0 (inclusive) to 1. */
  public double unit() {
    return random.nextDouble();
  }

  /** Uniform on 0 to {@code bound} − 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** True with the given probability. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** One of a list. */
  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Standard normal by Box and Muller (1958), in strict arithmetic so that every JVM agrees. */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }
}
