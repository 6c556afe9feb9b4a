package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Notes;
import org.evenstar.reports.block.Prose;
import org.evenstar.reports.release.Tier;

/** The door: one question for each kind of reader. */
final class OverviewPage {
  private final Site site;

  OverviewPage(Site site) {
    this.site = site;
  }

  Page page() {
    List<Notes.Note> doors = new ArrayList<>();
    if (site.shows(Tier.ASSOCIATION)) {
      doors.add(door("association"));
    }
    doors.add(door("policy"));
    if (site.shows(Tier.INSTITUTION)) {
      doors.add(door("institution"));
    }
    if (site.shows(Tier.ASSOCIATION)) {
      doors.add(door("body"));
    }
    doors.add(door("analyst"));
    List<Block> blocks =
        List.of(new Prose(site.t("overview.intro", "title", site.runTitle())), new Notes(doors));
    return new Page("index.html", site.t("overview.title"), "overview", "PUBLIC", blocks);
  }

  private Notes.Note door(String section) {
    return new Notes.Note(
        "door", site.t("nav." + section), site.t("overview." + section), section + "/index.html");
  }
}
