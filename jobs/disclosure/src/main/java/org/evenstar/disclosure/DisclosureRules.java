package org.evenstar.disclosure;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one tier. Shares are exact decimals on 0…1 and are compared without rounding.
 *
 * @param minN least contributors of counts and means
 * @param minNQuartiles least contributors of quartiles
 * @param minNDeciles least contributors of deciles
 * @param dominance1 largest share one owner or body may hold
 * @param dominance2 largest share two owners or bodies may hold together
 * @param pPercent the second largest owner must not estimate the largest within this share; 0 is
 *     off
 * @param classDisclosure whether qualities of 0 % and 100 % are withheld
 * @param protectionShare width an attacker's interval must have, as a share of the value
 * @param countProtection whether counts of contributors need such an interval, too, of one at
 *     least; null in records of releases made before there was a choice
 */
public record DisclosureRules(
    int minN,
    int minNQuartiles,
    int minNDeciles,
    BigDecimal dominance1,
    BigDecimal dominance2,
    BigDecimal pPercent,
    boolean classDisclosure,
    BigDecimal protectionShare,
    @Nullable Boolean countProtection) {

  /** 5, 10, 20; 50 %, 85 %; no p % rule; class disclosure on; 10 % protection of totals. */
  public static final DisclosureRules DEFAULT =
      new DisclosureRules(
          5,
          10,
          20,
          new BigDecimal("0.50"),
          new BigDecimal("0.85"),
          BigDecimal.ZERO,
          true,
          new BigDecimal("0.10"),
          false);

  public DisclosureRules {
    if (minN < 1 || minNQuartiles < minN || minNDeciles < minNQuartiles) {
      throw new IllegalArgumentException(
          "Cannot set least contributors '%d, %d, %d': they must be at least 1 and not fall; order them"
              .formatted(minN, minNQuartiles, minNDeciles));
    }
  }

  /** These rules with another least number of contributors of counts and means. */
  public DisclosureRules withMinN(int newMinN) {
    return new DisclosureRules(
        newMinN,
        Math.max(newMinN, minNQuartiles),
        Math.max(newMinN, minNDeciles),
        dominance1,
        dominance2,
        pPercent,
        classDisclosure,
        protectionShare,
        countProtection);
  }

  /** These rules with protection intervals for counts. */
  public DisclosureRules withCountProtection() {
    return new DisclosureRules(
        minN,
        minNQuartiles,
        minNDeciles,
        dominance1,
        dominance2,
        pPercent,
        classDisclosure,
        protectionShare,
        true);
  }

  /** These rules with the p % rule at a share. */
  public DisclosureRules withPPercent(String share) {
    return new DisclosureRules(
        minN,
        minNQuartiles,
        minNDeciles,
        dominance1,
        dominance2,
        new BigDecimal(share),
        classDisclosure,
        protectionShare,
        countProtection);
  }

  /** Why a cell is confidential by itself; class disclosure is judged by {@link #isClass}. */
  public Optional<Reason> primary(Cell cell) {
    if (cell.count() == 0) {
      return Optional.empty();
    }
    return primary(cell.owners(), cell.count()).or(() -> dominated(cell.bodies(), cell.count()));
  }

  /** Why a group of these owners, holding {@code count} together, is confidential. */
  Optional<Reason> primary(Contributors owners, long count) {
    if (owners.n() < minN) {
      return Optional.of(Reason.PRIMARY_MIN_N);
    }
    Optional<Reason> dominated = dominated(owners, count);
    if (dominated.isPresent() || pPercent.signum() == 0 || owners.largest().size() < 2) {
      return dominated;
    }
    long rest = count - owners.heldByLargest(2);
    return exceeds(owners.heldByLargest(1), pPercent, rest)
        ? Optional.of(Reason.P_PERCENT)
        : Optional.empty();
  }

  /** Whether a quality held by {@code count} of {@code all} tells about every one of them. */
  public boolean isClass(long count, long all) {
    return classDisclosure && all > 0 && (count == 0 || count == all);
  }

  /** Which statistics of a cell that is not withheld may be shown. */
  public Set<Statistic> statistics(Cell cell) {
    Set<Statistic> shown = EnumSet.of(Statistic.COUNT, Statistic.MEAN);
    if (cell.owners().n() >= minNQuartiles) {
      shown.add(Statistic.QUARTILES);
    }
    if (cell.owners().n() >= minNDeciles) {
      shown.add(Statistic.DECILES);
    }
    return shown;
  }

  private Optional<Reason> dominated(Contributors parties, long count) {
    if (parties.largest().isEmpty()) {
      return Optional.empty();
    }
    boolean byOne = isAbove(parties.heldByLargest(1), dominance1, count);
    boolean byTwo = isAbove(parties.heldByLargest(2), dominance2, count);
    return byOne || byTwo ? Optional.of(Reason.DOMINANCE) : Optional.empty();
  }

  private static boolean isAbove(long part, BigDecimal share, long whole) {
    return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
  }

  /** rest < share × largest. */
  private static boolean exceeds(long largest, BigDecimal share, long rest) {
    return share.multiply(BigDecimal.valueOf(largest)).compareTo(BigDecimal.valueOf(rest)) > 0;
  }
}
