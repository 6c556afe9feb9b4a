package org.evenstar.pipeline;

/** The run stopped by its own rules: too much was quarantined, or a check says stop. */
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunStopped(String message) {
    super(message);
  }
}
