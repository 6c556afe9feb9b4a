package org.evenstar.reports.page;

import java.util.function.Consumer;
import org.evenstar.reports.release.Tier;

/** Every page of one language, made and handed on one at a time. */
public final class SitePages {
  private final Site site;
  private final PolicyData policy;

  public SitePages(Site site, PolicyData policy) {
    this.site = site;
    this.policy = policy;
  }

  /** Hands each page to the writer; no two pages are held at once. */
  public void forEach(Consumer<Page> writer) {
    writer.accept(new OverviewPage(site).page());
    if (site.shows(Tier.ASSOCIATION)) {
      writer.accept(new AssociationPage(site).page());
      writer.accept(new SignalSection(site, Signals.read(site.release(), row -> true)).page());
      new BodyPages(site).forEach(writer);
    }
    writer.accept(new PolicyPage(site, policy).page());
    if (policy.main().isPresent()) {
      policy
          .regions()
          .forEach(region -> writer.accept(new RegionPage(site, policy, region).page()));
    }
    if (site.shows(Tier.INSTITUTION)) {
      new InstitutionPages(site).forEach(writer);
    }
    new AnalystPages(site).forEach(writer);
  }
}
