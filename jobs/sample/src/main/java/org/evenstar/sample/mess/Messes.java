package org.evenstar.sample.mess;

import java.util.ArrayList;
import java.util.List;

/** Every kind of mess in a row. */
public final class Messes {
  private Messes() {}

  /** Repairable ones first; the order is part of what a seed gives. */
  public static List<Mess> all() {
    List<Mess> all = new ArrayList<>(RepairableMesses.all());
    all.addAll(WrongMesses.all());
    return List.copyOf(all);
  }
}
