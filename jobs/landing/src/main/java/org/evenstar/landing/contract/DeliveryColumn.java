package org.evenstar.landing.contract;

import java.util.List;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One column of a delivery.
 *
 * @param header as the body writes it
 * @param meaning what belongs there
 * @param allowed texts that are allowed; empty when they are not a list
 * @param form what a text must look like
 * @param lowest least number of a numeric column
 * @param highest largest
 */
record DeliveryColumn(
    String header,
    LocalText meaning,
    boolean required,
    List<String> allowed,
    Form form,
    @Nullable String lowest,
    @Nullable String highest) {

  /** What a text looks like. */
  enum Form {
    TEXT,
    LIST,
    DATE,
    NUMBER,
    CREDIT_CODE
  }

  DeliveryColumn {
    allowed = List.copyOf(allowed);
  }

  static DeliveryColumn of(String header, LocalText meaning, boolean required, Form form) {
    return new DeliveryColumn(header, meaning, required, List.of(), form, null, null);
  }

  static DeliveryColumn list(
      String header, LocalText meaning, boolean required, List<String> allowed) {
    Form form = allowed.isEmpty() ? Form.TEXT : Form.LIST;
    return new DeliveryColumn(header, meaning, required, allowed, form, null, null);
  }
}
