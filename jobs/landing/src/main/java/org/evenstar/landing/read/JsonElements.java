package org.evenstar.landing.read;

import java.io.Closeable;
import java.io.IOException;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The records of a JSON file, one at a time. */
interface JsonElements extends Closeable {
  /** Parsers that refuse what is too deep or too long. */
  JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(SafetyLimits.JSON_DEPTH)
                  .maxStringLength(SafetyLimits.CELL_CHARACTERS)
                  .maxNameLength(1000)
                  .maxNumberLength(1000)
                  .build())
          .build();

  /** Moves on; false after the last. */
  boolean next(Reading reading) throws IOException;

  /** Number of the record as a person counts it: element or line, from 1. */
  int number();

  /** Why the present record cannot be read, or null. */
  @Nullable Found broken();

  /** What to do with the value that the parser stands on. */
  @FunctionalInterface
  interface Reading {
    /** Reads the value to its end. */
    void read(JsonParser parser);
  }
}
