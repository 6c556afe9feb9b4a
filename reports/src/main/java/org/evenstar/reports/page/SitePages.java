package org.evenstar.reports.page;

import java.util.function.Consumer;
import org.evenstar.reports.release.Tier;

/** Every page of one language but the private ones, made and handed on one at a time. */
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
      writer.accept(new OwnTablePage(site, policy).page());
      policy.regions().stream()
          .filter(policy::isTold)
          .forEach(region -> writer.accept(new BriefingPage(site, policy, region).page()));
      policy
          .regions()
          .forEach(region -> writer.accept(new RegionPage(site, policy, region).page()));
    }
    if (site.shows(Tier.INSTITUTION)) {
      writer.accept(new InstitutionIndex(site).page());
    }
    new AnalystPages(site).forEach(writer);
  }
}
