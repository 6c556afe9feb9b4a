package org.evenstar.cli;

/** What the process tells the shell. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** Something unexpected. */
  public static final int UNEXPECTED = 1;

  /** Wrong usage or configuration. */
  public static final int USAGE = 2;

  /** The run stopped: too much was quarantined, or a check says stop. */
  public static final int STOPPED = 3;

  private ExitCode() {}
}
