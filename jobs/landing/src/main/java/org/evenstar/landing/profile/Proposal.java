package org.evenstar.landing.profile;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A source configuration to start from.
 *
 * @param source valid under the source schema
 * @param evidence for each part, in the order of the source
 */
public record Proposal(ObjectNode source, List<Evidence> evidence) {

  public Proposal {
    evidence = List.copyOf(evidence);
  }
}
