package org.evenstar.api;

/** A release that cannot be read; the message says which file and what to do. */
public final class ReleaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReleaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
