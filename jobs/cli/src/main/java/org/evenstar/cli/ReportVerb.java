package org.evenstar.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.evenstar.reports.ReportOptions;
import org.evenstar.reports.SiteBuilder;
import org.evenstar.reports.release.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenstar report RELEASE --out DIR}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes a release as a site of plain files, in both languages. 将一个发布版本写成双语静态网站。")
@SuppressWarnings("NullAway.Init")
final class ReportVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RELEASE", description = "A release folder, such as out/releases/r0001")
  private Path release;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the site")
  private Path out;

  @Option(
      names = "--tier",
      defaultValue = "INSTITUTION",
      paramLabel = "TIER",
      description =
          "Who will read it: public, policy, association, institution (everything; default)")
  private Tier tier;

  @Mixin private Language language;

  @Override
  public Integer call() {
    Set<Tier> tiers = EnumSet.range(Tier.PUBLIC, tier);
    SiteBuilder.Summary site =
        SiteBuilder.build(release, out, new ReportOptions(language.code(), tiers));
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            language.isChinese() ? "网站：%s（%d 页）%n" : "site: %s (%d pages)%n",
            site.entry(),
            site.pages());
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
