package org.evenstar.landing;

import java.util.List;
import java.util.Map;

/**
 * What landing would do.
 *
 * @param toRead files that would be read: new, changed, or under a changed configuration
 * @param known files that landed before and would not be read again
 * @param bytesToRead size of the files to read
 * @param inputs SHA-256 of every file by its path below {@code landing/}
 */
public record LandingPlan(
    List<String> toRead, List<String> known, long bytesToRead, Map<String, String> inputs) {

  public LandingPlan {
    toRead = List.copyOf(toRead);
    known = List.copyOf(known);
    inputs = Map.copyOf(inputs);
  }
}
