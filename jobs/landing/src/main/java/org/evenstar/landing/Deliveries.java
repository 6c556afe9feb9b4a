package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.read.Archive;
import org.evenstar.landing.read.ReceiptSheet;
import org.evenstar.landing.read.Unreadable;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/**
 * Finds what arrived: every file and member of an archive, hashed, with the source that reads it.
 */
final class Deliveries {
  private final RunConfig config;
  private final Path landingFolder;
  private final Map<PathMatcher, Source> sources = new LinkedHashMap<>();
  private final Map<String, Names> names = new HashMap<>();

  Deliveries(RunConfig config, Path landingFolder) {
    this.config = config;
    this.landingFolder = landingFolder;
    for (Source source : config.sources()) {
      names.put(source.sourceId(), new Names(config, source));
      for (String pattern : source.files()) {
        sources.put(FileSystems.getDefault().getPathMatcher("glob:" + pattern), source);
      }
    }
  }

  /** Every delivery, sorted by path; the same bytes twice are listed twice. */
  List<Delivery> find(ExecutorService pool) throws IOException {
    if (!Files.isDirectory(landingFolder)) {
      throw new IOException(
          "Cannot land '" + landingFolder + "': no such folder; put the deliveries there");
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(landingFolder)) {
      files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> !isHousekeeping(file))
              .sorted()
              .toList();
    }
    List<Future<List<Delivery>>> hashed = new ArrayList<>();
    for (Path file : files) {
      hashed.add(pool.submit(() -> ofFile(file)));
    }
    List<Delivery> deliveries = new ArrayList<>();
    Map<String, String> first = new HashMap<>();
    for (Delivery delivery : Parallel.results(hashed)) {
      String before = first.putIfAbsent(delivery.sha256(), delivery.path());
      deliveries.add(before == null ? delivery : again(delivery, before));
    }
    return deliveries;
  }

  private static Delivery again(Delivery d, String first) {
    return new Delivery(
        d.id(),
        d.sha256(),
        d.path(),
        d.member(),
        d.bytes(),
        d.sourceId(),
        d.namedBy(),
        d.bodyId(),
        d.period(),
        first,
        d.mends(),
        d.refused());
  }

  /** Notes for people and files of the operating system are no deliveries. */
  private static boolean isHousekeeping(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") || name.equals("README.md") || name.startsWith("~$");
  }

  private List<Delivery> ofFile(Path file) throws IOException {
    String path = landingFolder.relativize(file).toString().replace('\\', '/');
    Archive archive = new Archive(file);
    try {
      List<Archive.Member> members = archive.members();
      Optional<ReceiptSheet> receipt =
          members.get(0).member() == null ? ReceiptSheet.of(file) : Optional.empty();
      return members.stream().map(member -> delivery(path, member, receipt, null)).toList();
    } catch (Unreadable e) {
      Found refused = Found.of(e.reasonCode(), e.seen(), e.expected());
      return List.of(delivery(path, archive.self(), Optional.empty(), refused));
    }
  }

  private Delivery delivery(
      String file, Archive.Member member, Optional<ReceiptSheet> receipt, @Nullable Found refused) {
    String inside = member.member();
    String path = inside == null || inside.isEmpty() ? file : file + Delivery.INSIDE + inside;
    String namedBy = receipt.map(ReceiptSheet::file).orElse(path);
    Source source =
        receipt.isPresent()
            ? config.source(receipt.get().sourceId()).orElse(null)
            : sourceOf(file, namedBy, inside);
    Names by = source == null ? null : names.get(source.sourceId());
    Body body = by == null ? null : by.bodyOfPath(namedBy);
    return new Delivery(
        member.sha256().substring(0, 16),
        member.sha256(),
        path,
        inside,
        member.bytes(),
        source == null ? null : source.sourceId(),
        namedBy,
        body == null ? null : body.bodyId(),
        by == null ? null : by.periodOfPath(namedBy),
        null,
        receipt.map(ReceiptSheet::deliveryId).orElse(null),
        refused);
  }

  /** A pattern may mean the file itself, or a member as if it lay unpacked beside its archive. */
  private @Nullable Source sourceOf(String file, String path, @Nullable String member) {
    List<Path> candidates = new ArrayList<>(List.of(Path.of(file), Path.of(path)));
    if (member != null) {
      String folder = file.substring(0, file.lastIndexOf('/') + 1);
      String bare = file.substring(folder.length()).replaceFirst("\\.gz$", "");
      candidates.add(Path.of(folder + (member.isEmpty() ? bare : member)));
    }
    for (Map.Entry<PathMatcher, Source> source : sources.entrySet()) {
      if (candidates.stream().anyMatch(source.getKey()::matches)) {
        return source.getValue();
      }
    }
    return null;
  }
}
