package org.evenstar.parquet;

/** The few column types that every engine and every analyst's tool reads alike. */
public enum ColumnType {
  /** UTF-8 text. */
  TEXT,
  /** 32-bit whole number. */
  INT,
  /** 64-bit whole number; scores are of this type, in millionths. */
  BIGINT,
  /** IEEE 754 double. */
  DOUBLE,
  /** True or false. */
  BOOLEAN,
  /** Calendar date, as days since 1970-01-01. */
  DATE
}
