package org.evenstar.disclosure;

import java.util.List;

/**
 * The outcome of an attack. A release passes only when nothing was found.
 *
 * @param attacked cells the attacker tried to learn
 * @param unbounded confidential counts and totals among them that only sums were tried on: more
 *     hang together than can be bounded
 * @param findings what it learnt, in order of cell and kind
 */
public record AttackReport(int attacked, int unbounded, List<Finding> findings) {

  public AttackReport {
    findings = List.copyOf(findings);
  }

  /** Whether the release may be published. */
  public boolean passes() {
    return findings.isEmpty();
  }
}
