package org.evenstar.sample;

import java.util.Map;

/**
 * One row read back.
 *
 * @param scores raw score by item id; blank ones are left out
 */
record DeliveredRow(
    String file, int rowNumber, Map<String, String> fields, Map<String, String> scores) {

  String field(String header) {
    return fields.getOrDefault(header, "");
  }

  String place() {
    return file + ":" + rowNumber;
  }
}
