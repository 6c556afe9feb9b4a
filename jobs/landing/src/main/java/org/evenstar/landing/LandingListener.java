package org.evenstar.landing;

/** Hears which files have landed; called from several threads. */
@FunctionalInterface
public interface LandingListener {

  /** One file is done. */
  void landed(String path);
}
