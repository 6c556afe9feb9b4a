package org.evenstar.sample.mess;

/** What a reason does to a row or file, as in the catalogue of reasons. */
public enum Severity {
  NOTE,
  REPAIR,
  QUARANTINE,
  STOP
}
